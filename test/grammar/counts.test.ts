import { describe, expect, it } from 'vitest'
import { type Limits, parse, validate } from '../../src/index.ts'
import { marked } from '../marked.ts'

/** What a filter takes up of the limits, exactly. */
const rows: readonly (readonly [filter: string, nesting: number, restrictions: number])[] = [
  ['a', 0, 1],
  ['a = 1', 0, 1],
  ['a.b.c = 1', 0, 1],
  ['a."b".c eq 1', 0, 1],
  ['a b c', 0, 3],
  ['a.b c.d', 0, 2],
  ['a = 1 b', 0, 2],
  ['(a = 1) (b = 2) (c = 3)', 1, 3],
  ['((a = 1)) AND (b = 2)', 2, 2],
  ['a = (b OR c)', 1, 2],
  ['a = (b OR (c AND d))', 2, 3],
  ['a = (b) c = (d)', 1, 2],
  ['NOT (a = 1 OR -(b = 2))', 2, 2],
  ['f()', 1, 1],
  ['f(a, b)', 1, 3],
  ['f() g()', 1, 2],
  ['a = f(b)', 1, 2],
  ['a = (f(b) OR c)', 2, 3],
  ['(a eq b) (c ne (d))', 1, 2],
]

const codeOf = (filter: string, limits: Partial<Limits>): readonly string[] =>
  validate(filter, { limits })
    .map(({ code }) => code)
    .filter((code) => code === 'too-deep' || code === 'too-many-terms')

describe('limits of nesting and restrictions', () => {
  it.each(rows)('%s: %d levels, %d restrictions', (filter, nesting, restrictions) => {
    expect(() => parse(filter, { limits: { nesting, restrictions } })).not.toThrow()
    expect(codeOf(filter, { nesting, restrictions: restrictions - 1 })).toEqual(['too-many-terms'])
    if (nesting > 0) expect(codeOf(filter, { nesting: nesting - 1, restrictions })).toEqual(['too-deep'])
  })

  it('does not count groups side by side as nested', () => {
    expect(codeOf('(id = 1)'.repeat(200), {})).toEqual([])
  })
})

describe('help for words that run into quotes or calls', () => {
  it.each([
    ['labels<|"|>a"', 'put the whole word in quotes'],
    ['a<|~|>"b"', 'only gcloud has `~`: write `a eq ".*b.*"`, since a pattern must match the whole field'],
    ['<|~|>a"b"', 'only gcloud has `~`: write `FIELD eq ".*PATTERN.*"`, since a pattern must match the whole field'],
    ['a = 1 xNOT(b <|=|> 1)', 'put white space before a group'],
    ['a = 1 NOT(b <|=|> 1)', 'put white space after `NOT`'],
    ['a = 1 a.eq(b <|=|> 1)', 'put white space before a group'],
    ['ne(b <|=|> 1)', 'put white space after `ne`'],
  ])('%s', (source, help) => {
    const { text, span } = marked(source)
    expect(validate(text)).toMatchObject([{ span, help }])
  })
})
