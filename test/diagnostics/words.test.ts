import { describe, expect, it } from 'vitest'
import { type DiagnosticCode, quoted, type Finding, diagnose, nearest } from '../../src/diagnostics/index.ts'
import { alternatives, plural, proposal, visible } from '../../src/diagnostics/wording.ts'

const span = { start: 1, end: 2 }

const hintCodes: readonly DiagnosticCode[] = [
  'whole-url',
  'whole-pattern',
  'out-of-range',
  'profile-dependent',
  'never-matches',
]

type Row = {
  readonly [C in DiagnosticCode]: readonly [code: C, finding: Finding<C>, message: string, help?: string]
}[DiagnosticCode]

describe('the words of each code', () => {
  const rows: readonly Row[] = [
    ['unexpected-character', { character: ',' }, 'unexpected `,`'],
    ['unexpected-character', { character: '\n' }, 'unexpected `\\n`'],
    ['unexpected-character', { character: '\x1f' }, 'unexpected U+001F, a control character'],
    ['unexpected-character', { character: '\xa0' }, 'unexpected U+00A0, a no-break space'],
    ['needs-quotes', { character: '=' }, 'a value without quotes cannot contain `=`'],
    ['unexpected-character', { character: ',', help: 'h' }, 'unexpected `,`', 'h'],
    ['unexpected-token', { token: 'AND', help: 'h' }, 'unexpected `AND`', 'h'],
    ['unexpected-end', { help: 'h' }, 'unexpected end of the filter', 'h'],
    ['unterminated-string', { quote: '"' }, 'the quote is never closed'],
    ['invalid-escape', { escape: '\\q' }, 'invalid escape `\\q`'],
    ['too-long', { length: 9000, limit: 8192 }, 'the filter has 9,000 UTF-16 units; the limit is 8,192'],
    ['too-deep', { limit: 64 }, 'parentheses are nested deeper than 64 levels'],
    ['too-many-terms', { limit: 1 }, 'the filter has more than 1 comparison'],
    [
      'mixed-dialects',
      { comparator: '=', other: 'eq' },
      '`=` and `eq` cannot be combined in one filter',
      'use either `eq` and `ne` with patterns or the comparators `= != < <= > >= :` throughout',
    ],
    [
      'operator-in-regex-dialect',
      { operator: 'AND' },
      '`AND` cannot be combined with `eq` and `ne`',
      'clauses side by side are ANDed: `(name eq a.*) (name ne .*b)`',
    ],
    [
      'operator-in-regex-dialect',
      { operator: 'OR' },
      '`OR` cannot be combined with `eq` and `ne`',
      'write alternatives in the pattern: `name eq (a|b)`',
    ],
    [
      'operator-in-regex-dialect',
      { operator: 'NOT' },
      '`NOT` cannot be combined with `eq` and `ne`',
      'use `ne` for what must not match',
    ],
    [
      'multiple-fields',
      { field: 'b', other: 'a' },
      'regular expressions may test only one field, not both `a` and `b`',
      'filter one field, use the comparators `=` and `:`, or allow several fields with the profile switch `multipleFields: "and"`, as the live API does',
    ],
    [
      'missing-comparator',
      { word: 'a' },
      '`a` is not compared with anything',
      'a filter needs field, comparator and value: `name = debian-12`',
    ],
    ['missing-comparator', { word: 'a', help: 'h' }, '`a` is not compared with anything', 'h'],
    [
      'unknown-function',
      { name: 'f' },
      'unknown function `f`',
      'Compute has no functions; if a group is meant, write a space before `(`',
    ],
    ['unknown-field', { name: 'a', parent: 'Image', nearest: [] }, 'unknown field `a` of `Image`'],
    [
      'unknown-field',
      { name: 'a', parent: 'Image', nearest: ['b', 'c'] },
      'unknown field `a` of `Image`',
      'did you mean `b` or `c`?',
    ],
    ['not-traversable', { field: 'name', type: 'a string' }, '`name` is a string and has no fields'],
    [
      'not-traversable',
      { field: 'labels.a', type: 'a string', quotedKey: 'labels."a.b"' },
      '`labels.a` is a string and has no fields',
    ],
    [
      'indexing',
      { field: 'licenses', repeated: true, help: 'h' },
      'elements of `licenses` cannot be selected by index',
      'h',
    ],
    ['indexing', { field: 'name', repeated: false }, '`name` cannot be indexed'],
    [
      'repeated-needs-has',
      { field: 'licenses', comparator: '=', help: 'h' },
      '`licenses` is a list and cannot be compared with `=`',
      'h',
    ],
    [
      'not-atomic',
      { field: 'labels', type: 'a map', help: 'h' },
      '`labels` is a map, so it cannot be matched by a pattern',
      'h',
    ],
    [
      'not-atomic',
      { field: 'licenses', type: 'repeated', help: 'h' },
      '`licenses` is a list, so it cannot be matched by a pattern',
      'h',
    ],
    [
      'literal-type',
      { literal: 'a*', type: 'an order comparison', help: 'h' },
      '`a*` cannot be used in an order comparison',
      'h',
    ],
    [
      'comparator-type',
      { comparator: '<', type: 'an enum', allowed: ['=', '!=', ':'] },
      '`<` cannot be used with an enum',
      'use `=`, `!=` or `:`',
    ],
    ['literal-type', { literal: 'x', type: 'an integer', help: 'h' }, '`x` is not an integer', 'h'],
    [
      'unknown-enum-value',
      { value: 'x', field: 'status', near: [], all: ['A', 'B'] },
      '`x` is not a value of `status`',
      'the values are `A` or `B`',
    ],
    [
      'unknown-enum-value',
      { value: 'x', field: 'status', near: ['X'], all: ['X', 'B'] },
      '`x` is not a value of `status`',
      'did you mean `X`?',
    ],
    ['unknown-enum-value', { value: 'x', field: 'status', near: [], all: [] }, '`x` is not a value of `status`'],
    [
      'invalid-timestamp',
      { value: '2025' },
      '`2025` is not a timestamp',
      'write date, time and offset, as in `2025-01-31T12:00:00Z` or `2025-01-31T12:00:00.000-08:00`',
    ],
    ['invalid-pattern', { reason: 'missing ): (\n' }, 'invalid pattern: missing ): (\\n'],
    ['invalid-pattern', { reason: 'r', help: 'h' }, 'invalid pattern: r', 'h'],
    [
      'pattern-too-complex',
      { reason: 'r\t' },
      'the pattern is too complex: r\\t',
      'use smaller repetition counts and fewer character classes',
    ],
    ['engine-missing', { help: 'h' }, 'the pattern needs RE2, which is not loaded', 'h'],
    ['whole-url', { field: 'a', value: 'b' }, '`a` holds full URLs, so it never equals `b`'],
    ['whole-pattern', { field: 'b', pattern: 'a' }, 'the pattern `a` must match the entire URL'],
    [
      'out-of-range',
      { value: '-1', field: 'id', type: 'uint64' },
      '`-1` is out of range for `id` (`uint64`): no value can equal it',
    ],
    [
      'profile-dependent',
      { switch: 's', value: 'v', profile: 'p', other: 'o' },
      'the result depends on the profile switch `s`: it is `v` here and `o` in `p`',
    ],
    ['never-matches', { field: 'a', first: 'a = b', second: 'a = c' }, '`a = b` and `a = c` cannot both hold'],
  ]
  it.each(rows.map(([code, finding, message, help]) => ({ code, finding, message, help })))(
    '$code: $message',
    ({ code, finding, message, help }) => {
      const severity = hintCodes.includes(code) ? 'hint' : 'error'
      const expected = { code, severity, message, span, help }
      const { details, ...words } = diagnose(code, span, finding)
      expect({ help: undefined, ...words }).toEqual(expected)
      expect({ ...details, ...('help' in finding && { help: finding.help }) }).toEqual(finding)
    },
  )

  it('help and related places are left out where there are none', () => {
    expect(Object.keys(diagnose('too-deep', span, { limit: 2 }))).toEqual([
      'code',
      'severity',
      'message',
      'span',
      'details',
    ])
    const related = [{ message: 'm', span }]
    expect(diagnose('too-deep', span, { limit: 2 }, related).related).toEqual(related)
    expect(diagnose('too-deep', span, { limit: 2 }, [])).not.toHaveProperty('related')
  })
})

