/** Text of bytes that come in pieces. */
export interface TextPieces {
  push(bytes: Uint8Array): string
  end(): string
  /** Whether some bytes were not valid text, and have been replaced by U+FFFD. */
  isBroken(): boolean
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/**
 * Decodes UTF-8, and UTF-16 where a byte order mark or a zero beside the first character tells of it, as PowerShell 5
 * writes it. The mark is left out.
 *
 * @param isJson whether the first character is ASCII; otherwise only the mark tells of UTF-16
 */
export function decodeText(isJson = true): TextPieces {
  let decoder: TextPieces | undefined
  /** The first byte, until there is a second. */
  let first: Uint8Array = new Uint8Array()
  return {
    push: (bytes) => {
      if (decoder !== undefined) return decoder.push(bytes)
      const head = first.length === 0 ? bytes : Uint8Array.of(...first, ...bytes.subarray(0, 1))
      if (head.length < 2) {
        first = head.slice()
        return ''
      }
      decoder = decodeAs(encodingOf(head, isJson))
      return decoder.push(head) + decoder.push(first.length === 0 ? new Uint8Array() : bytes.subarray(1))
    },
    end: () => {
      if (decoder !== undefined) return decoder.end()
      decoder = decodeAs('utf-8')
      return decoder.push(first) + decoder.end()
    },
    isBroken: () => decoder?.isBroken() === true,
  }
}

/**
 * Decodes with `fatal` until the first error. Then starts a second decoder, without `fatal`, on the last bytes before the
 * piece, and goes on with it.
 */
function decodeAs(encoding: Encoding): TextPieces {
  let decoder = new TextDecoder(encoding, { fatal: true })
  let isBroken = false
  /**
   * The last bytes, which may be the start of a character: at most three, in UTF-16 a surrogate and half a unit. They begin
   * with a whole unit.
   */
  let tail: Uint8Array = new Uint8Array()
  let length = 0

  function decode(bytes: Uint8Array, stream: boolean): string {
    try {
      return decoder.decode(bytes, { stream })
    } catch {
      isBroken = true
      // A byte order mark is one only at the start, which the last bytes hold when there have been no more.
      decoder = new TextDecoder(encoding, { ignoreBOM: length > 3 })
      decoder.decode(tail, { stream: true })
      return decoder.decode(bytes, { stream })
    }
  }

  return {
    push: (bytes) => {
      const text = decode(bytes, true)
      length += bytes.length
      const last = bytes.length < 4 ? Uint8Array.of(...tail, ...bytes) : bytes
      tail = last.slice(-4 + (length % 2))
      return text
    },
    end: () => decode(new Uint8Array(), false),
    isBroken: () => isBroken,
  }
}

/** JSON begins with an ASCII character, so that in UTF-16 one of the first two bytes is zero. */
function encodingOf([first, second]: Uint8Array, isJson: boolean): Encoding {
  if ((first === 0xff && second === 0xfe) || (isJson && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (isJson && first === 0)) return 'utf-16be'
  return 'utf-8'
}
