import { describe, expect, it } from 'vitest'
import { diagnose, type Diagnostic, keepGoodFixes, type TextEdit } from '../../src/diagnostics/index.ts'

/* A fix is kept by what is wrong with the text after it; here a judge that says so by rote. */

type Place = readonly [start: number, end: number]
type EditRow = readonly [start: number, end: number, text: string]

const edit = ([start, end, text]: EditRow): TextEdit => ({ span: { start, end }, text })
const missing = ([start, end]: Place): Diagnostic => diagnose('missing-comparator', { start, end }, { word: 'x' })
const unknown = ([start, end]: Place): Diagnostic =>
  diagnose('unknown-function', { start, end }, { name: 'f', help: undefined })
const syntax = ([start, end]: Place): Diagnostic => diagnose('unexpected-end', { start, end }, {})
const never = ([start, end]: Place): Diagnostic =>
  diagnose('never-matches', { start, end }, { field: 'x', first: 'a', second: 'b' })

const withFix = (diagnostic: Diagnostic, ...edits: readonly EditRow[]): Diagnostic => ({
  ...diagnostic,
  fixes: [{ title: 'fix', edits: edits.map(edit), isPreferred: true }],
})

/** Whether the fix of the first diagnostic is kept, when the text after it has these. */
const isKept = (before: readonly Diagnostic[], after: readonly Diagnostic[], source = '0123456789'): boolean =>
  keepGoodFixes(source, before, () => after)[0]?.fixes !== undefined

describe('a fix of a rejected meaning', () => {
  const first = withFix(missing([0, 2]), [0, 2, 'abcd'])

  it.each<readonly [string, readonly Diagnostic[], readonly Diagnostic[], boolean]>([
    ['removes the only diagnostic', [first], [], true],
    ['leaves its diagnostic', [first], [missing([0, 4])], false],
    ['leaves its diagnostic further on', [first], [missing([3, 4])], false],
    ['adds one of another code', [first], [unknown([0, 4])], false],
    ['adds a hint that nothing matches', [first], [never([0, 4])], false],
    ['leaves another where it is now', [first, unknown([5, 6])], [unknown([7, 8])], true],
    ['leaves one of the same code where it is now', [first, missing([5, 6])], [missing([7, 8])], true],
    ['has one of the same code where another was', [first, missing([5, 6])], [missing([5, 6])], false],
    ['has another one step before', [first, unknown([5, 6])], [unknown([6, 7])], false],
    ['has another one step behind', [first, unknown([5, 6])], [unknown([8, 9])], false],
    ['has another code at the place', [first, missing([5, 6])], [unknown([7, 8])], false],
    ['doubles another', [first, unknown([5, 6])], [unknown([7, 8]), unknown([7, 8])], false],
    ['leaves two others', [first, unknown([5, 6]), unknown([5, 6])], [unknown([7, 8]), unknown([7, 8])], true],
    ['removes another as well', [first, unknown([5, 6])], [], true],
  ])('that %s', (_, before, after, expected) => {
    expect(isKept(before, after)).toBe(expected)
  })

  it.each<readonly [string, readonly EditRow[], Place, Place, boolean]>([
    ['before the edits', [[4, 6, '']], [2, 3], [2, 3], true],
    ['behind an edit that shortens', [[4, 6, '']], [8, 9], [6, 7], true],
    ['behind two edits in any order', [[4, 5, ''], [0, 0, 'ab']], [8, 9], [9, 10], true], // prettier-ignore
    ['between two edits', [[6, 7, ''], [0, 0, 'ab']], [3, 4], [5, 6], true], // prettier-ignore
    ['between two edits, not moved', [[6, 7, ''], [0, 0, 'ab']], [3, 4], [3, 4], false], // prettier-ignore
    ['in a replaced text, at its start', [[2, 6, 'abc']], [4, 5], [2, 3], true],
    ['in a replaced text, at its end', [[2, 6, 'abc']], [4, 5], [5, 6], true],
    ['in a replaced text, behind it', [[2, 6, 'abc']], [4, 5], [6, 7], false],
    ['in a replaced text, before it', [[2, 6, 'abc']], [4, 5], [1, 2], false],
    ['in the second replaced text', [[0, 0, 'xy'], [2, 6, 'abc']], [4, 5], [4, 5], true], // prettier-ignore
    ['in the second replaced text, before it', [[0, 0, 'xy'], [2, 6, 'abc']], [4, 5], [3, 4], false], // prettier-ignore
    ['where text is inserted', [[4, 4, 'abc']], [4, 5], [7, 8], true],
    ['where text is inserted, before it', [[4, 4, 'abc']], [4, 5], [4, 5], true],
    ['at the end of an edit', [[2, 4, 'abcdef']], [4, 5], [8, 9], true],
    ['at the end of an edit, not moved', [[2, 4, 'abcdef']], [4, 5], [4, 5], false],
  ])('that leaves another %s', (_, edits, was, is, expected) => {
    expect(isKept([withFix(missing([9, 10]), ...edits), unknown(was)], [unknown(is)])).toBe(expected)
  })
})

