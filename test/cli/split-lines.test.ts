import { expect, test } from 'vitest'
import { splitLines } from '../../src/input/index.ts'

test.each<readonly [pieces: readonly string[], lines: readonly (string | undefined)[]]>([
  [[''], ['']],
  [['a\nb'], ['a', 'b']],
  [
    ['a', 'b\n', '\nc\n'],
    ['ab', '', 'c', ''],
  ],
  [['1234567890\n'], ['1234567890', '']],
  [['12345678901\nb'], [undefined, 'b']],
  [
    ['123456', '789012', '345', '6\nb'],
    [undefined, 'b'],
  ],
])('splits %j into %j, of at most ten characters', (pieces, lines) => {
  const splitter = splitLines(10)
  const found = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()]
  expect(found.map(({ text }) => text)).toEqual(lines)
  expect(found.map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1))
})
