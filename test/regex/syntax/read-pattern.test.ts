import { describe, expect, it } from 'vitest'
import { readPattern } from '../../../src/regex/syntax/read-pattern.ts'
import type { PatternNode } from '../../../src/regex/syntax/tree.ts'
import { rawRe2 } from '../raw-re2.ts'
import { treeOf } from '../tree-of.ts'
import { alternatives, assertion, byte, empty, one, opaque, repetition, sequence, set, word } from './trees.ts'

const [textStart, textEnd] = [assertion('text-start'), assertion('text-end')]
const [lineStart, lineEnd] = [assertion('line-start'), assertion('line-end')]
const [boundary, noBoundary] = [assertion('word-boundary'), assertion('no-word-boundary')]
const any = set('\0\t\v\u{10ffff}')
const anyOrNewline = set('\0\u{10ffff}')
const [a, b, c] = [one('a'), one('b'), one('c')]
const bothA = one('Aa')

type Row = readonly [pattern: string, tree: PatternNode]

const characters: readonly Row[] = [
  ['', empty],
  ['a', a],
  ['abc', word('abc')],
  ['é', one('é')],
  ['a😀b', word('a😀b')],
  ['\n', one('\n')],
  ['\0', one('\0')],
  ['\uffffa', word('\uffffa')],
  ['\u{10000}', one('\u{10000}')],
  ['\u{10ffff}', one('\u{10ffff}')],
  // These are no operators where they stand.
  [']', one(']')],
  ['}', one('}')],
  ['-,:<>=!PQ&', word('-,:<>=!PQ&')],
  ['{', one('{')],
  ['{a', word('{a')],
  ['a{', word('a{')],
  ['a{,2}', word('a{,2}')],
  ['a{}', word('a{}')],
  ['a{2', word('a{2')],
  ['a{2,', word('a{2,')],
  ['a{2,3', word('a{2,3')],
  ['a{02}', word('a{02}')],
  ['a{1,02}', word('a{1,02}')],
  ['a{-1}', word('a{-1}')],
  ['a{ 1}', word('a{ 1}')],
  ['a{1,2,3}', word('a{1,2,3}')],
  ['a{1000000000}', word('a{1000000000}')],
  ['a{1,1000000000}', word('a{1,1000000000}')],
  ['.', any],
]

const escapes: readonly Row[] = [
  ['\\t\\n\\r\\f\\a\\v', word('\t\n\r\f\x07\v')],
  ['\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\^\\$\\\\', word('.*+?()[]{}|^$\\')],
  ['\\-\\_\\ \\&\\~\\"', word('-_ &~"')],
  ['\\x41', one('A')],
  ['\\x4a\\x4A', word('JJ')],
  ['\\x00', one('\0')],
  ['\\xff', one('\xff')],
  ['\\x411', word('A1')],
  ['\\x{41}', one('A')],
  ['\\x{0}', one('\0')],
  ['\\x{0000000000041}', one('A')],
  ['\\x{1F600}', one('😀')],
  ['\\x{1f600}', one('😀')],
  ['\\x{10ffff}', one('\u{10ffff}')],
  ['\\101', one('A')],
  ['\\0', one('\0')],
  ['\\00', one('\0')],
  ['\\000', one('\0')],
  ['\\07', one('\x07')],
  ['\\08', word('\x008')],
  ['\\12', one('\n')],
  ['\\0\n7', word('\0\n7')],
  ['\\08\n', word('\x008\n')],
  ['\\018', word('\x018')],
  ['\\0a1', word('\0a1')],
  ['\\128', word('\n8')],
  ['\\1011', word('A1')],
  ['\\377', one('\xff')],
  ['\\777', one('\u01ff')],
  // A surrogate by its number is a character that no text has.
  ['\\x{d800}', { kind: 'characters', ranges: [0xd800, 0xd800] }],
]

const quotations: readonly Row[] = [
  ['\\Qa.b\\E', word('a.b')],
  ['\\Qa.b', word('a.b')],
  ['\\Q', empty],
  ['\\Q\\E', empty],
  ['\\Q*\\E*', repetition(one('*'), 0)],
  ['\\Qab\\E*', sequence(a, repetition(b, 0))],
  ['a\\Q\\E', a],
  ['\\Q\\\\E', one('\\')],
  ['\\Q\\', one('\\')],
  ['\\Q\\n\\E', word('\\n')],
  ['\\Q\\Qa\\E', word('\\Qa')],
  ['(\\Q)\\E)', one(')')],
  ['(\\Qa|b\\E|c)', alternatives(word('a|b'), c)],
  ['\\Q😀\\E', one('😀')],
  ['(?i)\\Qa\\E', bothA],
  ['\\Qa\\Eb', word('ab')],
]

