import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { InputError } from '../../src/input/index.ts'
import { listImages } from '../../src/list/index.ts'
import { createDirectorySource, imageKind, loadStore } from '../../src/node/index.ts'

const directory = mkdtempSync(join(tmpdir(), 'compute-filter-load-'))
afterAll(() => {
  rmSync(directory, { recursive: true })
})
const file = join(directory, 'p.ndjson')

async function load(text: string) {
  writeFileSync(file, text)
  const notes: string[] = []
  const { store, repeats } = await loadStore<object>(file, { onNote: (note) => notes.push(note) })
  return { items: (await listImages(store, { project: 'p' })).items ?? [], notes, repeats }
}

describe('loading a file', () => {
  test.each<readonly [text: string, items: readonly unknown[], notes: readonly string[]]>([
    ['{"x": 1}\n{"kind": "compute#disk", "name": "d"}', [{ x: 1 }, { kind: 'compute#disk', name: 'd' }], []],
    ['{"kind": "compute#diskList"}', [], []],
    [
      '{"kind": "compute#diskList", "items": [{"name": "d"}], "nextPageToken": "x"}',
      [{ name: 'd' }],
      [`${file}: the list is incomplete: it has a nextPageToken`],
    ],
    ['{"x": 1, "y": []}', [{ x: 1, y: [] }], []],
    ['{"items": {"zones/z": {"disks": [{"name": "d"}]}}}', [{ name: 'd' }], []],
  ])('accepts resources of any kind: %s', async (text, items, notes) => {
    expect(await load(text)).toEqual({ items, notes, repeats: 0 })
  })

  test.each([
    ['{"error": {"code": 404}}', ':1: an error answer: 404'],
    ['{"items": {"zones/z": 5}}', ':1: scope zones/z is a number, not an object'],
    ['{"disks": [{"name": "d"}]}', ':1: an object around `disks`, not a resource; '],
    [
      '{"kind": "compute#diskList", "items": [{"x": [{}]}, {"x": [], "y": 1}]}',
      ':1: item 1 is an object around `x`, not a resource; ',
    ],
    [`{"description": "${'x'.repeat(2 ** 19)}"}`, ':1: value longer than 524288 characters'],
  ])('rejects everything except resources: %.60s', async (text, message) => {
    await expect(load(text)).rejects.toThrow(InputError)
    await expect(load(text)).rejects.toThrow(`${file}${message}`)
  })

  test.each([
    ['{"kind":"compute#instance","name":"i"}', ':1: compute#instance, not compute#image'],
    ['{"kind":"compute#instanceList"}', ':1: compute#instanceList, not compute#image'],
  ])('rejects resources of an unexpected kind: %s', async (text, message) => {
    writeFileSync(file, text)
    await expect(loadStore(file, { expected: imageKind })).rejects.toThrow(`${file}${message}`)
    await expect(createDirectorySource(directory, { expected: imageKind }).open('p')).rejects.toThrow(
      `${file}${message}`,
    )
  })

  test('rejects unknown options', async () => {
    const options: object = { onprogress: () => undefined }
    await expect(loadStore(file, options)).rejects.toThrow('unknown option `onprogress`; did you mean `onProgress`?')
  })

  test('reports its progress', async () => {
    writeFileSync(file, '{"name":"a"}\n{"name":"a"}\n{"name":"b"}\n')
    const told: (readonly number[])[] = []
    await loadStore(file, { chunkBytes: 13, onProgress: (...progress) => told.push(progress) })
    expect(told.at(-1)).toEqual([39, 3])
    expect(told.length).toBeGreaterThan(2)
    expect((await loadStore(file)).repeats).toBe(1)
  })

  test('reports the notes of files in a directory', async () => {
    const notes: string[] = []
    writeFileSync(file, '{"kind":"compute#imageList","items":[{"name":"a"}],"nextPageToken":"x"}')
    await createDirectorySource(directory, { onNote: (note) => notes.push(note) }).open('p')
    expect(notes).toEqual([`${file}: the list is incomplete: it has a nextPageToken`])
  })
})