describe('what a user wrote', () => {
  it.each([
    ['a', '`a`'],
    ['', '``'],
    ['a\nb\rc\td', '`a\\nb\\rc\\td`'],
    ['a'.repeat(60), `\`${'a'.repeat(60)}\``],
    ['a'.repeat(61), `\`${'a'.repeat(59)}…\``],
    [`${'a'.repeat(58)}😀b`, `\`${'a'.repeat(58)}…\``],
    [`${'a'.repeat(57)}😀bc`, `\`${'a'.repeat(57)}😀…\``],
    [`😀${'a'.repeat(60)}`, `\`😀${'a'.repeat(57)}…\``],
    ['\n'.repeat(60), `\`${'\\n'.repeat(60)}\``],
  ])('%j is shown as %s', (text, shown) => {
    expect(quoted(text)).toBe(shown)
  })

  it.each([
    ['a'.repeat(1000), 'a'.repeat(1000)],
    ['a'.repeat(1001), `${'a'.repeat(999)}…`],
    ['\n'.repeat(1000), '\\n'.repeat(1000)],
  ])('a proposal is cut only when very long (%#)', (text, shown) => {
    expect(proposal(text)).toBe(`\`${shown}\``)
  })

  it.each([
    ['\0', '\\u{0}'],
    ['\x1b', '\\u{1b}'],
    ['\u200b', '\\u{200b}'],
    ['\u2028', '\\u{2028}'],
    ['\u2029', '\\u{2029}'],
    ['\udc00', '\\u{dc00}'],
    ['\u{e0001}', '\\u{e0001}'],
    ['ä 😀', 'ä 😀'],
  ])('%j is %s', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })
})

