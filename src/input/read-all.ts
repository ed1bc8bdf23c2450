import type { JsonObject } from './exact-json.ts'
import { InputError } from './input-error.ts'
import { readEntries } from './read-entries.ts'
import { defaultReadLimits } from './read-limits.ts'
import { anyKind, type ResourceKind } from './resource-kind.ts'

export interface ReadAllOptions {
  /** Told what lists say beside their items: that they go on, and warnings. */
  readonly onNote?: (note: string) => void
  /** Default: resources of any kind */
  readonly expected?: ResourceKind
}

/**
 * All resources of a file, in any of the forms.
 *
 * @param name the file, for messages
 * @param progress told how many bytes and resources have been read so far
 * @throws InputError
 */
export async function readAll(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  progress: (bytes: number, resources: number) => void = () => undefined,
  { onNote = () => undefined, expected = anyKind }: ReadAllOptions = {},
): Promise<readonly JsonObject[]> {
  const resources: JsonObject[] = []
  for await (const { entries, bytes } of readEntries(name, chunks, defaultReadLimits, expected)) {
    for (const entry of entries) {
      if ('problem' in entry) throw new InputError(entry.problem)
      if ('note' in entry) onNote(entry.note)
      else resources.push(entry.image)
    }
    progress(bytes, resources.length)
  }
  return resources
}
