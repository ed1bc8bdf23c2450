import { describe, expect, it } from 'vitest'
import { compile, defaultLimits, FilterError, type Limits, parse, validate } from '../src/index.ts'

const codes = (filter: string, limits: object): readonly string[] =>
  validate(filter, { limits }).map(({ code }) => code)

describe('limits that are not given, and unlimited ones', () => {
  const deep = `${'('.repeat(4000)}a = b${')'.repeat(4000)}`
  it('undefined keeps the default', () => {
    expect(codes(deep, { nesting: undefined })).toEqual(['too-deep'])
    expect(codes(`name = ${'a'.repeat(20_000)}`, { textLength: undefined })).toEqual(['too-long'])
  })

  it('Infinity lifts a limit, but not that of the stack', () => {
    expect(codes(`name = ${'a'.repeat(20_000)}`, { textLength: Infinity })).toEqual([])
    expect(codes(deep, { nesting: Infinity, textLength: Infinity })).toEqual(['too-deep'])
  })
})

describe('limits on a tree', () => {
  const rows: readonly (readonly [filter: string, limit: keyof Limits, least: number, code: string])[] = [
    ['name = (a OR b)', 'restrictions', 2, 'too-many-terms'],
    ['name = (a OR (b AND c))', 'nesting', 2, 'too-deep'],
    ['name = abc', 'textLength', 10, 'too-long'],
  ]
  it.each(rows)('%s: %s at %d and one below', (filter, limit, least, code) => {
    for (const tree of [parse(filter), structuredClone(parse(filter))]) {
      expect(validate(tree, { limits: { [limit]: least } })).toEqual([])
      expect(validate(tree, { limits: { [limit]: least - 1 } })).toMatchObject([{ code }])
      expect(() => compile(tree, { limits: { [limit]: least - 1 } })).toThrow(FilterError)
      expect(compile(tree, { limits: defaultLimits }).filter.expression).toEqual(tree.expression)
    }
  })
})