const classes: readonly Row[] = [
  ['[a]', a],
  ['[abc]', set('ac')],
  ['[ca]', one('ac')],
  ['[a-c]', set('ac')],
  ['[a-a]', a],
  ['[a-cb-e]', set('ae')],
  ['[a-cx-z]', set('acxz')],
  ['[😀-😃]', set('😀😃')],
  ['[^a]', set('\0`b\u{10ffff}')],
  ['[^a-c]', set('\0`d\u{10ffff}')],
  ['[^\\x00-\\x{10ffff}]', set('')],
  ['[\\x00-\\x{10ffff}]', anyOrNewline],
  // Brackets, carets and hyphens as characters.
  ['[]]', one(']')],
  ['[]a]', one(']a')],
  ['[^]]', set('\0\\^\u{10ffff}')],
  ['[[]', one('[')],
  ['[[a]', one('[a')],
  ['[\\]]', one(']')],
  ['[a^]', one('^a')],
  ['[\\^]', one('^')],
  ['[-]', one('-')],
  ['[-a]', one('-a')],
  ['[a-]', one('-a')],
  ['[^-a]', set('\0,.`b\u{10ffff}')],
  ['[+--]', set('+-')],
  ['[--/]', set('-/')],
  ['[a-c-e]', set('--acee')],
  ['[a\\-z]', one('-az')],
  // Operators are none.
  ['[.*+?(){}|$]', set('$$(+..??{}')],
  ['[a-c]*', repetition(set('ac'), 0)],
  ['[\\n-\\r]', set('\n\r')],
  ['[\\x41-\\x{43}\\104]', set('AD')],
  ['[\\d]', set('09')],
  ['[\\d_a-c]', set('09__ac')],
  ['[^\\d]', set('\0/:\u{10ffff}')],
  ['[\\D]', set('\0/:\u{10ffff}')],
  ['[^\\D]', set('09')],
  ['[\\d\\D]', anyOrNewline],
  ['[\\d-]', set('--09')],
  ['[\\d-z]', set('--09zz')],
  ['[\\w\\s]', set('\t\n\f\r  09AZ__az')],
  ['[[:digit:]]', set('09')],
  ['[[:^digit:]]', set('\0/:\u{10ffff}')],
  ['[^[:digit:]]', set('\0/:\u{10ffff}')],
  ['[^[:^digit:]]', set('09')],
  ['[[:alpha:]_]', set('AZ__az')],
  ['[[:word:]]', set('09AZ__az')],
  ['[[:upper:][:digit:]]', set('09AZ')],
  ['[[:digit:]-a]', set('--09aa')],
  // No class with a name without the second colon.
  ['[[:alpha]', set('::[[aahhllpp')],
  ['[:alpha:]', set('::aahhllpp')],
  ['[[:]', one(':[')],
  ['[a[:]b]', sequence(one(':[a'), b, one(']'))],
]

