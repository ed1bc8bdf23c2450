import { describe, expect, it } from 'vitest'
import { enumerate } from '../../../src/regex/automaton/literals.ts'
import { treeOf } from '../tree-of.ts'

describe('all texts that a tree matches', () => {
  it.each([
    ['', 1, ['']],
    ['abc', 1, ['abc']],
    ['[ab]', 2, ['a', 'b']],
    ['[a-ce]', 4, ['a', 'b', 'c', 'e']],
    ['[ab][cd]', 4, ['ac', 'ad', 'bc', 'bd']],
    ['a|bc|', 3, ['a', 'bc', '']],
    ['a?', 2, ['', 'a']],
    ['a{2}', 2, ['aa']],
    ['a{1,3}', 3, ['a', 'aa', 'aaa']],
    ['[ab]{0,2}', 7, ['', 'a', 'b', 'aa', 'ab', 'ba', 'bb']],
    ['(?:a|b)?c', 3, ['c', 'ac', 'bc']],
    ['😀|\\x{10ffff}', 2, ['😀', '\u{10ffff}']],
    ['[\\x{d7ff}\\x{e000}]', 2, ['\ud7ff', '\ue000']],
    ['[\\x{fffc}\\x{fffe}]', 2, ['\ufffc', '\ufffe']],
    ['\\n', 1, ['\n']],
  ])('of %j are, up to %i', (pattern, count, texts) => {
    expect(enumerate(treeOf(pattern), count)).toEqual(texts)
    if (count > 1) expect(enumerate(treeOf(pattern), count - 1)).toBeUndefined()
  })

  it.each([
    ...['\\b', 'a\\b', '^', '\\C', '\\p{Lao}', 'a|\\p{Lao}', '[^a]', '.', 'a*', 'a+', 'a{65}', '(?:\\b){2}'],
    ...[
      '\\x{fffd}',
      '[\\x{fffc}-\\x{fffe}]',
      '[\\x{d7ff}-\\x{d801}]',
      '[\\x{dffe}-\\x{e001}]',
      'a\\x{d900}?',
      '[\\x{d700}-\\x{e100}]',
    ],
  ])('of %j are too many, or depend on the context', (pattern) => {
    expect(enumerate(treeOf(pattern), 64)).toBeUndefined()
  })

  it('of the empty set are none', () => {
    expect(enumerate(treeOf('[^\\x{0}-\\x{10FFFF}]'), 1)).toEqual([])
    expect(enumerate(treeOf('a[^\\x{0}-\\x{10FFFF}]b'), 1)).toEqual([])
    expect(enumerate(treeOf('[^\\x{0}-\\x{10FFFF}]?'), 2)).toEqual([''])
  })
})
