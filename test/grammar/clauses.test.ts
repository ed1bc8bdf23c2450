import { describe, expect, it } from 'vitest'
import { parse } from '../../src/index.ts'
import { outline } from './outline.ts'

type Row = readonly [filter: string, tree: string]

function expectTrees(rows: readonly Row[]): void {
  it.each(rows)('%j', (filter, tree) => {
    expect(outline(parse(filter))).toBe(tree)
  })
}

/** [literal as it is written, text] of a clause alone in its parentheses, and outside of any. */
const quoted: readonly Row[] = [
  ['"b"', 'b'],
  ["'b'", 'b'],
  ['""', ''],
  ["''", ''],
  ['"b c"', 'b c'],
  ['"b)"', 'b)'],
  ['"\\""', '"'],
  ["'\\''", "'"],
  ["'\\\"'", '\\"'],
  ['"\\\'"', "\\'"],
  ['"\\\\"', '\\\\'],
  ['"\\\\\\""', '\\\\"'],
  ['"\\bdebian\\-1\\b"', '\\bdebian\\-1\\b'],
  ['"\\q\\pL\\x{41}\\Q*\\E"', '\\q\\pL\\x{41}\\Q*\\E'],
  ['"b\nc"', 'b\nc'],
]

const bare: readonly string[] = [
  ...['b', '.*', '10', '-1', '-b', 'true', '^p(-.+)*-v.+', '(debian|ubuntu)-.*', 'f(x)', '~b', '=b', '!=', '<', 'b,c'],
  ...['AND', 'NOT', 'eq', 'b"c', "b'c", '\\"', '\\)', '\\(', '\\\\', '[)]', '[(]', '[^)]', '[])]', '[^])]', '[]()]'],
  ...[
    '[[:alpha:])]',
    '[[:^alpha:])]',
    '[[:alpha)]',
    '[a[b)]',
    '[\\])]',
    '[)][(]',
    '((a)(b))',
    '[(](a)',
    'b\u00a1c',
    'b\u2028c',
    '😀',
  ],
]

describe('a quoted literal', () => {
  expectTrees(quoted.map(([literal, text]) => [`a eq ${literal}`, `(eq a /${text}/)`]))
  expectTrees(quoted.map(([literal, text]) => [`(a ne ${literal})`, `(ne a /${text}/)`]))
  expectTrees(quoted.map(([literal, text]) => [`( a\teq\n${literal} )`, `(eq a /${text}/)`]))
})

describe('an unquoted literal', () => {
  expectTrees(bare.map((literal) => [`a eq ${literal}`, `(eq a /${literal}/)`]))
  expectTrees(bare.map((literal) => [`(a eq ${literal})`, `(eq a /${literal}/)`]))
  expectTrees(bare.map((literal) => [`((a ne ${literal} ))`, `(ne a /${literal}/)`]))
  expectTrees(
    bare.map((literal) => [
      `(a eq ${literal})(b ne ${literal})`,
      `(SIDE (IN (eq a /${literal}/)) (IN (ne b /${literal}/)))`,
    ]),
  )
})

describe('an unquoted literal outside parentheses', () => {
  expectTrees([
    ['a eq )', '(eq a /)/)'],
    ['a eq ((', '(eq a /((/)'],
    ['a eq [b', '(eq a /[b/)'],
    ['a eq b c', '(SIDE (eq a /b/) (ALONE c))'],
    ['a eq b\\ c', '(SIDE (eq a /b\\/) (ALONE c))'],
    ['a eq b AND c eq d', '(AND (eq a /b/) (eq c /d/))'],
    ['a eq b c eq d', '(SIDE (eq a /b/) (eq c /d/))'],
    ['NOT a eq b', '(NOT (eq a /b/))'],
    ['-a eq b OR c ne d', '(OR (NOT (eq a /b/)) (ne c /d/))'],
  ])
})

