import { describe, expect, it } from 'vitest'
import { parse } from '../../src/index.ts'
import { outline } from './outline.ts'

type Row = readonly [filter: string, tree: string]

function expectTrees(rows: readonly Row[]): void {
  it.each(rows)('%j', (filter, tree) => {
    expect(outline(parse(filter))).toBe(tree)
  })
}

describe('an empty filter', () => {
  expectTrees([
    ['', ''],
    [' \t\r\n\f', ''],
  ])
})

describe('precedence', () => {
  expectTrees([
    ['a=1 AND b=2', '(AND (= a ["1"]) (= b ["2"]))'],
    ['a=1 AND b=2 AND c=3', '(AND (= a ["1"]) (= b ["2"]) (= c ["3"]))'],
    ['a=1 AND b=2 OR c=3', '(AND (= a ["1"]) (OR (= b ["2"]) (= c ["3"])))'],
    ['a=1 OR b=2 AND c=3', '(AND (OR (= a ["1"]) (= b ["2"])) (= c ["3"]))'],
    ['a=1 OR b=2 OR c=3', '(OR (= a ["1"]) (= b ["2"]) (= c ["3"]))'],
    ['a=1 b=2', '(SIDE (= a ["1"]) (= b ["2"]))'],
    ['a=1 b=2 AND c=3', '(AND (SIDE (= a ["1"]) (= b ["2"])) (= c ["3"]))'],
    ['a=1 b=2 OR c=3', '(SIDE (= a ["1"]) (OR (= b ["2"]) (= c ["3"])))'],
    ['a AND b OR c', '(AND (ALONE a) (OR (ALONE b) (ALONE c)))'],
    ['(x) OR (y) AND (z)', '(AND (OR (ALONE x) (ALONE y)) (ALONE z))'],
    ['New York Giants OR Yankees', '(SIDE (ALONE New) (ALONE York) (OR (ALONE Giants) (ALONE Yankees)))'],
    ['a b AND c AND d', '(AND (SIDE (ALONE a) (ALONE b)) (ALONE c) (ALONE d))'],
    ['a < 10 OR a >= 100', '(OR (< a ["10"]) (>= a ["100"]))'],
  ])
})

describe('negation', () => {
  expectTrees([
    ['NOT a=1', '(NOT (= a ["1"]))'],
    ['-a=1', '(NOT (= a ["1"]))'],
    ['-"a"=1', '(NOT (= a ["1"]))'],
    ['NOT a=1 OR b=2', '(OR (NOT (= a ["1"])) (= b ["2"]))'],
    ['NOT a=1 b=2', '(SIDE (NOT (= a ["1"])) (= b ["2"]))'],
    ['NOT (a=1 OR b=2)', '(NOT (IN (OR (= a ["1"]) (= b ["2"]))))'],
    ['-(a=1 b=2)', '(NOT (IN (SIDE (= a ["1"]) (= b ["2"]))))'],
    ['NOT (NOT a=1)', '(NOT (IN (NOT (= a ["1"]))))'],
    ['-(-a=1)', '(NOT (IN (NOT (= a ["1"]))))'],
    ['-1 = 1', '(NOT (= 1 ["1"]))'],
    ['a -b = c', '(SIDE (ALONE a) (NOT (= b ["c"])))'],
    ['(a=1)-b=2', '(SIDE (= a ["1"]) (NOT (= b ["2"])))'],
    ['(a=1)NOT b=2', '(SIDE (= a ["1"]) (NOT (= b ["2"])))'],
    ['-f(x)', '(NOT (ALONE (CALL f ["x"])))'],
  ])
})

describe('parentheses that do not matter', () => {
  expectTrees([
    ['((a=1))', '(= a ["1"])'],
    ['(a=1) AND (b=2)', '(AND (= a ["1"]) (= b ["2"]))'],
    ['(a=1 b=2) AND c=3', '(AND (SIDE (= a ["1"]) (= b ["2"])) (= c ["3"]))'],
    ['(a=1 OR b=2) c=3', '(SIDE (OR (= a ["1"]) (= b ["2"])) (= c ["3"]))'],
    ['(NOT a=1) OR (f(x))', '(OR (NOT (= a ["1"])) (ALONE (CALL f ["x"])))'],
    ['NOT (a)', '(NOT (ALONE a))'],
    ['(a=1)(b=2)', '(SIDE (= a ["1"]) (= b ["2"]))'],
    ['a=((b))', '(= a ["b"])'],
    ['a=((b OR c))', '(= a (IN (OR ["b"] ["c"])))'],
    ['a=(f(x))', '(= a (CALL f ["x"]))'],
    ['a=(NOT (f(x)) AND (-b))', '(= a (IN (AND (NOT (CALL f ["x"])) (NOT ["b"]))))'],
    ['a=((f(x)) (b))', '(= a (IN (SIDE (CALL f ["x"]) ["b"])))'],
    ['a=((b) OR (f(x)))', '(= a (IN (OR ["b"] (CALL f ["x"]))))'],
    ['a=(((b) AND c) (d))', '(= a (IN (SIDE (IN (AND ["b"] ["c"])) ["d"])))'],
    ['(a)(b)', '(SIDE (ALONE a) (ALONE b))'],
    ['(a) OR (b=1)', '(OR (ALONE a) (= b ["1"]))'],
    ['NOT (a=1)', '(NOT (= a ["1"]))'],
  ])
})

