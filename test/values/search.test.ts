import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile } from '../../src/index.ts'
import { createSearch } from '../../src/values/index.ts'

const letters = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom('a', 'a', 'a', 'b'), { minLength, maxLength }).map((some) => some.join(''))

it('finds what indexOf finds, whatever the length', () => {
  fc.assert(
    fc.property(letters(0, 90), letters(0, 200), letters(0, 200), fc.nat(250), (part, before, after, from) => {
      for (const text of [before + after, before + part + after]) {
        // Beyond the end, the empty part is not looked for.
        fc.pre(from <= text.length || part !== '')
        expect(createSearch(part)(text, from)).toBe(text.indexOf(part, from))
      }
    }),
    { numRuns: 2000 },
  )
})

it.each([
  ['a part that begins again inside of itself', 'ab'.repeat(40) + 'c', 'ab'.repeat(100) + 'c', 120],
  ['a part that is not there', 'ab'.repeat(40) + 'c', 'ab'.repeat(100), -1],
  ['a part longer than the text', 'a'.repeat(65), 'a'.repeat(64), -1],
  ['a part that is the text', 'a'.repeat(65), 'a'.repeat(65), 0],
])('%s', (_, part, text, expected) => {
  expect(createSearch(part)(text, 0)).toBe(expected)
})

it('finds long parts of wildcards', () => {
  const part = `${'a'.repeat(100)}b${'a'.repeat(100)}`
  const matches = compile(`description = *${part}*c`)
  expect(matches({ description: `${'a'.repeat(1000)}b${'a'.repeat(1000)}c` })).toBe(true)
  expect(matches({ description: `${'a'.repeat(1000)}b${'a'.repeat(99)}c` })).toBe(false)
})
