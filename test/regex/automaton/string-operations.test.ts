import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findStringOperations } from '../../../src/regex/automaton/string-operations.ts'
import { rawRe2 } from '../raw-re2.ts'
import { treeOf } from '../tree-of.ts'

const workOf = (pattern: string): number | undefined => findStringOperations(treeOf(pattern))?.work

/** What a search for some literals takes, in instructions of an automaton: eight units each. */
const searching = (...literals: readonly string[]): number =>
  literals.reduce((units, literal) => units + literal.length + 8, 1) / 8

/** The letters from a, as alternatives. */
const letters = (count: number): string =>
  Array.from({ length: count }, (_, at) => String.fromCodePoint(97 + at)).join('|')

describe('string operations', () => {
  it.each([
    ['debian-12', 1 / 8],
    ['^debian-12$', 1 / 8],
    ['\\Adebian\\z', 1 / 8],
    ['', 1 / 8],
    ['$', 1 / 8],
    ['(a|b)(c|d)?', 1 / 8],
    ['[ab]{3}[cd]{3}', 1 / 8],
    ['a{64}', 1 / 8],
    ['a\\nb', 1 / 8],
    ['.*', searching()],
    ['.+', searching()],
    ['^.*$', searching()],
    ['debian-.*', searching()],
    ['.*-12', searching()],
    ['debian.+12', searching()],
    ['.*debian.*', searching('debian')],
    ['.+debian.*rhel.+', searching('debian', 'rhel')],
    ['(a|b)-.*', searching()],
    ['.*-(a|b)', searching()],
    ['.*(debian|rhel).*', searching('debian', 'rhel')],
    ['.*\\bdebian\\b.*', searching('debian')],
    ['.*\\b(debian|rhel)\\b.*', searching('debian', 'rhel')],
    [`(?:${letters(15)}).*`, searching()],
    ['a.*.*b', searching()],
    ['a.*.+b', searching()],
    ['(?:(?:a.*))b', searching()],
  ])('have for %j the work %d', (pattern, work) => {
    expect(workOf(pattern)).toBe(work)
  })

  it.each([
    'a{65}',
    '[ab]{6}[cd]',
    'a*',
    '(?:ab)+',
    '[^a].*',
    '(?s).*a.*',
    '(?s:.)*a',
    '.{2,}a',
    '.?a',
    '.*?a|b*',
    'a.+.+b',
    'a.+.*.+b',
    'a\\n.*',
    '(a|\\n).*',
    '.*\\n.*',
    '.*a\\n',
    '.*(a|).*',
    'a.*(b|).*c',
    '.*\\ba.*',
    '.*a\\b.*',
    '.*\\Ba\\B.*',
    '.*\\ba\\B.*',
    '.+\\ba\\b.*',
    '.*\\ba\\b.+',
    'a\\ba\\b.*',
    '.*\\ba\\bb',
    '.*\\b\\b.*',
    '.*\\b(a|)\\b.*',
    '.*\\ba\\nb\\b.*',
    '.*\\b[a-z]+\\b.*',
    '.*\\b[a-z]\\b.*',
    '.*[a-z].*',
    `.*(?:${letters(9)}).*(?:${letters(9)})`,
    `(?:${letters(16)}).*`,
    '.*\\x{fffd}',
    '\\pL.*',
    '\\p{Lao}.*',
    '\\C.*',
    'a^b',
    '(?m)^a$',
    '^',
    '\\b',
  ])('do not apply to %j', (pattern) => {
    // One assertion alone is at both ends.
    expect(workOf(pattern)).toBe(pattern === '^' ? 1 / 8 : undefined)
  })

  const patterns = [
    ...[
      '',
      'ab',
      '^ab$',
      '(a|b)(c|d)?',
      'a\\nb',
      '.*',
      '.+',
      'ab.*',
      'ab.+',
      '.*ab',
      '.+ab',
      'a.*a',
      'a.+a',
      'aba.*aba',
      'ab.*bc',
    ],
    ...[
      '.*ab.*',
      '.+ab.*',
      '.*ab.+',
      '.+ab.+',
      '.*ab.*ba.*',
      'a.*ab.*b',
      'a.+a.+a',
      '.*(ab|b).*',
      '.*(ab|b)a',
      '(a|ab).*b',
      '(ab|a).*(b|bb)',
    ],
    ...[
      '.*(abc|b).*c',
      'a.*(b|abc).+',
      '.*a.*a.*a.*',
      '.*\\bab\\b.*',
      '.*\\b(a|ab)\\b.*',
      '.*\\b-\\b.*',
      '.*\\b😀\\b.*',
      '😀.*',
      '.*😀',
      '.*é.*',
      '.*.+a',
    ],
    ...['(a|b).*(a|b)', '(aa|a).*(aa|a)', '.*(a|aa)', '.+(a|aa)', '.*(ab|ba).+(ab|ba).*', 'a.*.*', '.*a.*.+'],
  ]

  it.each(patterns)('have the verdicts of RE2 for %j', (pattern) => {
    const own = findStringOperations(treeOf(pattern))
    const reference = rawRe2(pattern)
    const unit = fc.constantFrom(
      'a',
      'b',
      'ab',
      'a',
      'b',
      'ba',
      'c',
      '-',
      ' ',
      '_',
      'é',
      '😀',
      '\n',
      '\ud83d',
      '\ude00',
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 7 }), (parts) => {
        const text = parts.join('')
        expect(own?.test(text), JSON.stringify(text)).toBe(reference.test(text))
      }),
      { numRuns: 400, examples: [[[]], [['a']], [['ab']], [['a', 'b', 'a']], [['a', 'a']], [['\n']], [['ab', '\n']]] },
    )
  })
})
