import { isStackExhausted } from '../stack.ts'

const pageSize = 65_536

/** The memory of one instance as bytes and as 32-bit words. The views are renewed when the memory grows. */
export class InstanceMemory {
  readonly memory: WebAssembly.Memory
  bytes: Uint8Array
  private words: Int32Array

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory
    this.bytes = new Uint8Array(memory.buffer)
    this.words = new Int32Array(memory.buffer)
  }

  wordAt(address: number): number {
    return this.words[address >> 2] ?? 0
  }

  setWord(address: number, value: number): void {
    this.words[address >> 2] = value
  }

  /** A string of C, which ends with a zero: embind's names and the text of an assertion, all ASCII. */
  cStringAt(address: number): string {
    const end = this.bytes.indexOf(0, address)
    return String.fromCharCode(...this.bytes.subarray(address, end))
  }

  /**
   * Makes room for `size` bytes in all. Grows by at least a quarter where the maximum allows it, so that it grows rarely.
   *
   * @param size as `sbrk` gives it, a 32-bit number that may have its sign bit set
   * @returns whether there is room now
   */
  growTo(size: number): boolean {
    const present = this.memory.buffer.byteLength
    const wanted = Math.ceil(((size >>> 0) - present) / pageSize)
    const quarter = Math.ceil(present / pageSize / 4)
    if (!this.growBy(Math.max(wanted, quarter)) && !this.growBy(wanted)) return false
    this.bytes = new Uint8Array(this.memory.buffer)
    this.words = new Int32Array(this.memory.buffer)
    return true
  }

  private growBy(pages: number): boolean {
    try {
      this.memory.grow(pages)
      return true
    } catch (error) {
      if (isStackExhausted(error)) throw error
      return false
    }
  }
}
