import { describe, expect, it } from 'vitest'
import { printPattern } from '../../src/regex/re2/print-pattern.ts'
import { rawRe2 } from './raw-re2.ts'
import { treeOf } from './tree-of.ts'

describe('a pattern as RE2 is handed it', () => {
  it.each([
    ['', '(?:)'],
    ['abc_1', 'abc_1'],
    ['a-é', 'a\\x{2d}\\x{e9}'],
    ['[a-c9]', '[9a-c]'],
    ['[^\\d\\D]', '[^\\x{0}-\\x{10ffff}]'],
    ['.', '[\\x{0}-\\x{9}\\x{b}-\\x{10ffff}]'],
    ['(?i)k', '[Kk\\x{212a}]'],
    ['(a|b)c|d', '(?:a|b)c|d'],
    ['(?P<n>a)(?<m>b)', 'ab'],
    ['a*b+?c??d{2}e{2,}f{0,3}', '(?:a)*(?:b)+(?:c){0,1}(?:d){2,2}(?:e){2,}(?:f){0,3}'],
    ['^a$', '\\Aa\\z'],
    ['(?m)^a$', '(?m:^)a(?m:$)'],
    ['\\ba\\B', '\\ba\\B'],
    ['\\Ca', '\\Ca'],
    ['a|', 'a|(?:)'],
    ['\\p{Lao}[^\\p{Lao}x]', '\\p{Lao}[^\\p{Lao}x]'],
    ['(?i)\\p{Lao}[\\p{Lao}k]', '(?i:\\p{Lao})(?i:[\\p{Lao}k])'],
    ['\\Qa|b', 'a\\x{7c}b'],
  ])('%j is %j', (pattern, printed) => {
    expect(printPattern(treeOf(pattern))).toBe(printed)
    rawRe2(printed).free()
  })
})
