import { RE2JS } from 're2js'
import { describe, expect, it, vi } from 'vitest'
import { compile, validate } from '../../src/index.ts'
import { defaultEngine, re2Engine } from '../../src/regex/re2/loading.ts'
import { re2jsEngine } from '../../src/re2js.ts'
import { isFailure } from '../../src/regex/index.ts'

/** The verdicts of RE2::FullMatch. Every row is tried with RE2 itself and with the engines that can replace it. */
const engines = [
  ['RE2', re2Engine()],
  ['the default engine', defaultEngine()],
  ['re2js', re2jsEngine],
] as const

/** RE2 accepts these, re2js does not: see its docstring. */
const unknownToRe2js: readonly string[] = [
  '\\C\\C\\C\\C',
  '(?P<n>a)(?<n>b)',
  '(?<é>a)',
  '(?P<٣>a)(?<a‿_Ⅷ>b)(?<́>c)',
  '[:[:]',
  'a{99999999999}',
]

const matches: readonly (readonly [pattern: string, text: string, expected: boolean])[] = [
  // The whole text, not a part of it.
  ['debian', 'debian-12', false],
  ['a|ab', 'ab', true],
  ['a|b', 'ab', false],
  ['', '', true],
  ['', 'a', false],
  // Ends of the text: no newline is forgiven, and (?m) moves `^` and `$` only.
  ['a$', 'a\n', false],
  ['^a$', 'a', true],
  ['(?m)^a$', 'a', true],
  ['(?m)^a$', 'a\nb', false],
  ['(?m)a$\\nb', 'a\nb', true],
  ['a$\\nb', 'a\nb', false],
  // `.` and newlines.
  ['.*', 'a\nb', false],
  ['(?s).*', 'a\nb', true],
  ['a.*b.*', 'a-b\n', false],
  // Quotation, closed and not.
  ['\\Qabc', 'abc', true],
  ['\\Qa.c\\E.', 'a.cx', true],
  ['\\Qa|b', 'a|b', true],
  ['\\Qa|b', 'a', false],
  ['a\\Q', 'a', true],
  // Flags, at the front and in the middle.
  ['(?i)PROD', 'prod', true],
  ['a(?i)b', 'aB', true],
  ['a(?i)b', 'AB', false],
  ['a(?i:b)c', 'aBC', false],
  ['(?U)a*', 'aaa', true],
  // Classes.
  ['[[:word:]]+', 'a_1', true],
  ['\\pN+', '12', true],
  ['\\p{Greek}', 'α', true],
  ['\\PL', '1', true],
  ['[^a]', '\n', true],
  ['[\\d-]+', '1-2', true],
  ['[]a]+', ']a', true],
  ['\\w', 'é', false],
  ['.*\\bdebian\\-1\\b.*', 'x debian-1 y', true],
  ['.*\\bdebian\\-1\\b.*', 'x debian-12 y', false],
  ['\\Bb', 'b', false],
  // Bytes and code points.
  ['.', '😀', true],
  ['..', '😀', false],
  ['[😀-😃]', '😂', true],
  ['\\x{1F600}', '😀', true],
  ['\\C\\C\\C\\C', '😀', true],
  ['\\x00', '\0', true],
  ['a\0b', 'a\0b', true],
  ['\uFEFFa', '\uFEFFa', true],
  ['a', '\uFEFFa', false],
  // A lone surrogate in a text is U+FFFD.
  ['\uFFFD', '\uD800', true],
  ['.', '\uDC00', true],
  ['a.b', 'a\uD800b', true],
  ['\uFFFD\uFFFD', '\uDC00\uD800', true],
  ['[^a]*', '\uD800', true],
  // Named groups, in the old and the new spelling, and what only looks like one.
  ['(?P<n>a)', 'a', true],
  ['(?<n>a)', 'a', true],
  ['\\(?<n>a', '(<n>a', true],
  ['[(?<n>]+', '(?<n>', true],
  ['\\Q(?<n>\\E', '(?<n>', true],
  ['(?P<n>a)(?<n>b)', 'ab', true],
  ['(?<é>a)', 'a', true],
  ['(?P<٣>a)(?<a‿_Ⅷ>b)(?<́>c)', 'abc', true],
  ['[(?P<n>]+', '(?P<n>', true],
  // Parentheses that capture are rewritten, and those that are text are not.
  ['(a)(b(c))*', 'abcbc', true],
  ['[(]a[)]', '(a)', true],
  ['[^(]', '?', true],
  ['[[:alpha:](]+', 'a(', true],
  ['[[:alpha:](]', '?', false],
  ['\\((a)\\)', '(a)', true],
  ['\\Q(a\\E(b)', '(ab', true],
  ['\\Q(', '(', true],
  ['((((a)|b)|(c)))', 'c', true],
  ['a{99999999999}', 'a{99999999999}', true],
  ['(?i)[k-l]', '\u212A', true],
  ['a{2,3}?', 'aaa', true],
  ['a{,2}', 'a{,2}', true],
  ['x*', '', true],
  ['[:[:]', ':', true],
]

