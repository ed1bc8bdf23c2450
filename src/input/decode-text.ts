/** Text of bytes that come in pieces. */
export interface TextPieces {
  push(bytes: Uint8Array): string
  end(): string
}

/**
 * Decodes UTF-8, and UTF-16 where a byte order mark or a zero beside the first character tells of it, as PowerShell 5
 * writes it. The mark is left out.
 *
 * @param isJson whether the first character is ASCII; otherwise only the mark tells of UTF-16
 */
export function decodeText(isJson = true): TextPieces {
  let decoder: TextDecoder | undefined
  /** The first byte, until there is a second. */
  let first: Uint8Array = new Uint8Array()
  return {
    push: (bytes) => {
      if (decoder !== undefined) return decoder.decode(bytes, { stream: true })
      const head = first.length === 0 ? bytes : Uint8Array.of(...first, ...bytes.subarray(0, 1))
      if (head.length < 2) {
        first = head.slice()
        return ''
      }
      decoder = new TextDecoder(encodingOf(head, isJson))
      const rest = first.length === 0 ? new Uint8Array() : bytes.subarray(1)
      return decoder.decode(head, { stream: true }) + decoder.decode(rest, { stream: true })
    },
    end: () => (decoder ?? new TextDecoder()).decode(decoder === undefined ? first : undefined),
  }
}

/** JSON begins with an ASCII character, so that in UTF-16 one of the first two bytes is zero. */
function encodingOf([first, second]: Uint8Array, isJson: boolean): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (isJson && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (isJson && first === 0)) return 'utf-16be'
  return 'utf-8'
}