const sets: readonly Row[] = [
  ['\\d', set('09')],
  ['\\D', set('\0/:\u{10ffff}')],
  ['\\s', set('\t\n\f\r  ')],
  ['\\S', set('\0\x08\v\v\x0e\x1f!\u{10ffff}')],
  ['\\w', set('09AZ__az')],
  ['\\W', set('\0/:@[^``{\u{10ffff}')],
  ['\\p{Any}', anyOrNewline],
  ['\\P{Any}', set('')],
  ['\\p{^Any}', set('')],
  ['\\P{^Any}', anyOrNewline],
  ['\\p{Thai}', set('กฺเ๛')],
  ['\\P{Thai}', set('\0\u0e00\u0e3b\u0e3f\u0e5c\u{10ffff}')],
  ['\\p{^Thai}', set('\0\u0e00\u0e3b\u0e3f\u0e5c\u{10ffff}')],
  ['\\P{^Thai}', set('กฺเ๛')],
  ['[\\p{Thai}a]', set('aaกฺเ๛')],
  ['[^\\P{Thai}]', set('กฺเ๛')],
  // What only RE2 knows.
  ['\\p{Lu}', opaque('\\p{Lu}')],
  ['\\P{Lu}', opaque('\\P{Lu}')],
  ['\\p{^Lu}', opaque('\\p{^Lu}')],
  ['\\pN', opaque('\\pN')],
  ['\\PN', opaque('\\PN')],
  ['\\pNa', sequence(opaque('\\pN'), a)],
  ['\\p{Thaana}+', repetition(opaque('\\p{Thaana}'), 1)],
  ['[\\pN]', opaque('[\\pN]')],
  ['[^a\\p{Lu}b]c', sequence(opaque('[^a\\p{Lu}b]'), c)],
  ['a[\\pL\\pN]', sequence(a, opaque('[\\pL\\pN]'))],
  ['(?i)\\p{Lu}', opaque('(?i:\\p{Lu})')],
  ['(?i)[\\p{Lu}é]', opaque('(?i:[\\p{Lu}é])')],
  ['(?i:\\pN)\\pN', sequence(opaque('(?i:\\pN)'), opaque('\\pN'))],
  ['\\C', byte],
  ['\\C\\C*', sequence(byte, repetition(byte, 0))],
  ['(?i)\\C', byte],
]

const assertions: readonly Row[] = [
  ['^', textStart],
  ['$', textEnd],
  ['\\A', textStart],
  ['\\z', textEnd],
  ['\\b', boundary],
  ['\\B', noBoundary],
  ['(?m)^', lineStart],
  ['(?m)$', lineEnd],
  ['(?m)\\A', textStart],
  ['(?m)\\z', textEnd],
  ['^a$', sequence(textStart, a, textEnd)],
  // Runs of one are one.
  ['\\b\\b', boundary],
  ['\\b\\b\\ba', sequence(boundary, a)],
  ['^\\A^', textStart],
  ['\\b\\B', sequence(boundary, noBoundary)],
  ['\\b\\B\\b', sequence(boundary, noBoundary, boundary)],
  ['^$', sequence(textStart, textEnd)],
  ['^(?m)^', sequence(textStart, lineStart)],
  ['\\ba\\b', sequence(boundary, a, boundary)],
  ['\\b(?:\\b)a', sequence(boundary, a)],
]

const flags: readonly Row[] = [
  ['(?i)a', bothA],
  ['a(?i)a', sequence(a, bothA)],
  ['(?i)a(?-i)a', sequence(bothA, a)],
  ['(?i:a)a', sequence(bothA, a)],
  ['(?i)(?-i:a)a', sequence(a, bothA)],
  ['((?i)a)a', sequence(bothA, a)],
  ['(?i)(a)a', sequence(bothA, bothA)],
  ['(?i)(?:a)(?P<n>a)', sequence(bothA, bothA)],
  ['(?:a(?i)a|a)a', sequence(alternatives(sequence(a, bothA), bothA), a)],
  ['a(?i)|a', alternatives(a, bothA)],
  ['(?i)k', one('Kk\u212a')],
  ['(?i)1', one('1')],
  ['(?i)[a]', bothA],
  ['(?i)[a-c]', set('ACac')],
  ['(?i)[^a]', set('\0@B`b\u{10ffff}')],
  ['(?i)[k]', one('Kk\u212a')],
  ['(?i)[[:lower:]]', set('AZazſſ\u212a\u212a')],
  ['(?i)[[:^lower:]]', set('\0@[`{\u017e\u0180\u2129\u212b\u{10ffff}')],
  ['(?i)\\w', set('09AZ__azſſ\u212a\u212a')],
  ['(?i)\\W', set('\0/:@[^``{\u017e\u0180\u2129\u212b\u{10ffff}')],
  ['(?i)[\\x{4b}-M]', set('KMkm\u212a\u212a')],
  ['(?i)\\x61', bothA],
  ['(?i)\\p{Thai}', set('กฺเ๛')],
  ['(?s).', anyOrNewline],
  ['(?s:.).', sequence(anyOrNewline, any)],
  ['(?s)(?-s).', any],
  ['(?m)^(?-m)^', sequence(lineStart, textStart)],
  ['(?m:$)$', sequence(lineEnd, textEnd)],
  ['(?U)a*', repetition(a, 0)],
  ['(?U)a*?', repetition(a, 0)],
  ['(?-U)a', a],
  ['(?ims)a.^', sequence(bothA, anyOrNewline, lineStart)],
  ['(?i-s)a.', sequence(bothA, any)],
  ['(?s)(?i-s:a.).', sequence(sequence(bothA, any), anyOrNewline)],
  ['(?ii)a', bothA],
  ['(?)a', a],
  ['(?:)', empty],
  ['(?-i:a)', a],
  ['(?iU-sm:a)', bothA],
  // Flags alone are nothing, also for what repeats.
  ['(?i)', empty],
  ['a(?i)*', repetition(a, 0)],
]

