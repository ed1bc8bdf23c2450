import { createReadStream } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { defaultReadLimits, type Entry, InputError, readImages } from '../input/index.ts'
import { createRepeatCheck } from '../list/index.ts'
import { createMemoryStore, type MemoryStore, type Named } from '../server/index.ts'

/** The resources of a file, and how many were left out because they have the name and the `id` of an earlier one. */
export interface LoadedFile<R> {
  readonly store: MemoryStore<R>
  readonly repeats: number
}

/** How a file is loaded. */
export interface LoadOptions {
  /** Bytes that are read at once. */
  readonly chunkLength?: number
  /** Told how many bytes and resources have been read so far. */
  readonly onProgress?: ((bytes: number, resources: number) => void) | undefined
}

/** Milliseconds of work between two pauses, and after how many resources the clock is looked at. */
const slice = 2
const stride = 32

/**
 * Reads a file into a store, in slices of a few milliseconds between which others have their turn.
 *
 * @throws InputError that names the file and the line; what the file system throws
 */
export async function loadStore<R extends Named>(
  file: string,
  { chunkLength = 65_536, onProgress = () => undefined }: LoadOptions = {},
): Promise<LoadedFile<R>> {
  const reader = readImages(file, defaultReadLimits)
  const decoder = new TextDecoder()
  const isRepeat = createRepeatCheck()
  const store = createMemoryStore<R>()
  let [bytes, repeats, since, count] = [0, 0, performance.now(), 0]

  async function take(entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) {
      if ('problem' in entry) throw new InputError(entry.problem)
      if (isRepeat(entry.image)) repeats++
      else store.add(entry.image as R)
      if (++count % stride !== 0 || performance.now() - since <= slice) continue
      await setImmediate()
      since = performance.now()
    }
  }

  for await (const chunk of createReadStream(file, { highWaterMark: chunkLength }) as AsyncIterable<Uint8Array>) {
    since = performance.now()
    await take(reader.push(decoder.decode(chunk, { stream: true })))
    onProgress((bytes += chunk.length), store.size + repeats)
  }
  await take([...reader.push(decoder.decode()), ...reader.end()])
  return { store, repeats }
}
