import { createReadStream } from 'node:fs'
import { anyKind, type Entry, type ResourceEntry, InputError, readEntries, type ResourceKind } from '../input/index.ts'
import { createMemoryStore, createRepeatCheck, type MemoryStore, type Named } from '../list/index.ts'
import { checkNames, checkRecord } from '../records.ts'
import { createTimeSlice, nextRound } from '../scheduling.ts'

/** The resources of a file, and how many were left out because they have the name and the `id` of an earlier one. */
export interface LoadedFile<R> {
  readonly store: MemoryStore<R>
  readonly repeats: number
  /** How long the file is, unpacked; of a file that is compressed, about. */
  readonly bytes: number
}

/** How a file is loaded. */
export interface LoadOptions {
  /** Bytes that are read at once. */
  readonly chunkBytes?: number | undefined
  /** Told how many bytes and resources have been read so far. */
  readonly onProgress?: ((bytes: number, resources: number) => void) | undefined
  /** What a file is expected to hold; anything else is an InputError that names it. Default: resources of any kind. */
  readonly expected?: ResourceKind | undefined
  /** Told what answers of the API say beside their items: that a list goes on, and warnings. One line each. */
  readonly onNote?: ((note: string) => void) | undefined
}

/** In UTF-16 units: parsing a longer resource would hold the thread too long. */
const limits = { value: 2 ** 19 }

const ignore = (): void => undefined

/** The number of resources between two looks at the clock. */
const stride = 32

/**
 * Reads a file into a store, in slices of a few milliseconds between which others have their turn.
 *
 * @throws InputError that names the file and the line; what the file system throws; TypeError for unknown options
 */
export async function loadStore<R extends Named>(file: string, options: LoadOptions = {}): Promise<LoadedFile<R>> {
  checkNames(checkRecord(options, 'options'), ['chunkBytes', 'onProgress', 'expected', 'onNote'], 'option')
  const { chunkBytes = 16_384, onProgress = ignore, onNote = ignore, expected = anyKind } = options
  const isRepeat = createRepeatCheck()
  const store = createMemoryStore<R>()
  const slice = createTimeSlice()
  let [repeats, count] = [0, 0]
  let [fileBytes, length, lastLength] = [0, 0, 0]

  /** Measures a resource that is not on a line of its own, as one of a list, in place of some that follow it. */
  function measure({ image, text }: ResourceEntry): void {
    if (text === undefined && count % stride === 0) lastLength = JSON.stringify(image).length
    length += text?.length ?? lastLength
  }

  function take(entry: Entry): void {
    if ('problem' in entry) throw new InputError(entry.problem)
    if ('note' in entry) {
      onNote(entry.note)
      return
    }
    measure(entry)
    if (isRepeat(entry.image)) repeats++
    else store.add(entry.image as R)
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