const groups: readonly Row[] = [
  ['()', empty],
  ['(a)', a],
  ['(?:a)', a],
  ['((a))', a],
  ['(?P<n>a)', a],
  ['(?<n>a)', a],
  ['(?P<_1>a)', a],
  ['(?P<n>a)(?P<m>b)', word('ab')],
  ['(ab)c', sequence(word('ab'), c)],
  ['(?:ab)(?:c)', sequence(word('ab'), c)],
  ['a|b', alternatives(a, b)],
  ['(a|b)', alternatives(a, b)],
  ['a|b|c', alternatives(a, b, c)],
  ['(a|b)|c', alternatives(alternatives(a, b), c)],
  ['a(b|c)', sequence(a, alternatives(b, c))],
  ['ab|c', alternatives(word('ab'), c)],
  ['|', alternatives(empty, empty)],
  ['a|', alternatives(a, empty)],
  ['|a', alternatives(empty, a)],
  ['a||b', alternatives(a, empty, b)],
  ['(|a)b', sequence(alternatives(empty, a), b)],
  ['()a()', a],
  ['(a)(|)', sequence(a, alternatives(empty, empty))],
]

const repetitions: readonly Row[] = [
  ['a*', repetition(a, 0)],
  ['a+', repetition(a, 1)],
  ['a?', repetition(a, 0, 1)],
  ['a*?', repetition(a, 0)],
  ['a+?', repetition(a, 1)],
  ['a??', repetition(a, 0, 1)],
  ['a{2}', repetition(a, 2, 2)],
  ['a{2}?', repetition(a, 2, 2)],
  ['a{2,}', repetition(a, 2)],
  ['a{2,3}', repetition(a, 2, 3)],
  ['a{0,3}', repetition(a, 0, 3)],
  ['a{10}', repetition(a, 10, 10)],
  ['a{1000}', repetition(a, 1000, 1000)],
  ['a{0,1000}', repetition(a, 0, 1000)],
  ['a{1000,}', repetition(a, 1000)],
  ['ab*', sequence(a, repetition(b, 0))],
  ['(ab)*', repetition(word('ab'), 0)],
  ['(a|b)*', repetition(alternatives(a, b), 0)],
  ['a*b*', sequence(repetition(a, 0), repetition(b, 0))],
  ['(a{2}){3}', repetition(repetition(a, 2, 2), 3, 3)],
  ['(a{2})*', repetition(repetition(a, 2, 2), 0)],
  ['(a*){2}', repetition(repetition(a, 0), 2, 2)],
  // What they come to.
  ['a{1}', a],
  ['a{0}', empty],
  ['a{0,0}', empty],
  ['ba{0}c', word('bc')],
  ['a{0,1}', repetition(a, 0, 1)],
  ['a{0,}', repetition(a, 0)],
  ['a{1,}', repetition(a, 1)],
  ['()*', empty],
  ['()+', empty],
  ['(){3}', empty],
  ['\\Q\\Ea*', repetition(a, 0)],
  ['(?:a*)*', repetition(a, 0)],
  ['(?:a*)+', repetition(a, 0)],
  ['(?:a*)?', repetition(a, 0)],
  ['(?:a+)*', repetition(a, 0)],
  ['(?:a+)+', repetition(a, 1)],
  ['(?:a+)?', repetition(a, 0)],
  ['(?:a?)*', repetition(a, 0)],
  ['(?:a?)+', repetition(a, 0)],
  ['(?:a?)?', repetition(repetition(a, 0, 1), 0, 1)],
  ['(?:(?:a?)*)+', repetition(a, 0)],
  ['(?:a{2,})*', repetition(repetition(a, 2), 0)],
  ['(?:a*){2,}', repetition(repetition(a, 0), 2)],
  ['(?:a{0,2})*', repetition(repetition(a, 0, 2), 0)],
  ['\\b*', empty],
  ['\\b?', empty],
  ['^*a', a],
  ['\\b+', boundary],
  ['\\b{3}', boundary],
  ['\\b{0}', empty],
  ['\\b{0,5}', empty],
  ['\\b+\\b', boundary],
  ['(?:\\b*)*', empty],
  ['(?:^a)*', repetition(sequence(textStart, a), 0)],
  ['(?:\\b|\\B)*', repetition(alternatives(boundary, noBoundary), 0)],
  // The product of nested counts is at most 1,000.
  ['(a{10}){100}', repetition(repetition(a, 10, 10), 100, 100)],
  ['((a{10}){10}){10}', repetition(repetition(repetition(a, 10, 10), 10, 10), 10, 10)],
  ['(a{1000})*', repetition(repetition(a, 1000, 1000), 0)],
  ['(a{1000}){1}', repetition(a, 1000, 1000)],
  ['(a{1000}){0}', empty],
  ['(a{1000}){0,1}', repetition(repetition(a, 1000, 1000), 0, 1)],
  ['(a{1000}){1,}', repetition(repetition(a, 1000, 1000), 1)],
  ['(a{100}|b{10}){10}', repetition(alternatives(repetition(a, 100, 100), repetition(b, 10, 10)), 10, 10)],
  ['(a{100}b{100}){10}', repetition(sequence(repetition(a, 100, 100), repetition(b, 100, 100)), 10, 10)],
]

