import { createReadStream } from 'node:fs'
import { anyKind, type Entry, type ResourceEntry, InputError, readEntries, type ResourceKind } from '../input/index.ts'
import { createMemoryStore, createRepeatCheck, type MemoryStore, type Named } from '../list/index.ts'
import { checkNames, checkRecord } from '../records.ts'
import { createTimeSlice, nextRound } from '../scheduling.ts'

/** The resources of a file. */
export interface LoadedFile<R> {
  readonly store: MemoryStore<R>
  /** The number of ignored resources, which have the name and the `id` of an earlier one. */
  readonly repeats: number
  /** The size of the file, uncompressed; an estimate for a compressed file. */
  readonly bytes: number
}

/** The options of `loadStore`. */
export interface LoadOptions {
  /** The size of one read. Default: 16,384. */
  readonly chunkBytes?: number | undefined
  /** Called with the number of bytes and of resources read so far. */
  readonly onProgress?: ((bytes: number, resources: number) => void) | undefined
  /** The kind of resources in the file; anything else is an InputError that names it. Default: resources of any kind. */
  readonly expected?: ResourceKind | undefined
  /** Called with the other contents of API responses: that a list is incomplete, and warnings. One line each. */
  readonly onNote?: ((note: string) => void) | undefined
}

/** In UTF-16 units: parsing a longer resource would block the thread too long. */
const limits = { value: 2 ** 19 }

const ignore = (): void => undefined

/** The number of resources between two looks at the clock. */
const stride = 32

/**
 * Reads a file into a store, with a pause every few milliseconds so that other work can run.
 *
 * @throws InputError that names the file and the line; the error of the file system; TypeError for unknown options
 */
export async function loadStore<R extends Named>(file: string, options: LoadOptions = {}): Promise<LoadedFile<R>> {
  checkNames(checkRecord(options, 'options'), ['chunkBytes', 'onProgress', 'expected', 'onNote'], 'option')
  const { chunkBytes = 16_384, onProgress = ignore, onNote = ignore, expected = anyKind } = options
  const isRepeat = createRepeatCheck()
  const store = createMemoryStore<R>()
  const slice = createTimeSlice()
  let [repeats, count] = [0, 0]
  let [fileBytes, length, lastLength] = [0, 0, 0]

  /** Adds the length of a resource. Those that share a line are measured by a sample, the first of every `stride`. */
  function measure({ resource, text }: ResourceEntry): void {
    if (text === undefined && count % stride === 0) lastLength = JSON.stringify(resource).length
    length += text?.length ?? lastLength
  }

  function take(entry: Entry): void {
    if ('problem' in entry) throw new InputError(entry.problem)
    if ('note' in entry) {
      onNote(entry.note)
      return
    }
    measure(entry)
    if (isRepeat(entry.resource)) repeats++
    else store.add(entry.resource as R)
  }

  const chunks = createReadStream(file, { highWaterMark: chunkBytes })
  for await (const { entries, bytes } of readEntries(file, chunks, limits, expected)) {
    for (const entry of entries) {
      take(entry)
      if (++count % stride !== 0 || !slice.isOver()) continue
      await nextRound()
      slice.restart()
    }
    fileBytes = bytes
    onProgress(bytes, store.size + repeats)
    if (!slice.isOver()) continue
    await nextRound()
    slice.restart()
  }
  return { store, repeats, bytes: Math.max(fileBytes, length) }
}
