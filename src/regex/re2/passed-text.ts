import { EngineFaultError } from './faults.ts'
import type { InstanceMemory } from './instance-memory.ts'
import { getTextCoding } from './text-coding.ts'

/** The functions of C that the binary exports. */
export interface Allocator {
  malloc(size: number): number
  free(address: number): void
}

/** Strings as embind passes them: the length in bytes as a word, then that many bytes of UTF-8. */
export interface PassedText {
  /**
   * Writes a text where RE2 can read it, until the next one is written. Lone surrogates become U+FFFD.
   *
   * @throws EngineFaultError when the memory is exhausted
   */
  write(text: string): number
  /** Reads a string that C++ has returned, and frees it. */
  take(address: number): string
}

const minBufferBytes = 4096
/** The bytes of a length, and the maximum number of UTF-8 bytes for a UTF-16 code unit. */
const lengthBytes = 4
const maxUnitBytes = 3
const lastAscii = 0x7f

export function createPassedText(memory: InstanceMemory, { malloc, free }: Allocator): PassedText {
  const { TextDecoder, TextEncoder } = getTextCoding()
  const encoder = new TextEncoder()
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  /** One buffer for all texts: it grows to the longest of them. */
  let buffer = 0
  let capacity = 0

  function reserve(size: number): void {
    if (size <= capacity) return
    if (buffer !== 0) free(buffer)
    capacity = 0
    buffer = malloc(Math.max(minBufferBytes, size))
    if (buffer === 0) throw new EngineFaultError('out of memory')
    capacity = Math.max(minBufferBytes, size)
  }

  return {
    write(text) {
      reserve(lengthBytes + text.length * maxUnitBytes)
      const start = buffer + lengthBytes
      const { bytes } = memory
      let length = 0
      // Most texts are ASCII. Copying that is faster than calling the encoder.
      for (; length < text.length; length++) {
        const unit = text.charCodeAt(length)
        if (unit > lastAscii) break
        bytes[start + length] = unit
      }
      if (length < text.length) {
        length += encoder.encodeInto(text.slice(length), bytes.subarray(start + length, buffer + capacity)).written
      }
      memory.setWord(buffer, length)
      return buffer
    },
    take(address) {
      const start = address + lengthBytes
      const text = decoder.decode(memory.bytes.subarray(start, start + memory.wordAt(address)))
      free(address)
      return text
    },
  }
}
