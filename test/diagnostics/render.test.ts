import { describe, expect, it } from 'vitest'
import { type Diagnostic, FilterError, parse, validate } from '../../src/index.ts'

const shown = (source: string): string => new FilterError(source, validate(source)).toString()
const at = (start: number, end: number): Diagnostic => ({
  code: 'unexpected-token',
  severity: 'error',
  message: 'm',
  details: { token: 'x' },
  span: { start, end },
})
const excerpt = (source: string, start: number, end: number): string =>
  new FilterError(source, [at(start, end)]).toString().split('\n').slice(1).join('\n')

describe('a FilterError', () => {
  it('shows each diagnostic in its place', () => {
    expect(shown('nme = debian-12 AND diskSizeGb > large')).toBe(
      [
        'error[unknown-field]: unknown field `nme` of `Image`',
        '  1 | nme = debian-12 AND diskSizeGb > large',
        '    | ^^^',
        '    = help: did you mean `name`?',
        'error[literal-type]: `large` is not an integer',
        '  1 | nme = debian-12 AND diskSizeGb > large',
        '    |                                  ^^^^^',
        '    = help: write a decimal integer',
      ].join('\n'),
    )
  })

  it('shows related places', () => {
    expect(shown('name eq a AND family = b').split('\n').slice(3, 6)).toEqual([
      '  note: `eq` belongs to the other dialect',
      '  1 | name eq a AND family = b',
      '    |      --',
    ])
  })

  it('has a message of one line', () => {
    expect(new FilterError('', []).message).toBe('invalid filter')
    expect(new FilterError('x', [at(0, 1)]).message).toBe('m')
    expect(new FilterError('x', [at(0, 1), at(0, 1), at(0, 1)]).message).toBe('m (and 2 more)')
    expect(new FilterError('x', []).name).toBe('FilterError')
  })

  it('is what the API answers', () => {
    const message = "Invalid value for field 'filter': 'name'. Invalid list filter expression."
    expect(JSON.parse(JSON.stringify(new FilterError('name', validate('name'))))).toEqual({
      error: { code: 400, message, errors: [{ message, domain: 'global', reason: 'invalid' }] },
    })
  })

  it('is what parse throws, with the first error only', () => {
    expect(() => parse('name == a == b')).toThrow(FilterError)
    try {
      parse('name == a == b')
    } catch (error) {
      expect((error as FilterError).diagnostics).toHaveLength(1)
      expect((error as FilterError).source).toBe('name == a == b')
    }
  })
})

describe('an excerpt', () => {
  it.each([
    ['in the first line', 'abc', 1, 2, '  1 | abc\n    |  ^'],
    ['in a later line', 'a\nbc\r\nde\rf', 6, 8, '  3 | de\n    | ^^'],
    ['of several lines: the first', 'ab\ncd', 1, 5, '  1 | ab\n    |  ^'],
    ['behind the end', 'abc', 3, 3, '  1 | abc\n    |    ^'],
    ['of nothing', '', 0, 0, '  1 |\n    | ^'],
    ['tabs are written out', 'a\tb', 2, 3, '  1 | a\\tb\n    |    ^'],
    ['control characters are, too', 'a\x1b[0mb', 1, 2, '  1 | a\\u{1b}[0mb\n    |  ^^^^^^'],
    ['an astral character has one caret', '𝒜ab', 0, 2, '  1 | 𝒜ab\n    | ^'],
    ['carets stand behind astral characters', '𝒜ab', 3, 4, '  1 | 𝒜ab\n    |   ^'],
    ['a wide character has two carets', '日本x', 0, 1, '  1 | 日本x\n    | ^^'],
    ['carets stand behind wide characters', '日😀x', 3, 4, '  1 | 日😀x\n    |     ^'],
    ['a combining character has none', 'e\u0301x', 2, 3, '  1 | e\u0301x\n    |  ^'],
    [
      'invisible characters are written out',
      'a\u200b\u00a0b',
      3,
      4,
      '  1 | a\\u{200b}\\u{a0}b\n    |                ^',
    ],
    ['a lone surrogate is written out', 'a\ud800b', 1, 2, '  1 | a\\u{d800}b\n    |  ^^^^^^^^'],
  ])('%s', (_, source, start, end, expected) => {
    expect(excerpt(source, start, end)).toBe(expected)
  })

  it('of a long line is cut around the place', () => {
    const source = 'a'.repeat(500) + 'BB' + 'c'.repeat(500)
    const [line = '', carets = ''] = excerpt(source, 500, 502).split('\n')
    expect(line).toBe(`  1 | …${'a'.repeat(20)}BB${'c'.repeat(78)}…`)
    expect(carets).toBe(`    | ${' '.repeat(21)}^^`)
    expect(excerpt(source, 0, 1002).split('\n')[0]).toBe(`  1 | ${'a'.repeat(100)}…`)
    expect(excerpt(source, 1001, 1002).split('\n')[0]).toBe(`  1 | …${'c'.repeat(100)}`)
  })
})

describe('words', () => {
  it.each([['user input is on one line', 'labels.a = b\n<|"', 'x']])('%s', () => {
    expect(validate('"a\nb" = 1')[0]?.message).toBe('unknown field `a\\nb` of `Image`')
    expect(validate('"a\u202eb" = 1')[0]?.message).toBe('unknown field `a\\u{202e}b` of `Image`')
  })

  it('a long word is cut between characters', () => {
    expect(validate(`"${'a'.repeat(58)}😀😀" = 1`)[0]?.message).toBe(
      `unknown field \`${'a'.repeat(58)}…\` of \`Image\``,
    )
  })

  it('numbers are grouped', () => {
    expect(validate('a'.repeat(9000))[0]?.message).toBe('the filter has 9,000 UTF-16 units; the limit is 8,192')
    expect(validate('abc', { limits: { textLength: 1 } })[0]?.message).toBe(
      'the filter has 3 UTF-16 units; the limit is 1',
    )
  })

  it('nothing far is said to be near', () => {
    expect(validate('qqqq = 1')[0]?.help).toBeUndefined()
    expect(validate('nam = 1')[0]?.help).toBe('did you mean `name`?')
  })
})
