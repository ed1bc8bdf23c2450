import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createFileCache, type FileCache } from '../../src/node/file-cache.ts'

const directory = mkdtempSync(join(tmpdir(), 'compute-filter-cache-'))
const file = join(directory, 'p.ndjson')
afterAll(() => {
  rmSync(directory, { recursive: true })
})

const ignore = (): void => undefined

/** A cache whose first reading ends when `finish` is called, and the texts that it has read. */
function createSlowCache() {
  const texts: string[] = []
  const { promise: finished, resolve: finish } = createSignal()
  const { promise: begun, resolve: begin } = createSignal()
  const cache: FileCache<string> = createFileCache<string>({
    async read(_, path) {
      const value = readFileSync(path, 'utf8')
      begin()
      await finished
      return { value, bytes: value.length }
    },
    onRead: (_, value) => texts.push(value),
    onNote: ignore,
    onReloadError: ignore,
    maxBytes: Infinity,
    maxReloadWaitMs: 0,
  })
  return { cache, texts, begun, finish }
}

function createSignal() {
  let resolve = ignore
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

describe('a file that is deleted while it is read', () => {
  it('is absent', async () => {
    const { cache, texts, begun, finish } = createSlowCache()
    writeFileSync(file, 'a')
    const opening = cache.open('p', file)
    await begun
    rmSync(file)
    finish()
    expect(await opening).toBeUndefined()
    expect(texts).toEqual([])
  })

  it('is not read by two at a time when it is restored', async () => {
    const { cache, texts, begun, finish } = createSlowCache()
    writeFileSync(file, 'a')
    const first = cache.open('p', file)
    await begun
    rmSync(file)
    expect(await cache.open('p', file)).toBeUndefined()
    writeFileSync(file, 'bc')
    const second = cache.open('p', file)
    finish()
    expect([await first, await second]).toEqual(['bc', 'bc'])
    expect(texts).toEqual(['bc'])
  })
})