describe('parentheses that matter', () => {
  expectTrees([
    ['(a AND b) AND c', '(AND (IN (AND (ALONE a) (ALONE b))) (ALONE c))'],
    ['(a AND b) c', '(SIDE (IN (AND (ALONE a) (ALONE b))) (ALONE c))'],
    ['(a b) c', '(SIDE (IN (SIDE (ALONE a) (ALONE b))) (ALONE c))'],
    [
      '(a AND b) OR (c d) OR (e OR f)',
      '(OR (IN (AND (ALONE a) (ALONE b))) (IN (SIDE (ALONE c) (ALONE d))) (IN (OR (ALONE e) (ALONE f))))',
    ],
    ['NOT (a AND b)', '(NOT (IN (AND (ALONE a) (ALONE b))))'],
    ['(a eq x) (b eq y)', '(SIDE (IN (eq a /x/)) (IN (eq b /y/)))'],
    ['(a eq x)(b=1)', '(SIDE (IN (eq a /x/)) (= b ["1"]))'],
  ])
})

describe('fields', () => {
  expectTrees([
    ['a.b.c = 1', '(= a.b.c ["1"])'],
    ['labels."a.b" = 1', '(= labels."a.b" ["1"])'],
    [`'a b'."c"."" = 1`, '(= "a b".c."" ["1"])'],
    ['a."\\x41\\*\\"" = 1', '(= a."A*\\"" ["1"])'],
    ['a."b*" = 1', '(= a."b*" ["1"])'],
    ['a.AND.OR.NOT.eq.ne = 1', '(= a.AND.OR.NOT.eq.ne ["1"])'],
    ['"AND" = 1', '(= AND ["1"])'],
    ['NOTa ANDb ORc', '(SIDE (ALONE NOTa) (ALONE ANDb) (ALONE ORc))'],
    ['AND.a = 1', '(= AND.a ["1"])'],
    ['eq = 1', '(= eq ["1"])'],
    ['and or not', '(SIDE (ALONE and) (ALONE or) (ALONE not))'],
    ['labels.goog-managed-by = 1', '(= labels.goog-managed-by ["1"])'],
    ['a.-b.1 = 1', '(= a.-b.1 ["1"])'],
    ['a[0] = 1', '(= a[0] ["1"])'],
    ['a[]:1', '(: a[] ["1"])'],
    ['a[*].b[1][2] = 1', '(= a[*].b[1][2] ["1"])'],
    ['a["b c"][\'d"e\'] = 1', '(= a["b c"][\'d"e\'] ["1"])'],
    ['"a.b"[0] = 1', '(= "a.b"[0] ["1"])'],
    ['a."b"[0] = 1', '(= a.b[0] ["1"])'],
    ['a\\.b\\x41 = 1', '(= "a.bA" ["1"])'],
    ['labels.a\\=b:*', '(: labels."a=b" ["",""])'],
    ['a&b|c#$%;?@^`/+* = 1', '(= "a&b|c#$%;?@^`/+*" ["1"])'],
    ['a.0 = 1', '(= a.0 ["1"])'],
    ['a\u00a1b\u3000 = 1', '(= "a\u00a1b\u3000" ["1"])'],
    ['é😀 = 1', '(= "é😀" ["1"])'],
  ])
})

