/**
 * Raises the maximum of the memory that a WebAssembly binary imports, in a copy of its bytes. The number is rewritten in
 * place, in as many bytes of [LEB128](https://webassembly.github.io/spec/core/binary/values.html#integers) as it had, so
 * nothing else moves. A binary without such an import, or with too few bytes for the number, is copied as it is.
 */
export function raiseMemoryLimit(binary: Uint8Array, pages: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary)
  const at = findMemoryMaximum(bytes)
  if (at === undefined) return bytes
  let rest = pages
  for (let index = at.start; index < at.end; index++) {
    bytes[index] = (rest & 0x7f) | (index < at.end - 1 ? 0x80 : 0)
    rest >>>= 7
  }
  return rest === 0 ? bytes : new Uint8Array(binary)
}

const importSection = 2
const functionImport = 0
const memoryImport = 2
const headerLength = 8

/** Finds the maximum in the [import section](https://webassembly.github.io/spec/core/binary/modules.html#import-section). */
function findMemoryMaximum(bytes: Uint8Array): { readonly start: number; readonly end: number } | undefined {
  let at = headerLength
  const byte = (): number => bytes[at++] ?? 0
  const number = (): number => {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const next = byte()
      value |= (next & 0x7f) << shift
      if (next < 0x80) break
    }
    return value >>> 0
  }
  const skipName = (): void => {
    const length = number()
    at += length
  }
  while (at < bytes.length) {
    const section = byte()
    const size = number()
    if (section !== importSection) {
      at += size
      continue
    }
    for (let imports = number(); imports > 0; imports--) {
      skipName() // the module's
      skipName() // the import's
      const kind = byte()
      if (kind === functionImport) number()
      else if (kind !== memoryImport || byte() !== 1) return undefined
      else {
        number() // the minimum
        const start = at
        number()
        return { start, end: at }
      }
    }
    return undefined
  }
  return undefined
}
