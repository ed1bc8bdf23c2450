import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Image } from '../../src/index.ts'
import { listImages, type Source } from '../../src/list/index.ts'
import { createDirectorySource } from '../../src/node/index.ts'
import type { MemoryStore } from '../../src/list/index.ts'
import { findPlace, type Place, type ProjectSource } from '../../src/server/index.ts'

const directory = mkdtempSync(join(tmpdir(), 'compute-filter-directory-'))
afterAll(() => {
  rmSync(directory, { recursive: true })
})
let time = 1_700_000_000
const write = (file: string, text: string): void => {
  writeFileSync(join(directory, file), text)
  utimesSync(join(directory, file), ++time, time)
}
const images = findPlace({}) as Place
/** The images of a project. */
const openIn = async (opening: ProjectSource, project: string) => opening.open(project, images)
const source = createDirectorySource(directory)
const namesOf = async (project: string) => {
  const opened = await openIn(source, project)
  return opened && ((await listImages(opened as Source<Image>, { project })).items ?? []).map(({ name }) => name)
}

describe('a directory', () => {
  it('contains a file for each project', async () => {
    write('p.ndjson', '{"name":"b"}\r\n\n{"name":"a"}')
    write('example.com:q.ndjson', '')
    expect(await namesOf('p')).toEqual(['a', 'b'])
    expect(await namesOf('example.com:q')).toEqual([])
    expect(await openIn(source, 'p')).toBe(await openIn(source, 'p'))
  })

  it('is read again after a change', async () => {
    write('r.ndjson', '{"name":"a"}')
    expect(await namesOf('r')).toEqual(['a'])
    write('r.ndjson', '{"name":"b"}')
    expect(await namesOf('r')).toEqual(['b'])
    rmSync(join(directory, 'r.ndjson'))
    expect(await namesOf('r')).toBeUndefined()
  })

  it.each(['', '..', '../p', 'x/../p', '.p', 'a..b', 'p.ndjson/..', 'p\0', 'no-such', 'folder'])(
    'has no project %j',
    async (project) => {
      mkdirSync(join(directory, 'folder.ndjson'), { recursive: true })
      expect(await openIn(source, project)).toBeUndefined()
    },
  )

  it.each([
    ['{"name":"a"}\n{', 'p6', /p6\.ndjson:2: not JSON: /],
    ['[1]', 'p7', /p7\.ndjson:1: item 1 is a number, not an object$/],
    ['null', 'p8', /p8\.ndjson:1: null, not an object$/],
  ])('fails for a file with %j until it is corrected', async (text, project, message) => {
    write(`${project}.ndjson`, text)
    await expect(openIn(source, project)).rejects.toThrow(message)
    await expect(openIn(source, project)).rejects.toThrow(message)
    write(`${project}.ndjson`, '{"name":"a"}')
    expect(await namesOf(project)).toEqual(['a'])
  })

  it('serves the previous data while a file is incomplete, and reports it once', async () => {
    const told: unknown[] = []
    const telling = createDirectorySource(directory, {
      onReloadError: (error, project) => {
        told.push([project, String(error)])
        throw new Error('ignored')
      },
    })
    write('p9.ndjson', '{"name":"a"}')
    const first = await openIn(telling, 'p9')
    write('p9.ndjson', '{"name":"b"}\n{"na')
    for (let times = 0; times < 3; times++) expect(await openIn(telling, 'p9')).toBe(first)
    expect(told).toEqual([['p9', expect.stringMatching(/^InputError: .*p9\.ndjson:2: not JSON: /)]])
    write('p9.ndjson', '{"name":"b"}\n{"name":"c"}')
    expect(((await openIn(telling, 'p9')) as MemoryStore<object>).size).toBe(2)
  })

  it('serves the previous data until the new is read, and reads once for all callers', async () => {
    const loads: number[] = []
    const impatient = createDirectorySource(directory, { maxReloadWaitMs: 0, onLoad: ({ size }) => loads.push(size) })
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `{"name":"n${String(at)}"}\n`).join('')
    write('p10.ndjson', lines(1))
    const first = await openIn(impatient, 'p10')
    write('p10.ndjson', lines(30_000))
    const others = await Promise.all(Array.from({ length: 20 }, async () => openIn(impatient, 'p10')))
    expect(new Set(others)).toEqual(new Set([first]))
    write('p10.ndjson', lines(20_000))
    // It changes again while it is read.
    await vi.waitFor(
      async () => {
        expect(((await openIn(impatient, 'p10')) as MemoryStore<object>).size).toBe(20_000)
      },
      { timeout: 4000 },
    )
    expect(loads.length).toBeLessThan(4)
  })

  it.each([
    ['is empty at first', '', '{"name":"b"}'],
    ['ends at the end of a line at first', '{"name":"b"}\n', '{"name":"c"}\n'],
    ['ends inside a line at first', '{"name":"b"}\n{"na', 'me":"c"}\n'],
  ])('does not serve an incomplete file that %s', async (what, first, second) => {
    const sizes: number[] = []
    const errors: unknown[] = []
    const watching = createDirectorySource(directory, {
      maxReloadWaitMs: 20,
      onLoad: ({ size }) => sizes.push(size),
      onReloadError: (error) => errors.push(error),
    })
    write('p14.ndjson', '{"name":"x"}\n{"name":"z"}\n{"name":"y"}')
    const old = await openIn(watching, 'p14')
    writeFileSync(join(directory, 'p14.ndjson'), first)
    expect(await openIn(watching, 'p14')).toBe(old)
    appendFileSync(join(directory, 'p14.ndjson'), second)
    await vi.waitFor(
      async () => {
        expect(await openIn(watching, 'p14')).not.toBe(old)
      },
      { timeout: 4000 },
    )
    expect([sizes, errors, what]).toEqual([[3, first === '' ? 1 : 2], [], what])
  })

  it('serves a file that stays empty as empty', async () => {
    write('p15.ndjson', '{"name":"a"}')
    expect(await namesOf('p15')).toEqual(['a'])
    write('p15.ndjson', '')
    expect(await namesOf('p15')).toEqual(['a'])
    await vi.waitFor(
      async () => {
        expect(await namesOf('p15')).toEqual([])
      },
      { timeout: 4000 },
    )
  })

  it('serves a file that is constantly appended to in the end', async () => {
    write('p16.ndjson', '{"name":"a"}\n')
    const growing = createDirectorySource(directory, { maxReloadWaitMs: 0 })
    const old = await openIn(growing, 'p16')
    const appending = setInterval(() => {
      appendFileSync(join(directory, 'p16.ndjson'), '{"name":"a"}\n')
    }, 10)
    try {
      await vi.waitFor(
        async () => {
          expect(await openIn(growing, 'p16')).not.toBe(old)
        },
        { timeout: 9000, interval: 100 },
      )
    } finally {
      clearInterval(appending)
    }
  }, 10_000)

  it('serves the previous data when the file system fails, and reports it at intervals', async () => {
    const told: unknown[] = []
    const failing = createDirectorySource(directory, { onReloadError: (error) => told.push(String(error)) })
    write('p17.ndjson', '{"name":"a"}')
    const old = await openIn(failing, 'p17')
    rmSync(join(directory, 'p17.ndjson'))
    symlinkSync(join(directory, 'p17.ndjson'), join(directory, 'p17.ndjson'))
    for (let times = 0; times < 5; times++) expect(await openIn(failing, 'p17')).toBe(old)
    expect(told).toEqual([expect.stringContaining('ELOOP')])
    await expect(openIn(createDirectorySource(directory), 'p17')).rejects.toThrow('ELOOP')
  })

  it.each([
    ['lines', Array.from({ length: 3000 }, (_, at) => JSON.stringify({ name: `n${String(at)}` })).join('\n')],
    ['a list', JSON.stringify({ items: Array.from({ length: 3000 }, (_, at) => ({ name: `n${String(at)}` })) })],
  ])('counts unpacked bytes: %s', async (_, text) => {
    let loaded = ''
    const small = createDirectorySource(directory, {
      maxBytes: text.length * 1.5,
      onLoad: ({ project }) => (loaded += project.slice(-1)),
    })
    for (const project of ['packed-a', 'packed-b']) writeFileSync(join(directory, `${project}.ndjson`), gzipSync(text))
    for (const project of ['packed-a', 'packed-b', 'packed-a']) await openIn(small, project)
    expect(loaded).toBe('aba')
  })

  it('frees memory after concurrent reads', async () => {
    let loaded = ''
    const small = createDirectorySource(directory, {
      maxBytes: 20,
      onLoad: ({ project }) => (loaded += project.slice(-1)),
    })
    for (const project of ['once-a', 'once-b', 'once-c']) write(`${project}.ndjson`, '{"name":"a"}')
    await Promise.all(['once-a', 'once-b', 'once-c'].map(async (project) => openIn(small, project)))
    loaded = ''
    for (const project of ['once-a', 'once-b', 'once-c']) await openIn(small, project)
    expect(loaded.length).toBeGreaterThan(1)
  })

  it('yields between two chunks of reading', async () => {
    write('p11.ndjson', '{}\n'.repeat(200_000))
    let turns = 0
    let isRead = false
    const count = (): void => {
      turns++
      if (!isRead) setImmediate(count)
    }
    setImmediate(count)
    await openIn(createDirectorySource(directory), 'p11')
    isRead = true
    expect(turns).toBeGreaterThan(10)
  })

  it('notices a change that keeps size, modification time and inode', async () => {
    write('p12.ndjson', '{"name":"a"}')
    expect(await namesOf('p12')).toEqual(['a'])
    const file = join(directory, 'p12.ndjson')
    const { mtime } = statSync(file)
    writeFileSync(file, '{"name":"b"}')
    utimesSync(file, mtime, mtime)
    expect(await namesOf('p12')).toEqual(['b'])
  })

  it('finds a project in any letter case, and loads it once', async () => {
    write('p13.ndjson', '{"name":"a"}')
    expect(await openIn(source, 'P13')).toBe(await openIn(source, 'p13'))
  })

  it.each([
    [0, 'ababab'],
    [12, 'ababab'],
    [24, 'ab'],
  ])('keeps files of %d bytes in total, and the requested one', async (maxBytes, expected) => {
    let loaded = ''
    const small = createDirectorySource(directory, { maxBytes, onLoad: ({ project }) => (loaded += project.slice(-1)) })
    for (const project of ['room-a', 'room-b']) write(`${project}.ndjson`, '{"name":"a"}')
    for (const project of ['room-a', 'room-b', 'room-a', 'room-b', 'room-a', 'room-b', 'room-b'])
      await openIn(small, project)
    expect(loaded).toBe(expected)
  })

  it('does not read a file twice at once for one project when memory is short', async () => {
    const loads: string[] = []
    const small = createDirectorySource(directory, { maxBytes: 0, onLoad: ({ project }) => loads.push(project) })
    for (const project of ['a1', 'b1']) write(`${project}.ndjson`, '{"name":"a"}\n'.repeat(5000))
    await Promise.all(['a1', 'b1', 'a1', 'b1'].map(async (project) => openIn(small, project)))
    expect(loads.sort()).toEqual(['a1', 'b1'])
  })

  it.runIf(existsSync('/proc/self/mem'))('fails when a file cannot be read', async () => {
    symlinkSync('/proc/self/mem', join(directory, 'mem.ndjson'))
    await expect(openIn(source, 'mem')).rejects.toThrow('EIO')
  })

  it('fails when the directory cannot be accessed', async () => {
    await expect(openIn(createDirectorySource(join(directory, 'x'.repeat(300))), 'p')).rejects.toThrow('ENAMETOOLONG')
  })

  it.each<readonly [options: object, message: string]>([
    [{ onLoad: 1 }, 'onLoad must be a function, not 1'],
    [{ onReloadError: 'x' }, 'onReloadError must be a function, not `x`'],
    [{ maxBytes: -1 }, 'maxBytes must be a number of at least 0, not -1'],
    [{ maxBytes: null }, 'maxBytes must be a number of at least 0, not null'],
    [{ maxReloadWaitMs: 2 ** 31 }, 'maxReloadWaitMs must be a number from 0 to 2147483647, not 2147483648'],
    [{ maxReloadWait: 5 }, 'unknown option `maxReloadWait`; did you mean `maxReloadWaitMs`?'],
  ])('rejects the options %j', (options, message) => {
    expect(() => createDirectorySource(directory, options)).toThrow(new TypeError(message))
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
    expect((await openIn(source, 'p4'))?.get?.('a')).toEqual({ name: 'a', id: '18446744073709551615' })
  })

  it('skips images that repeat a name and an id, and reports their number', async () => {
    write('p5.ndjson', '{"name":"a","id":"1"}\n{"name":"a","id":1}\n{"name":"a"}\n{}\n{"x":1}\n{"name":"a","id":"2"}')
    const told: unknown[] = []
    const telling = createDirectorySource(directory, { onLoad: (loaded) => told.push(loaded) })
    const opened = (await openIn(telling, 'p5')) as MemoryStore<{ id?: string }>
    expect(opened.size).toBe(4)
    expect(told).toEqual([{ project: 'p5', size: 4, repeats: 2, unknownKinds: new Map() }])
  })
})
