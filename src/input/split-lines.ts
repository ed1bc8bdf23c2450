export interface InputLine {
  /** Counted from 1. */
  readonly number: number
  /** The text without its line feed; undefined for a line that is too long. */
  readonly text: string | undefined
}

export interface LineSplitter {
  /** The lines that the text completes. */
  push(text: string): readonly InputLine[]
  /** The text after the last line feed. */
  end(): readonly InputLine[]
}

/**
 * Splits text that comes in pieces into lines. Holds at most one line. A line longer than `maxLength` is reported and
 * dropped.
 */
export function splitLines(maxLength: number): LineSplitter {
  let number = 1
  let held: string[] = []
  let length = 0

  // A line that is too long is reported once, when it exceeds the limit. The rest of it is not kept.
  const hold = (piece: string, into: InputLine[]): void => {
    const before = length
    length += piece.length
    if (length <= maxLength) held.push(piece)
    else if (before <= maxLength) {
      held = []
      into.push({ number, text: undefined })
    }
  }

  const complete = (into: InputLine[]): void => {
    if (length <= maxLength) into.push({ number, text: held.join('') })
    held = []
    length = 0
    number += 1
  }

  return {
    push: (text) => {
      const lines: InputLine[] = []
      let from = 0
      for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
        hold(text.slice(from, to), lines)
        complete(lines)
        from = to + 1
      }
      hold(text.slice(from), lines)
      return lines
    },
    end: () => {
      const lines: InputLine[] = []
      complete(lines)
      return lines
    },
  }
}