describe('an unquoted literal inside parentheses', () => {
  expectTrees([
    ['(a eq b c)', '(eq a /b c/)'],
    ['(a eq b  \t c \n )', '(eq a /b  \t c/)'],
    ['(a eq (b c) d)', '(eq a /(b c) d/)'],
    ['(a eq (b AND c))', '(eq a /(b AND c)/)'],
    ['(a eq [b AND c])', '(eq a /[b AND c]/)'],
    ['(a eq b\\ AND c)', '(eq a /b\\ AND c/)'],
    ['(a eq b "c) x', '(SIDE (IN (eq a /b "c/)) (ALONE x))'],
    ['(a eq b ANDc)', '(eq a /b ANDc/)'],
    ['(a eq b NOTc)', '(eq a /b NOTc/)'],
    ['(a eq b eqc d)', '(eq a /b eqc d/)'],
    ['(a eq b c = d)', '(eq a /b c = d/)'],
    ['(a eq b\u2003AND c)', '(eq a /b\u2003AND c/)'],
    ['(NOT a eq b c)', '(NOT (eq a /b c/))'],
    ['(x = 1 a eq b c)', '(SIDE (= x ["1"]) (eq a /b c/))'],
  ])
})

describe('an unquoted literal before a clause or operator', () => {
  expectTrees([
    ['(a eq b AND c eq d)', '(AND (eq a /b/) (eq c /d/))'],
    ['(a eq b  OR  c ne d e)', '(OR (eq a /b/) (ne c /d e/))'],
    ['(a eq b AND(c eq d))', '(AND (eq a /b/) (eq c /d/))'],
    ['(a eq b NOT c eq d)', '(SIDE (eq a /b/) (NOT (eq c /d/)))'],
    ['(a eq b c eq d)', '(SIDE (eq a /b/) (eq c /d/))'],
    ['(a eq b c.d ne e)', '(SIDE (eq a /b/) (ne c.d /e/))'],
    ['(a eq b -c eq d)', '(SIDE (eq a /b/) (NOT (eq c /d/)))'],
    ['(a eq b "c" eq d)', '(SIDE (eq a /b/) (eq c /d/))'],
    [`(a eq b 'c d'.e eq f)`, '(SIDE (eq a /b/) (eq "c d".e /f/))'],
    ['(a eq b\n\nc\teq\nd)', '(SIDE (eq a /b/) (eq c /d/))'],
  ])
})

describe('an unclosed class', () => {
  expectTrees([
    ['(a eq [b)', '(eq a /[b/)'],
    ['(a eq [b\\])', '(eq a /[b\\]/)'],
    ['(a eq [[:alpha:)', '(eq a /[[:alpha:/)'],
    ['(a eq [b)(c eq [d])', '(SIDE (IN (eq a /[b/)) (IN (eq c /[d]/)))'],
    ['(a eq [b) (c ne d])', '(SIDE (IN (eq a /[b/)) (IN (ne c /d]/)))'],
  ])
})

describe('groups', () => {
  expectTrees([
    ['(a eq b)(c ne d)', '(SIDE (IN (eq a /b/)) (IN (ne c /d/)))'],
    ['(a eq x)((a ne y)(a ne z))', '(SIDE (IN (eq a /x/)) (IN (SIDE (IN (ne a /y/)) (IN (ne a /z/)))))'],
    ['(a eq b) AND (c = d)', '(AND (eq a /b/) (= c ["d"]))'],
    ['(a eq b) c ne d)', '(SIDE (IN (eq a /b/)) (ne c /d)/))'],
    ['NOT (a eq b)', '(NOT (eq a /b/))'],
    ['(a eq b) OR (c eq d)', '(OR (eq a /b/) (eq c /d/))'],
  ])
})

describe('eq and ne', () => {
  expectTrees([
    ['a.b."c d" eq e', '(eq a.b."c d" /e/)'],
    ['"a" eq b', '(eq a /b/)'],
    ['eq eq eq', '(eq eq /eq/)'],
    ['ne ne ne', '(ne ne /ne/)'],
    ['a.eq eq b', '(eq a.eq /b/)'],
    ['a EQ b', '(SIDE (ALONE a) (ALONE EQ) (ALONE b))'],
    ['a eqb', '(SIDE (ALONE a) (ALONE eqb))'],
    ['a eq=b', '(SIDE (ALONE a) (= eq ["b"]))'],
    ['a eq(b)', '(SIDE (ALONE a) (ALONE (CALL eq ["b"])))'],
    ['a = b eq c', '(SIDE (= a ["b"]) (ALONE eq) (ALONE c))'],
    ['f(x) eq b', '(SIDE (ALONE (CALL f ["x"])) (ALONE eq) (ALONE b))'],
    ['a = (b eq c)', '(= a (IN (SIDE ["b"] ["eq"] ["c"])))'],
    ['a = b c eq d', '(SIDE (= a ["b"]) (eq c /d/))'],
  ])
})
