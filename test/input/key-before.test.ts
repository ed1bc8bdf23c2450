import { expect, test } from 'vitest'
import { keyBefore, maxKeyLength } from '../../src/input/key-before.ts'

test.each([
  ['{"items":', 'items'],
  ['{"a":[],"items" :\n ', 'items'],
  [String.raw`{"a\"b\\":`, 'a"b\\'],
  [String.raw`{"a\\","b":`, 'b'],
  ['{"\\u0069tems":', 'items'],
  ['{"":', ''],
  ['[', undefined],
  ['{"items"', undefined],
  ['{items:', undefined],
  [String.raw`{"\q":`, undefined],
  ['"items":', undefined],
  ['x'.repeat(maxKeyLength - 2) + '":', undefined],
])('the key before a value: %s', (text, key) => {
  expect(keyBefore(text)).toBe(key)
})
