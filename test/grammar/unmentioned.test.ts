import { expect, test } from 'vitest'

// The build applies it to the chunk with the grammar (slim-chevrotain.js).
const build: unknown = await import(new URL('../../without-unmentioned.js', import.meta.url).href)
const { withoutUnmentioned } = build as { readonly withoutUnmentioned: (code: string) => string }

test.each([
  ['a function', 'function one() {}'],
  ['functions that mention each other', 'function one() { two() } function two() { one() }'],
])('leaves out %s', (_, code) => {
  expect(withoutUnmentioned(code).trim()).toBe('')
})

test.each([
  ['a method', 'one() {}'],
  ['a getter', 'get one() {}'],
  ['a static method', 'static one() {}'],
  ['an asynchronous method', 'async one() {}'],
])('leaves out %s of a class', (_, method) => {
  expect(withoutUnmentioned(`class A { ${method} }`)).toBe('class A {  }')
  expect(withoutUnmentioned(`const A = class { ${method} }`)).toBe('const A = class {  }')
})

test.each([
  ['a call', 'function one() {} one()'],
  ['a mention by one that stays', 'function one() {} class A { constructor() { one() } }'],
  ['a name as a string', "class A { one() {} } call('one')"],
  ['a name as a template', 'class A { one() {} } call(`one`)'],
  ['an export', 'function one() {} export { one }'],
  ['a declaration that is exported', 'export function one() {}'],
])('keeps what is mentioned by %s', (_, code) => {
  expect(withoutUnmentioned(code)).toBe(code)
})

test.each(['toJSON', 'toString', 'toLocaleString', 'valueOf', 'then', 'next', 'return', 'throw', 'exec'])(
  'keeps the method `%s`, which is called implicitly, and what it mentions',
  (name) => {
    const code = `class A { ${name}() { return this.one() } one() {} }`
    expect(withoutUnmentioned(code)).toBe(code)
  },
)

test.each([
  'constructor() {}',
  '[Symbol.iterator]() {}',
  '[name]() {}',
  'get message() {}',
  'get name() {}',
  'one = 1',
])('keeps `%s`', (member) => {
  const code = `class A { ${member} }`
  expect(withoutUnmentioned(code)).toBe(code)
})

test.each([
  ['#one() {}', 'PrivateIdentifier'],
  ['get #one() {}', 'PrivateIdentifier'],
  ["'one'() {}", 'Literal'],
  ['1() {}', 'Literal'],
])('refuses the method `%s`', (method, kind) => {
  const message = `the name of a method is of an unknown kind, ${kind}`
  expect(() => withoutUnmentioned(`class A { ${method} }`)).toThrow(new Error(message))
})
