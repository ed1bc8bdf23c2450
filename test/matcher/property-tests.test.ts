import { describe, expect, it } from 'vitest'
import { knownProperties } from '../../src/matcher/known-properties.ts'
import { type Answers, elementsTest, equalTest, valueTest } from '../../src/matcher/property-tests.ts'

type Fields = Readonly<Record<string, unknown>>
type TestOf = (answers: Answers) => (owner: Fields) => boolean

/** What is asked of a property that has the value, the list or the key `a`. */
const isA = (value: unknown): boolean => value === 'a'
const sought = { value: 'a', passes: undefined }
const passing = { value: undefined, passes: isA }
const { equal, value, elements } = knownProperties

const rowsOf = <Asked>(
  rows: Readonly<Record<string, (asked: Asked, answers: Answers) => (owner: Fields) => boolean>>,
  title: string,
  asked: Asked,
): readonly (readonly [string, string, TestOf])[] =>
  Object.entries(rows).map(([name, row]) => [name, title, (answers) => row(asked, answers)] as const)

const known = [
  ...rowsOf(equal, 'equal', 'a'),
  ...rowsOf(value, 'value', isA),
  ...rowsOf(elements, 'elements', sought),
  ...rowsOf(elements, 'elements that pass', passing),
]
const any = ['x', 'name', 'toString', '__proto__', 'constructor', ''].flatMap((name) => [
  [name, 'equal', (answers: Answers) => equalTest(name, 'a', answers)] as const,
  [name, 'value', (answers: Answers) => valueTest(name, isA, answers)] as const,
  [name, 'elements', (answers: Answers) => elementsTest(name, sought, answers)] as const,
  [name, 'elements that pass', (answers: Answers) => elementsTest(name, passing, answers)] as const,
])

const names = [...new Set([...known, ...any].map(([name]) => name))]
/** An object that has an own property of each name, `__proto__` too. */
const filled = (one: string, its: unknown, others: unknown): Fields =>
  Object.fromEntries(names.map((name) => [name, name === one ? its : others]))

const plain = (): never => {
  throw new RangeError('the plain evaluator is asked')
}

describe.each([...known, ...any])('%j, %s', (name, title, testOf) => {
  const lists = title.startsWith('elements')
  const a = lists ? ['b', null, 'a'] : 'a'
  const b = lists ? ['b', null, undefined] : 'b'
  const heir = Object.create(filled(name, a, b)) as Fields
  const list = Object.defineProperty([], name, { value: a }) as unknown as Fields
  const test = testOf({ own: name, yes: true, no: false, plain })

  it('reads this property and no other', () => {
    expect(test(filled(name, a, b))).toBe(true)
    expect(test(filled(name, b, a))).toBe(false)
    for (const unset of [null, undefined, 5]) expect(test(filled(name, unset, a)), String(unset)).toBe(false)
  })

  it('wants it to be the own property of a JSON object, unless that is checked elsewhere', () => {
    const elsewhere = testOf({ own: undefined, yes: true, no: false, plain })
    expect([heir, list].map(test)).toEqual([false, false])
    expect([heir, list].map(elsewhere)).toEqual([true, true])
  })

  it('answers as it is told', () => {
    const negated = testOf({ own: name, yes: false, no: true, plain })
    expect([filled(name, a, b), filled(name, b, a), heir].map(negated)).toEqual([false, true, true])
  })

  it('leaves what cannot be read to the plain evaluator', () => {
    const throwing = Object.defineProperty({}, name, {
      get: () => {
        throw new Error('boom')
      },
    })
    for (const answer of [true, false]) {
      expect(testOf({ own: name, yes: !answer, no: !answer, plain: () => answer })(throwing)).toBe(answer)
    }
  })
})
