import { describe, expect, it, test } from 'vitest'
import { lines, runInMemory } from './run-in-memory.ts'

const debian = { name: 'debian-12', family: 'debian-12', diskSizeGb: '10' }
const ubuntu = { name: 'ubuntu-24', family: 'ubuntu-24', diskSizeGb: '20' }
const both = [debian, ubuntu]
const list = { kind: 'compute#imageList', id: 'projects/p/global/images', items: both }
const pretty = (value: unknown): string => JSON.stringify(value, undefined, 2)

const forms: readonly (readonly [form: string, text: string, names: readonly string[]])[] = [
  ['NDJSON', lines(...both), ['debian-12', 'ubuntu-24']],
  ['NDJSON without last line feed', lines(...both).trimEnd(), ['debian-12', 'ubuntu-24']],
  ['NDJSON with CRLF', lines(...both).replaceAll('\n', '\r\n'), ['debian-12', 'ubuntu-24']],
  ['NDJSON with blank lines', `\n \n${lines(debian)}\n\r\n${lines(ubuntu)}\n`, ['debian-12', 'ubuntu-24']],
  ['NDJSON with byte order mark', `\ufeff${lines(...both)}`, ['debian-12', 'ubuntu-24']],
  ['a JSON array with byte order mark', `\ufeff${pretty(both)}`, ['debian-12', 'ubuntu-24']],
  ['a JSON array on one line', JSON.stringify(both), ['debian-12', 'ubuntu-24']],
  ['a JSON array over lines, as gcloud prints it', `${pretty(both)}\n`, ['debian-12', 'ubuntu-24']],
  ['a JSON array with CRLF', pretty(both).replaceAll('\n', '\r\n'), ['debian-12', 'ubuntu-24']],
  ['an empty array', '[]', []],
  ['an imageList on one line', JSON.stringify(list), ['debian-12', 'ubuntu-24']],
  ['an imageList over lines', pretty(list), ['debian-12', 'ubuntu-24']],
  ['an imageList after blank lines', `\n\n${pretty(list)}`, ['debian-12', 'ubuntu-24']],
  ['an imageList without items', '{"kind": "compute#imageList"}', []],
  ['an imageList without items over lines', '{\n"kind": "compute#imageList"\n}', []],
  ['any object with items', pretty({ items: both }), ['debian-12', 'ubuntu-24']],
  ['the pages of a list, one a line', lines({ items: [debian] }, { items: [ubuntu] }), ['debian-12', 'ubuntu-24']],
  ['one image on one line', JSON.stringify(debian), ['debian-12']],
  ['one image over lines', pretty(debian), ['debian-12']],
  ['one image, broken before the comma', '{"name": "debian-12"\n, "family": "x"}', ['debian-12']],
  ['one image, broken before the brace', '{"name": "debian-12"\n}', ['debian-12']],
  ['nothing', '', []],
  ['blank lines', '\n \n', []],
]

describe('forms of the input', () => {
  test.each(forms)('%s', async (_form, text, names) => {
    const bytes = Buffer.from(text)
    const read = async (pieces: readonly Uint8Array[]): Promise<unknown> => {
      const ran = await runInMemory(['', '--format', 'json'], { stdin: pieces })
      expect(ran).toMatchObject({ code: 0, stderr: '' })
      const images = JSON.parse(ran.stdout) as readonly { readonly name: string }[]
      return images.map(({ name }) => name)
    }
    expect(await read([bytes])).toEqual(names)
    expect(await read(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(names)
  })

  it('joins characters that are split between chunks', async () => {
    const bytes = Buffer.from(lines({ name: 'é–😀' }))
    const ran = await runInMemory(['name = "é–😀"'], { stdin: Array.from(bytes, (byte) => Uint8Array.of(byte)) })
    expect(ran.stdout).toBe('{"name":"é–😀"}\n')
  })
})

describe('large integers', () => {
  const image = (id: string): string =>
    `{"id":${id},"name":"a, 9007199254740993: \\"9007199254740993","archiveSizeBytes":1e3}`

  test.each([
    ['9007199254740993', 'id = 9007199254740993', true],
    ['9007199254740993', 'id = 9007199254740992', false],
    ['18446744073709551615', 'id > 18446744073709551614', true],
    ['"9007199254740993"', 'id = 9007199254740993', true],
    ['1234567890123456', 'id = 1234567890123456', true],
    ['12345', 'name:"*9007199254740993: \\"9007199254740993"', true],
  ])('a number %s with %s: %s', async (id, filter, matches) => {
    const ran = await runInMemory([filter], { stdin: `${image(id)}\n` })
    expect(ran).toEqual({ code: 0, stdout: matches ? `${image(id)}\n` : '', stderr: '' })
  })

  it('is exact in a JSON document, too', async () => {
    const ran = await runInMemory([''], { stdin: '[{"id": 9007199254740993, "diskSizeGb": -9007199254740993}]' })
    expect(ran.stdout).toBe('{"id":"9007199254740993","diskSizeGb":"-9007199254740993"}\n')
  })
})
