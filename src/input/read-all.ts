import type { JsonObject } from './exact-json.ts'
import { InputError } from './input-error.ts'
import { defaultReadLimits, type Entry, readImages } from './read-images.ts'

/**
 * All images of a file, in any of the forms.
 *
 * @param name the file, for messages
 * @param progress told how many bytes and images have been read so far
 * @throws InputError
 */
export async function readAll(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  progress: (bytes: number, images: number) => void = () => undefined,
): Promise<readonly JsonObject[]> {
  const reader = readImages(name, defaultReadLimits)
  const decoder = new TextDecoder()
  const images: JsonObject[] = []
  const take = (entries: readonly Entry[]): void => {
    for (const entry of entries) {
      if ('problem' in entry) throw new InputError(entry.problem)
      images.push(entry.image)
    }
  }
  let bytes = 0
  for await (const chunk of chunks) {
    take(reader.push(decoder.decode(chunk, { stream: true })))
    progress((bytes += chunk.length), images.length)
  }
  take([...reader.push(decoder.decode()), ...reader.end()])
  return images
}