describe('numbers and lists', () => {
  it.each([
    [0, 'level', '0 levels'],
    [1, 'level', '1 level'],
    [2, 'level', '2 levels'],
    [999, '', '999'],
    [1000, '', '1,000'],
    [1_234_567, 'x', '1,234,567 xs'],
  ])('%d %s', (count, noun, expected) => {
    expect(plural(count, noun)).toBe(expected)
  })

  it.each([
    ['did you mean', [], undefined],
    ['did you mean', ['a'], 'did you mean `a`?'],
    ['did you mean', ['a', 'b'], 'did you mean `a` or `b`?'],
    ['did you mean', ['a', 'b', 'c'], 'did you mean `a`, `b` or `c`?'],
    ['use', ['a', 'b', 'c'], 'use `a`, `b` or `c`'],
    ['undid', ['a'], 'undid `a`'],
  ])('%s %j', (lead, names, expected) => {
    expect(alternatives(lead, names)).toBe(expected)
  })
})

describe('near names', () => {
  it.each([
    ['a', ['b', 'bc'], ['b']],
    ['ab', ['ax', 'xy'], ['ax']],
    ['abcde', ['abcdx', 'abcxx'], ['abcdx']],
    ['abcdef', ['abcdxx', 'abcxxx'], ['abcdxx']],
    ['abcdefghi', ['abcdefxxx', 'abcdexxxx'], ['abcdefxxx']],
    ['disk_size_gb', ['diskSizeGb'], ['diskSizeGb']],
    ['DISK-SIZE-GB', ['diskSizeGb'], ['diskSizeGb']],
    ['abcdefghi', ['abcdefghxx', 'abcdefghx', 'abcdefghi', 'abcdefxxx'], ['abcdefghi', 'abcdefghx', 'abcdefghxx']],
    ['ß', ['ss'], []],
    ['a'.repeat(64), ['a'.repeat(63)], ['a'.repeat(63)]],
    ['a'.repeat(65), ['a'.repeat(64)], []],
  ])('of %s among %j: %j', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toEqual(expected)
  })
})
