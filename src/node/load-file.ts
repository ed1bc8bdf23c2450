import { createReadStream } from 'node:fs'
import { anyKind, type Entry, InputError, readEntries, type ResourceEntry } from '../input/index.ts'
import { createTimeSlice, nextRound } from '../scheduling.ts'
import { checkNames, checkRecord } from '../records.ts'
import { createMemorySource, type MemorySource } from '../server/index.ts'
import { createAssignment } from './assignment.ts'

/** The resources of a file. */
export interface LoadedFile {
  /** The projects of the file. */
  readonly source: MemorySource
  /** The number of resources that are served. */
  readonly size: number
  /** The number of ignored resources, which have the name and the `id` of an earlier one at the same place. */
  readonly repeats: number
  /** The size of the file, uncompressed; an estimate for a compressed file. */
  readonly bytes: number
}

/** The options of `loadFile`. */
export interface LoadOptions {
  /**
   * The project of all resources. Default: each resource has the project of its `selfLink`; those without a link have that of
   * the others, or the name of the file.
   */
  readonly project?: string | undefined
  /** The size of one read. Default: 16,384. */
  readonly chunkBytes?: number | undefined
  /** Called with the number of bytes and of resources read so far. */
  readonly onProgress?: ((bytes: number, resources: number) => void) | undefined
  /** Called with the other contents of API responses: that a list is incomplete, and warnings. One line each. */
  readonly onNote?: ((note: string) => void) | undefined
}

/** In UTF-16 units: parsing a longer resource would block the thread too long. */
const limits = { value: 2 ** 19 }

const ignore = (): void => undefined

/** The number of resources between two looks at the clock. */
const stride = 32

/**
 * Reads a file with resources of any kinds, with a pause every few milliseconds so that other work can run.
 *
 * @throws InputError that names the file and the line; the error of the file system; TypeError for unknown options
 */
export async function loadFile(file: string, options: LoadOptions = {}): Promise<LoadedFile> {
  checkNames(checkRecord(options, 'options'), ['project', 'chunkBytes', 'onProgress', 'onNote'], 'option')
  const { chunkBytes = 16_384, onProgress = ignore, onNote = ignore, project } = options
  const source = createMemorySource()
  const assignment = createAssignment(source, file, project)
  const slice = createTimeSlice()
  let count = 0
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
    count++
    assignment.add(entry)
  }

  const chunks = createReadStream(file, { highWaterMark: chunkBytes })
  for await (const { entries, bytes } of readEntries(file, chunks, limits, anyKind)) {
    for (const [at, entry] of entries.entries()) {
      take(entry)
      if (at % stride !== 0 || !slice.isOver()) continue
      await nextRound()
      slice.restart()
    }
    fileBytes = bytes
    onProgress(bytes, count)
    if (!slice.isOver()) continue
    await nextRound()
    slice.restart()
  }
  return { source, ...assignment.finish(), bytes: Math.max(fileBytes, length) }
}
