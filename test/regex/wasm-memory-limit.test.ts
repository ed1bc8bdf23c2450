import { describe, expect, it } from 'vitest'
import { raiseMemoryLimit } from '../../src/regex/re2/wasm-memory-limit.ts'

const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
/** Numbers below 128, as most are, are one byte. */
const section = (id: number, ...content: readonly number[]) => [id, content.length, ...content]
const imports = (...entries: readonly (readonly number[])[]) => section(2, entries.length, ...entries.flat())
const name = (text: string) => [text.length, ...new TextEncoder().encode(text)]
const memory = (...type: readonly number[]) => [...name('env'), ...name('memory'), 2, ...type]
const aFunction = [...name('a'), ...name('abort'), 0, 5]
const types = section(1, 1, 0x60, 0, 0)
/** A length of two bytes, and as many characters. */
const longName = [0x80, 1, ...Array.from({ length: 128 }, () => 2)]

const raise = (content: readonly number[], pages: number): readonly number[] => {
  const binary = new Uint8Array([...header, ...content])
  const raised = raiseMemoryLimit(binary, pages)
  expect([...binary]).toEqual([...header, ...content])
  expect(raised.buffer).not.toBe(binary.buffer)
  expect([...raised.slice(0, header.length)]).toEqual(header)
  return [...raised.slice(header.length)]
}

describe('the largest number of pages', () => {
  it.each<readonly [what: string, pages: number, before: readonly number[], after: readonly number[]]>([
    ['in one byte', 100, [50], [100]],
    ['the largest in one byte', 127, [1], [127]],
    ['in two bytes', 1024, [0x80, 2], [0x80, 8]],
    ['the largest in two bytes', 16_383, [0x80, 2], [0xff, 0x7f]],
    ['a small one in two bytes', 5, [0x80, 2], [0x85, 0]],
    ['in three bytes', 65_536, [0x80, 0x80, 2], [0x80, 0x80, 4]],
    ['in five bytes', 1024, [0x80, 0x80, 0x80, 0x80, 0], [0x80, 0x88, 0x80, 0x80, 0]],
  ])('is written in its place: %s', (_, pages, before, after) => {
    const binary = (maximum: readonly number[]) => [
      ...types,
      ...imports(aFunction, memory(1, 1, ...maximum), aFunction),
      ...section(3, 1, 0),
    ]
    expect(raise(binary(before), pages)).toEqual(binary(after))
  })

  it.each([
    ['128 in one byte', 128, [1]],
    ['16,384 in two', 16_384, [0x80, 2]],
  ])('is unchanged if there is no room for it: %s', (_, pages, maximum) => {
    const binary = [...imports(memory(1, 1, ...maximum)), ...section(3, 1, 0)]
    expect(raise(binary, pages)).toEqual(binary)
  })

  it.each<readonly [what: string, before: (maximum: number) => readonly number[]]>([
    ['first of all', (maximum) => imports(memory(1, 1, maximum))],
    ['behind a custom section', (maximum) => [...section(0, ...name('x'), 9, 9), ...imports(memory(1, 1, maximum))]],
    ['with a minimum of two bytes', (maximum) => imports(memory(1, 0x80, 1, maximum))],
    [
      'behind a function whose type is a number of two bytes',
      (maximum) => imports([...name('a'), ...name('b'), 0, 0x80, 1], memory(1, 1, maximum)),
    ],
    [
      'behind a section of 128 bytes',
      (maximum) => [0, 0x80, 1, ...Array.from({ length: 128 }, () => 2), ...imports(memory(1, 1, maximum))],
    ],
    [
      'behind names of 128 characters, in a section of two bytes',
      (maximum) => [2, 0x96, 2, 2, ...longName, 1, 0x62, 0, 5, ...memory(1, 1, maximum), 0x80],
    ],
    ['without names', (maximum) => imports([0, 0, 2, 1, 1, maximum])],
  ])('is found %s', (_, binary) => {
    expect(raise(binary(7), 9)).toEqual(binary(9))
  })

  it.each<readonly [what: string, binary: readonly number[]]>([
    ['nothing', []],
    ['no imports', types],
    ['a function', imports(aFunction)],
    ['a table before the memory', imports([...name('a'), ...name('t'), 1, 0x70, 1, 1, 7], memory(1, 1, 7))],
    ['an import that is like one of memory', imports([...name('a'), ...name('g'), 3, 1, 1, 7])],
    ['what is like an import behind the last', [...imports(aFunction), 0, 0, 2, 1, 1, 7]],
    ['a memory without one', imports(memory(0, 1), memory(1, 1, 7))],
    ['shared memory', imports(memory(3, 1, 7))],
    ['no import, and a second section of them', [...imports(), ...imports(memory(1, 1, 7))]],
    ['a function, and a second section', [...imports(aFunction), ...imports(memory(1, 1, 7))]],
    ['a section of 4 GiB', [0, 0xff, 0xff, 0xff, 0xff, 0x0f, ...imports(memory(1, 1, 7))]],
    ['a number without end', [0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80]],
  ])('is not found in a binary with %s', (_, binary) => {
    expect(raise(binary, 9)).toEqual(binary)
  })

  it('is left, or raised, in a binary that is cut off anywhere', () => {
    const whole = [...types, ...imports(aFunction, memory(1, 1, 7))]
    for (let length = 0; length < whole.length; length++) {
      expect(raise(whole.slice(0, length), 9)).toEqual(whole.slice(0, length))
    }
  })

  it('is not found in bytes that are shorter than a header', () => {
    for (let length = 0; length <= header.length; length++) {
      expect([...raiseMemoryLimit(new Uint8Array(header.slice(0, length)), 9)]).toEqual(header.slice(0, length))
    }
  })
})
