import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listImages } from '../../src/list/index.ts'
import { createDirectorySource } from '../../src/node/index.ts'
import type { MemoryStore } from '../../src/server/index.ts'

const directory = mkdtempSync(join(tmpdir(), 'compute-filter-directory-'))
afterAll(() => {
  rmSync(directory, { recursive: true })
})
let time = 1_700_000_000
const write = (file: string, text: string): void => {
  writeFileSync(join(directory, file), text)
  utimesSync(join(directory, file), ++time, time)
}
const source = createDirectorySource(directory)
const namesOf = async (project: string) => {
  const opened = await source.open(project)
  return opened && ((await listImages(opened, { project })).items ?? []).map(({ name }) => name)
}

describe('a directory', () => {
  it('has a file for each project', async () => {
    write('p.ndjson', '{"name":"b"}\r\n\n{"name":"a"}')
    write('example.com:q.ndjson', '')
    expect(await namesOf('p')).toEqual(['a', 'b'])
    expect(await namesOf('example.com:q')).toEqual([])
    expect(await source.open('p')).toBe(await source.open('p'))
  })

  it('is read again when it has changed', async () => {
    write('r.ndjson', '{"name":"a"}')
    expect(await namesOf('r')).toEqual(['a'])
    write('r.ndjson', '{"name":"b"}')
    expect(await namesOf('r')).toEqual(['b'])
    rmSync(join(directory, 'r.ndjson'))
    expect(await namesOf('r')).toBeUndefined()
  })

  it.each(['', '..', '../p', 'x/../p', '.p', 'a..b', 'p.ndjson/..', 'p\0', 'no-such', 'folder'])(
    '%j is no project',
    async (project) => {
      mkdirSync(join(directory, 'folder.ndjson'), { recursive: true })
      expect(await source.open(project)).toBeUndefined()
    },
  )

  it.each([
    ['{"name":"a"}\n{', /p2\.ndjson:2: not JSON: /],
    ['[1]', /p2\.ndjson:1: item 1 is a number, not an object$/],
    ['null', /p2\.ndjson:1: null, not an object$/],
  ])('with %j is an error, until it is mended', async (text, message) => {
    write('p2.ndjson', text)
    await expect(source.open('p2')).rejects.toThrow(message)
    await expect(source.open('p2')).rejects.toThrow(message)
    write('p2.ndjson', '{"name":"a"}')
    expect(await namesOf('p2')).toEqual(['a'])
  })

  it.each([
    ['a byte order mark', '\uFEFF{"name":"a"}\n{"name":"b"}'],
    ['an array', '[{"name":"a"},{"name":"b"}]'],
    ['an answer of the API on one line', '{"kind":"compute#imageList","items":[{"name":"a"},{"name":"b"}]}'],
    ['an answer of the API', '{\n"kind":"compute#imageList",\n"items":[{"name":"a"},{"name":"b"}]\n}'],
  ])('reads %s', async (_, text) => {
    write('p3.ndjson', text)
    expect(await namesOf('p3')).toEqual(['a', 'b'])
  })

  it('keeps large integers', async () => {
    write('p4.ndjson', '{"name":"a","id":18446744073709551615}')
    expect((await source.open('p4'))?.get?.('a')).toEqual({ name: 'a', id: '18446744073709551615' })
  })

  it('leaves out what repeats a name and an id, and tells how much', async () => {
    write('p5.ndjson', '{"name":"a","id":"1"}\n{"name":"a","id":1}\n{"name":"a"}\n{}\n{"x":1}\n{"name":"a","id":"2"}')
    const told: unknown[] = []
    const telling = createDirectorySource(directory, { onLoad: (loaded) => told.push(loaded) })
    const opened = (await telling.open('p5')) as MemoryStore<{ id?: string }>
    expect(opened.size).toBe(4)
    expect(told).toEqual([{ project: 'p5', size: 4, repeats: 2 }])
  })
})
