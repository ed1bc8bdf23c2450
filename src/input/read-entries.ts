import { decodeText } from './decode-text.ts'
import { decompress } from './decompress.ts'
import type { Entry } from './entry.ts'
import { readResources } from './read-resources.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ResourceKind } from './resource-kind.ts'

/** The entries that a chunk completes, and the number of bytes read so far. */
export interface Batch {
  readonly entries: readonly Entry[]
  readonly bytes: number
}

/**
 * Reads an input of bytes, compressed or not, in any encoding and form.
 *
 * @param name the file, for messages
 * @throws InputError when the bytes cannot be unpacked
 */
export async function* readEntries(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
  expected: ResourceKind,
): AsyncGenerator<Batch> {
  const reader = readResources(name, limits, expected)
  const text = decodeText()
  let bytes = 0
  async function* count(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      bytes += chunk.length
      yield chunk
    }
  }
  let isTold = false
  function batchOf(entries: readonly Entry[]): Batch {
    if (isTold || !text.isBroken()) return { entries, bytes }
    isTold = true
    return { entries: [{ note: `${name}: invalid bytes were read as U+FFFD` }, ...entries], bytes }
  }
  for await (const chunk of decompress(name, count())) yield batchOf(reader.push(text.push(chunk)))
  yield batchOf([...reader.push(text.end()), ...reader.end()])
}