describe('a fix of an error of the syntax', () => {
  const first = withFix(syntax([4, 5]), [4, 5, 'abc'])

  it.each<readonly [string, readonly Diagnostic[], boolean]>([
    ['makes a valid filter', [], true],
    ['makes a filter that matches nothing', [never([0, 1])], false],
    ['makes one that is rejected for what it means', [missing([0, 1])], true],
    ['lets reading get past its text', [syntax([7, 8])], true],
    ['ends inside its text', [syntax([6, 7])], false],
    ['ends at the same place', [syntax([4, 5])], false],
    ['ends before it', [syntax([2, 3])], false],
  ])('that %s', (_, after, expected) => {
    expect(isKept([first], after)).toBe(expected)
  })

  it('that removes text has to get past its place', () => {
    const removal = withFix(syntax([4, 5]), [4, 5, ''])
    expect(isKept([removal], [syntax([4, 5])])).toBe(false)
    expect(isKept([removal], [syntax([5, 6])])).toBe(true)
  })
})

describe('a fix that writes a value', () => {
  const first = withFix(syntax([4, 5]), [2, 6, 'abc'])
  const invalid = ([start, end]: Place): Diagnostic =>
    diagnose('invalid-pattern', { start, end }, { reason: 'r', help: undefined })

  it.each<readonly [string, readonly Diagnostic[], boolean]>([
    ['which is rejected', [invalid([3, 5])], false],
    ['which is rejected from its start', [invalid([2, 5])], false],
    ['which is rejected beside another error', [missing([0, 1]), invalid([4, 5])], false],
    ['and another is rejected before it', [invalid([1, 2])], true],
    ['and another is rejected behind it', [invalid([5, 6])], true],
    ['in a part that is rejected for something else', [missing([3, 4])], true],
  ])('%s', (_, after, expected) => {
    expect(isKept([first], after)).toBe(expected)
  })
})

describe('a fix leaves no more parentheses open', () => {
  it.each<readonly [source: string, edit: EditRow, boolean]>([
    ['a (b c)', [2, 5, 'x'], false],
    ['a (b c)', [6, 7, ''], false],
    ['a (b c)', [2, 7, 'x'], true],
    ['a (b c)', [2, 7, '(x)'], true],
    ['a (b c)', [2, 7, ')('], false],
    ['a (b c', [6, 6, ')'], true],
    ['a (b c', [2, 3, ''], true],
    ['a (b c', [0, 0, '('], false],
    ['a b)', [3, 4, ''], true],
    ['a b)', [3, 4, '))'], false],
    ['a "(" c', [2, 5, '"x"'], true],
    ["a '(' c", [2, 5, 'x'], true],
    ['a "\\"(" c', [2, 7, 'x'], true],
    ['a \\( c', [2, 4, 'x'], true],
    ['a x c', [2, 3, '"("'], true],
    ['a x c', [2, 3, '('], false],
  ])('%s, %j: %s', (source, row, expected) => {
    expect(isKept([withFix(missing([0, 1]), row)], [], source)).toBe(expected)
  })
})

describe('the work for the fixes of one filter', () => {
  const tried = (length: number): number => {
    let count = 0
    const fixes = [1, 2, 3].map((at) => ({ title: '', edits: [edit([at, at, 'x'])], isPreferred: false }))
    keepGoodFixes('-'.repeat(length - 1), [{ ...missing([0, 1]), fixes }], () => {
      count++
      return []
    })
    return count
  }

  it.each([
    [100, 3],
    [10_922, 3],
    [10_923, 2],
    [16_384, 2],
    [16_385, 1],
    [32_768, 1],
    [32_769, 0],
  ])('ends after 32,768 units: texts of %i, %i of 3 tried', (length, expected) => {
    expect(tried(length)).toBe(expected)
  })
})

describe('a word that replaces a sign', () => {
  it.each<readonly [string, EditRow, string]>([
    ['(OR', [0, 1, 'a'], 'a '],
    ['(OR', [0, 1, 'é'], 'é '],
    ['(_', [0, 1, 'a'], 'a '],
    ['(OR', [0, 1, 'a)'], 'a)'],
    ['( OR', [0, 1, 'a'], 'a'],
    ['xOR', [0, 1, 'a'], 'a'],
    ['OR', [0, 0, 'a'], 'a'],
    ['(', [0, 1, 'a'], 'a'],
    ['(OR', [0, 1, ''], ''],
  ])('in %j by %j is %j', (source, row, expected) => {
    const [kept] = keepGoodFixes(source, [withFix(missing([0, 1]), row)], () => [])
    expect(kept?.fixes?.[0]?.edits[0]?.text).toBe(expected)
  })
})