describe('the tree of a pattern', () => {
  it.each([
    ['characters', characters],
    ['escapes', escapes],
    ['quotations', quotations],
    ['classes', classes],
    ['sets with a name', sets],
    ['assertions', assertions],
    ['flags', flags],
    ['groups', groups],
    ['repetitions', repetitions],
  ])('%s', (_, rows) => {
    for (const [pattern, tree] of rows) expect(readPattern(pattern), JSON.stringify(pattern)).toEqual(tree)
    for (const [pattern] of rows) rawRe2(pattern).free()
  })

  // The bundled RE2 is older than `(?<name>`, and takes the names of ASCII only.
  it.each(['(?<é>a)', '(?P<é>a)', '(?P<٣>a)', '(?<a‿_Ⅷ>a)', '(?<\u0301>a)', '(?P<𝒜𐒠>a)', '(?<n>(?<n>a))'])(
    'names of current RE2: %s',
    (pattern) => {
      expect(readPattern(pattern)).toEqual(a)
    },
  )

  it.each([
    ['groups', '(', 'a', ')', a],
    ['groups without a capture', '(?:', 'a', ')', a],
    ['flags', '(?i:', 'a', ')', bothA],
    ['repeated groups', '(', 'a', ')*', repetition(a, 0)],
    ['alternatives', '(?:b|', 'a', ')', undefined],
  ])('%s nested a thousand times', (_, open, inner, close, tree) => {
    const pattern = open.repeat(1000) + inner + close.repeat(1000)
    const read = treeOf(pattern)
    if (tree !== undefined) expect(read).toEqual(tree)
    expect(depthOf(read)).toBe(tree === undefined ? 1000 : depthOf(tree))
    rawRe2(pattern).free()
    expect(readPattern(open.repeat(1000) + inner + close.repeat(1001))).toHaveProperty('code', 'invalid-pattern')
    expect(readPattern(open.repeat(1000) + inner + close.repeat(999))).toHaveProperty('code', 'invalid-pattern')
  })

  it('is read without recursion, however deep', () => {
    const depth = 200_000
    expect(depthOf(treeOf('(?:b|'.repeat(depth) + 'a' + ')'.repeat(depth)))).toBe(depth)
  })
})

/** How many nodes are above the innermost, along the last of each. */
function depthOf(tree: PatternNode): number {
  let depth = 0
  for (let node: PatternNode | undefined = tree; node !== undefined; depth++) {
    if (node.kind === 'sequence' || node.kind === 'alternatives') node = node.nodes.at(-1)
    else if (node.kind === 'repetition') node = node.node
    else break
  }
  return depth
}
