/** Decodes bytes in pieces to text. */
export interface TextPieces {
  push(bytes: Uint8Array): string
  end(): string
  /** Whether some bytes were invalid, and were replaced by U+FFFD. */
  isBroken(): boolean
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/**
 * Decodes UTF-8 and UTF-16, which PowerShell 5 writes. UTF-16 is recognized by a byte order mark, or by a zero byte next to
 * the first character. The mark is removed.
 *
 * @param isJson whether the first character is ASCII; otherwise only a mark indicates UTF-16
 */
export function decodeText(isJson = true): TextPieces {
  let decoder: TextPieces | undefined
  /** The first byte, until the second arrives. */
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
 * piece, and continues with that.
 */
function decodeAs(encoding: Encoding): TextPieces {
  let decoder = new TextDecoder(encoding, { fatal: true })
  let isBroken = false
  /**
   * The last bytes, which may be an incomplete character: at most three, in UTF-16 a surrogate and half a unit. They start at
   * a whole unit.
   */
  let tail: Uint8Array = new Uint8Array()
  let length = 0

  function decode(bytes: Uint8Array, stream: boolean): string {
    try {
      return decoder.decode(bytes, { stream })
    } catch {
      isBroken = true
      // Only the start can have a byte order mark. The tail is the start if there were no more bytes.
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

/** JSON begins with an ASCII character, so one of its first two bytes in UTF-16 is zero. */
function encodingOf([first, second]: Uint8Array, isJson: boolean): Encoding {
  if ((first === 0xff && second === 0xfe) || (isJson && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (isJson && first === 0)) return 'utf-16be'
  return 'utf-8'
}