describe('values', () => {
  expectTrees([
    ...['=', '!=', '<', '<=', '>', '>=', ':'].flatMap((symbol): Row[] => [
      [`a${symbol}b`, `(${symbol} a ["b"])`],
      [`a ${symbol} "b"`, `(${symbol} a ["b"])`],
    ]),
    ['a = debian-12', '(= a ["debian-12"])'],
    ['a = -1', '(= a ["-1"])'],
    ['a = -b', '(= a ["-b"])'],
    ['a = -', '(= a ["-"])'],
    ['a = b -c', '(SIDE (= a ["b"]) (NOT (ALONE c)))'],
    ['a = .5e-3', '(= a [".5e-3"])'],
    ['a = com.google', '(= a ["com.google"])'],
    ['a > 2021-01-01T00:00:00.5+02:00', '(> a ["2021-01-01T00:00:00.5+02:00"])'],
    ['a=/x.y/z?q+1&r-%20#f;$@^`', '(= a ["/x.y/z?q+1&r-%20#f;$@^`"])'],
    ['a=b|c', '(= a ["b|c"])'],
    ['a=b\\=c\\:d', '(= a ["b=c:d"])'],
    ['a > 2010-01-01T00\\:00\\:00Z', '(> a ["2010-01-01T00:00:00Z"])'],
    ['a > 2010-01-01t00:00\\:00z', '(> a ["2010-01-01t00:00:00z"])'],
    ['a = (2010-01-01T00:00:00Z OR b)', '(= a (IN (OR ["2010-01-01T00:00:00Z"] ["b"])))'],
    ['a = b\\x20c\\u00e9\\101\\n', '(= a ["b céA\\n"])'],
    ["a = it\\'s", '(= a ["it\'s"])'],
    ['a = ANDx', '(= a ["ANDx"])'],
    ['a = and', '(= a ["and"])'],
    ['a = eq', '(= a ["eq"])'],
    ['a = "AND"', '(= a ["AND"])'],
    ['a=1AND b=2', '(SIDE (= a ["1AND"]) (= b ["2"]))'],
    ['a=1\u00a1', '(= a ["1\u00a1"])'],
    ['a=1\fb=2', '(SIDE (= a ["1"]) (= b ["2"]))'],
    ['a = ""', '(= a [""])'],
    ["a = 'b \"c'", '(= a ["b \\"c"])'],
    ['a="b"(c=d)', '(SIDE (= a ["b"]) (= c ["d"]))'],
    ['a = "b" "c"', '(SIDE (= a ["b"]) (ALONE c))'],
    ['(a=b)', '(= a ["b"])'],
    ['a = \ud83d', '(= a ["\\ud83d"])'],
  ])
})

describe('wildcards and backslashes of values', () => {
  expectTrees([
    ['a = *', '(= a ["",""])'],
    ['a = b*', '(= a ["b",""])'],
    ['a = *b*c', '(= a ["","b","c"])'],
    ['a = **', '(= a ["","",""])'],
    ['a = "b *"', '(= a ["b ",""])'],
    ['a = b\\*', '(= a ["b*"])'],
    ['a = "b\\*"', '(= a ["b*"])'],
    ['a = b\\*c*d\\\\*', '(= a ["b*c","d\\\\",""])'],
    ['a = "b\\\\*"', '(= a ["b\\\\",""])'],
    ['a = "\\x2a\\052*"', '(= a ["**",""])'],
    ['a = b\\\\', '(= a ["b\\\\"])'],
    ['a = b*\\\\', '(= a ["b","\\\\"])'],
    ['a = \\x2a*', '(= a ["*",""])'],
  ])
})

describe('composite values and functions', () => {
  expectTrees([
    ['a = (b OR "c*")', '(= a (IN (OR ["b"] ["c",""])))'],
    ['a = (b AND c OR d e)', '(= a (IN (AND ["b"] (SIDE (OR ["c"] ["d"]) ["e"]))))'],
    ['a = (-1 OR -b)', '(= a (IN (OR ["-1"] (NOT ["b"]))))'],
    ['a = (-"1")', '(= a (IN (NOT ["1"])))'],
    ['a = (NOT b)', '(= a (IN (NOT ["b"])))'],
    ['a = (-(b c))', '(= a (IN (NOT (IN (SIDE ["b"] ["c"])))))'],
    ['a = ("b"(c))', '(= a (IN (SIDE ["b"] ["c"])))'],
    ['a = (b OR (c AND d))', '(= a (IN (OR ["b"] (IN (AND ["c"] ["d"])))))'],
    ['a = (eq OR ne)', '(= a (IN (OR ["eq"] ["ne"])))'],
    ['f()', '(ALONE (CALL f))'],
    ['f(a, "b", (c OR d), -1, g(h))', '(ALONE (CALL f ["a"] ["b"] (IN (OR ["c"] ["d"])) ["-1"] (CALL g ["h"])))'],
    ['f.g(a) > 5', '(> (CALL f.g ["a"]) ["5"])'],
    ['a = f.g()', '(= a (CALL f.g))'],
    ['a = (f(b) OR NOT(c))', '(= a (IN (OR (CALL f ["b"]) (CALL NOT ["c"]))))'],
    ['NOT(a)', '(ALONE (CALL NOT ["a"]))'],
    ['eq(a)', '(ALONE (CALL eq ["a"]))'],
    ['a."f"(b)', '(SIDE (ALONE a.f) (ALONE b))'],
    ['a=b(c)', '(= a (CALL b ["c"]))'],
    ['(f(a))b=1', '(SIDE (ALONE (CALL f ["a"])) (= b ["1"]))'],
  ])
})
