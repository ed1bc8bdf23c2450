import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listImages } from '../../src/list/index.ts'
import { createDirectorySource } from '../../src/node/index.ts'

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
    ['{"name":"a"}\n{', /p2\.ndjson:2: not JSON$/],
    ['[]', /p2\.ndjson:1: not an object$/],
    ['null', /p2\.ndjson:1: not an object$/],
  ])('with %j is an error, until it is mended', async (text, message) => {
    write('p2.ndjson', text)
    await expect(source.open('p2')).rejects.toThrow(message)
    await expect(source.open('p2')).rejects.toThrow(message)
    write('p2.ndjson', '{"name":"a"}')
    expect(await namesOf('p2')).toEqual(['a'])
  })
})
