import { describe, expect, it } from 'vitest'
import { type Diagnostic, FilterError } from '../../src/index.ts'

const diagnostic = (start: number, end: number): Diagnostic => ({
  code: 'too-long',
  severity: 'error',
  message: 'm',
  details: { length: 2, limit: 1 },
  span: { start, end },
})
const lines = (source: string, start: number, end: number): readonly string[] =>
  new FilterError(source, [diagnostic(start, end)]).toString().split('\n').slice(1)

const a = (count: number): string => 'a'.repeat(count)

describe('a line of at most 100 characters is shown whole', () => {
  it.each([
    [99, 98],
    [100, 0],
    [100, 50],
    [100, 99],
  ])('%d, at %d', (length, at) => {
    expect(lines(a(length), at, at + 1)).toEqual([`  1 | ${a(length)}`, `    | ${' '.repeat(at)}^`])
  })
})

describe('a longer one is cut', () => {
  it.each([
    ['at its start', 101, 0, `${a(100)}…`, 0],
    ['still at its start', 101, 20, `${a(100)}…`, 20],
    ['by one', 101, 21, `…${a(100)}`, 21],
    ['at both ends', 200, 50, `…${a(100)}…`, 21],
    ['at its end', 200, 120, `…${a(100)}`, 21],
    ['at its end, and no further', 200, 150, `…${a(100)}`, 51],
    ['one from its end', 200, 119, `…${a(100)}…`, 21],
  ])('%s: %d, at %d', (_, length, at, line, indent) => {
    expect(lines(a(length), at, at + 1)).toEqual([`  1 | ${line}`, `    | ${' '.repeat(indent)}^`])
  })

  it('and the marks with it', () => {
    expect(lines(a(300), 100, 300)).toEqual([`  1 | …${a(100)}…`, `    | ${' '.repeat(21)}${'^'.repeat(80)}`])
    expect(lines(a(300), 100, 180)).toEqual([`  1 | …${a(100)}…`, `    | ${' '.repeat(21)}${'^'.repeat(80)}`])
    expect(lines(a(300), 100, 179)).toEqual([`  1 | …${a(100)}…`, `    | ${' '.repeat(21)}${'^'.repeat(79)}`])
  })
})

describe('places at the edges of lines', () => {
  it.each([
    ['the end of a line', 'ab\ncd', 2, 3, ['  1 | ab', '    |   ^']],
    ['the start of the second', 'ab\ncd', 3, 4, ['  2 | cd', '    | ^']],
    ['behind a carriage return', 'ab\r\ncd', 4, 6, ['  2 | cd', '    | ^^']],
    ['behind a carriage return alone', 'ab\rcd', 3, 4, ['  2 | cd', '    | ^']],
    ['nothing', 'ab', 1, 1, ['  1 | ab', '    |  ^']],
    ['nothing, at a character that takes two', 'a\tb', 1, 1, ['  1 | a\\tb', '    |  ^^']],
    ['nothing at the end', 'ab', 2, 2, ['  1 | ab', '    |   ^']],
    ['beyond the end', 'ab', 1, 9, ['  1 | ab', '    |  ^']],
    ['spaces at the end', 'ab  ', 0, 1, ['  1 | ab', '    | ^']],
    ['of the tenth line', `${'\n'.repeat(9)}ab`, 9, 10, [' 10 | ab', '    | ^']],
  ])('%s', (_, source, start, end, expected) => {
    expect(lines(source, start, end)).toEqual(expected)
  })
})