const rejected: readonly string[] = [
  // Invalid alone, but valid between anchors in parentheses.
  'a)|(b',
  ').\\',
  'a)',
  '(a',
  ')(',
  '\\',
  'a\\',
  '(?:a',
  'a)(?:b',
  '(a)) | ((b)',
  '(?i',
  'a)(?i',
  '(?P<é',
  '(?P<é>a',
  '(?<①>a)',
  '(?<a-b>a)',
  '(?P<>a)',
  // Quotation: `\E` must not close what the pattern left open elsewhere.
  '(\\Qa',
  '[\\Qa',
  // JavaScript's, Perl's and .NET's, not RE2's.
  '\\cA',
  '\\u0041',
  '(?=a)',
  '(?!a)',
  '(?<=a)b',
  '(a)\\1',
  '(?>a)',
  'a++',
  '(?#comment)',
  '(?x)a b',
  '\\Z',
  '\\q',
  '*a',
  '+',
  '?',
  'a**',
  '[b-a]',
  '[a',
  '[[:unknown:]]',
  '\\pX',
  '\\p{Nowhere}',
  'a{2,1}',
  'a{1001}',
  '(a{100}){100}',
  '((a{10}){10}){11}',
  '\\8',
  // No text either.
  '\uD800',
  'a\uDC00b',
]

describe.each(engines)('%s', (name, engine) => {
  it.each(matches.filter(([pattern]) => name !== 're2js' || !unknownToRe2js.includes(pattern)))(
    '%j on %j is %j',
    (pattern, text, expected) => {
      const compiled = engine.compile(pattern)
      if (isFailure(compiled)) throw new Error(compiled.reason)
      expect(compiled.test(text)).toBe(expected)
      compiled.free()
      compiled.free()
    },
  )

  it.each(rejected)('rejects %j in words', (pattern) => {
    const failure = engine.compile(pattern)
    expect(failure).toMatchObject({ code: 'invalid-pattern' })
    expect(isFailure(failure) && failure.reason).toMatch(/^\S.*\S$/)
  })
})

describe('re2js', () => {
  it.each(unknownToRe2js)('does not read %j', (pattern) => {
    expect(matches.map(([known]) => known)).toContain(pattern)
    expect(re2jsEngine.compile(pattern)).toMatchObject({ code: 'invalid-pattern' })
  })

  it('reports patterns that are too large for it', () => {
    const nested = '('.repeat(2000) + ')'.repeat(2000)
    expect(re2jsEngine.compile(nested)).toEqual({ code: 'pattern-too-complex', reason: 'expression nests too deeply' })
  })

  it.each([
    ['has run out of something', new Error('out of memory')],
    ['passes on that the stack of the caller is used up', new RangeError('Maximum call stack size exceeded')],
  ])('that fails in any other way %s', (_, error) => {
    vi.spyOn(RE2JS, 'compile').mockImplementationOnce(() => {
      throw error
    })
    const compileIt = () => re2jsEngine.compile('a')
    if (error instanceof RangeError) expect(compileIt).toThrow(error)
    else expect(compileIt()).toEqual({ code: 'pattern-too-complex', reason: 'Error: out of memory' })
  })

  it('works as the engine of a filter', () => {
    const matcher = compile('name eq "(?i)debian-.*"', { regexEngine: re2jsEngine })
    expect([matcher({ name: 'DEBIAN-12' }), matcher({ name: 'ubuntu' })]).toEqual([true, false])
    matcher[Symbol.dispose]()
    expect(validate('name eq "("', { regexEngine: re2jsEngine })).toMatchObject([{ code: 'invalid-pattern' }])
  })
})
