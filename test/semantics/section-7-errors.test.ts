import { describe, expect, it } from 'vitest'
import {
  compile,
  defaultLimits,
  type FilterNode,
  FilterError,
  type Limits,
  parse,
  print,
  validate,
} from '../../src/index.ts'
import { expectRejections } from './tables.ts'

const nested = (depth: number): string => `${'('.repeat(depth)}name = a${')'.repeat(depth)}`
const many = (count: number): string => Array.from({ length: count }, (_, number) => `id=${String(number)}`).join(' ')
const codes = (filter: string | FilterNode, limits: Partial<Limits> = {}) =>
  validate(filter, { limits }).map(({ code }) => code)

describe('section 7: diagnostics', () => {
  it('contain the first syntax error only, but all semantic errors, in the order of the text', () => {
    expect(codes('a == b AND c == d')).toEqual(['unexpected-token'])
    expect(codes('status < READY AND nme = 1 AND diskSizeGb = x')).toEqual([
      'comparator-type',
      'unknown-field',
      'literal-type',
    ])
  })

  it('are the same from compile as from validate, without fixes', () => {
    const filter = 'nme = 1 AND diskSizeGb = x'
    try {
      compile(filter)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(FilterError)
      expect((error as FilterError).diagnostics).toMatchObject(
        validate(filter).map(({ code, span, message }) => ({ code, span, message })),
      )
    }
  })

  it('have spans in the text of a parsed tree, and in the printed text of a built tree', () => {
    const filter = parse('  nme   =   1')
    expect(validate(filter)[0]?.span).toEqual({ start: 2, end: 5 })
    const copy = structuredClone(filter)
    expect(validate(copy)[0]?.span).toEqual({ start: 0, end: 3 })
    expect(() => compile(copy)).toThrow(FilterError)
    expect(print(compile(structuredClone(parse('name=a'))).filter)).toBe('name = a')
  })
})

describe('section 7: limits, at them and one over', () => {
  expectRejections([
    [
      'nesting',
      `${'('.repeat(64)}<|(|>name = a${')'.repeat(65)}`,
      'too-deep',
      'parentheses are nested deeper than 64 levels',
    ],
    [
      'nesting of arguments',
      `name = ${'('.repeat(64)}<|(|>a${')'.repeat(65)}`,
      'too-deep',
      'parentheses are nested deeper than 64 levels',
    ],
    [
      'nesting of calls',
      `name = ${'f('.repeat(64)}<|f(|>a${')'.repeat(65)}`,
      'too-deep',
      'parentheses are nested deeper than 64 levels',
    ],
    ['restrictions', `${many(1000)} <|id|>=1`, 'too-many-terms', 'the filter has more than 1,000 comparisons'],
    ['words alone count', `${many(1000)} <|id|>`, 'too-many-terms', 'the filter has more than 1,000 comparisons'],
    [
      'values of a composite count',
      `id = (${Array.from({ length: 1000 }, () => '1').join(' ')} <|1|>)`,
      'too-many-terms',
      'the filter has more than 1,000 comparisons',
    ],
  ])

  it('limits the text', () => {
    expect(codes(`name = ${'a'.repeat(defaultLimits.textLength - 7)}`)).toEqual([])
    expect(codes(`name = ${'a'.repeat(defaultLimits.textLength - 6)}`)).toEqual(['too-long'])
  })
  it('limits nesting', () => {
    expect(codes(nested(64))).toEqual([])
    expect(codes(nested(65))).toEqual(['too-deep'])
    expect(codes(nested(3), { nesting: 2 })).toEqual(['too-deep'])
  })
  it('limits restrictions', () => {
    expect(codes(many(1000))).toEqual([])
    expect(codes(many(1001))).toEqual(['too-many-terms'])
    expect(codes(many(3), { restrictions: 2 })).toEqual(['too-many-terms'])
  })
  it('counts clauses', () => {
    expect(codes('(name eq a)(name eq b)(name eq c)', { restrictions: 3 })).toEqual([])
    expect(codes('(name eq a)(name eq b)(name eq c)', { restrictions: 2 })).toEqual(['too-many-terms'])
  })
  it('counts values even where the type does not accept them', () => {
    expect(codes('id = (1 2 3)', { restrictions: 2 })).toEqual(['too-many-terms'])
    expect(codes('id = (1 2)', { restrictions: 2 })).toEqual([])
  })

  it('never allows nesting over 128, and never overflows the stack', () => {
    const limits = { nesting: 1e9, textLength: 1e9 }
    expect(codes(nested(128), limits)).toEqual([])
    expect(codes(nested(129), limits)).toEqual(['too-deep'])
    expect(codes(nested(100_000), limits)).toEqual(['too-deep'])
    const deep = (frames: number): readonly string[] =>
      frames === 0 ? codes(nested(128), limits) : [...deep(frames - 1)]
    expect(deep(3000)).toEqual([])
  })
})
