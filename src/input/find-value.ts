/*
 * Finds the ends of JSON values in text that comes in pieces, without parsing it: brackets are counted outside strings.
 * The elements of an array at the top, and those of `items` of an object at the top, are handed out one by one, so that a
 * list of any length takes no more memory than its longest element. Whether a part is JSON is left to who parses it.
 *
 * `@streamparser/json` does the same and makes the values, too: in one run it read an array of images at 80 MB/s, where this
 * and `JSON.parse` read 220 MB/s and the exact integers of `parseJson` are kept.
 */

import { describeSize } from './read-limits.ts'

/** What is found, as text. */
export interface Findings {
  /** An element of the array or of `items`; `line` is where the text begins, white space included. */
  element(text: string, line: number): void
  /**
   * The object up to its `items`, with these empty. Comes before their elements. Gives whether the object is a list: only
   * then are the elements handed out, otherwise it is one value.
   */
  head(text: string): boolean
  /** The object, with empty `items` when their elements were handed out; undefined for an array. */
  end(text: string | undefined): void
}

/** The value cannot be read on. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
}

export interface ValueFinder {
  /** Reads on. Gives the place behind the value's end, or the text's length while it has none. @throws UnreadableError */
  push(text: string, from: number): number
  isDone(): boolean
  /** The line that is being read. */
  line(): number
}

const lineFeed = 10
const space = 32
const quote = 34
const comma = 44
const openingBracket = 91
const backslash = 92
const closingBracket = 93
const openingBrace = 123
const closingBrace = 125

const beforeItems = /(?<!\\)"items"\s*:\s*$/
/** In UTF-16 units: what is looked at before a bracket. */
const tailLength = 64

/**
 * Finds one array or object, whose opening is the first character except white space.
 *
 * @param limit the longest part that is kept, in UTF-16 units
 * @param line where the text begins
 * @param isLine whether it has to end with that line, unless that has only opening brackets
 */
export function findValue(limit: number, line: number, isLine: boolean, findings: Findings): ValueFinder {
  let depth = 0
  let isInString = false
  let isEscaped = false
  let isDone = false
  /** Of the part that is being read, what earlier texts had, and the last of it. */
  let held = ''
  let tail = ''
  /** The depth of the elements that are handed out one by one; 0 for none. */
  let elementDepth = 0
  let elementLine = line
  let elements = 0
  /** The object, while its items are read. */
  let envelope = ''
  let mustEnd = isLine

  const take = (piece: string): string => {
    if (held.length + piece.length > limit) throw new UnreadableError(`value longer than ${describeSize(limit)}`)
    const part = held + piece
    held = ''
    tail = ''
    return part
  }

  const isAtItems = (text: string, start: number, at: number): boolean =>
    beforeItems.test((tail + text.slice(Math.max(start, at - tailLength), at)).slice(-tailLength))

  /** Whether nothing but opening brackets has been read: a line of these begins a value over several lines. */
  const isBare = (piece: string): boolean => elements === 0 && envelope === '' && /^[{[\s]*$/.test(held + piece)

  const handOut = (text: string): void => {
    elements++
    findings.element(text, elementLine)
    elementLine = line
  }

  const beginElements = (): void => {
    elementDepth = depth
    elementLine = line
    elements = 0
  }

  function push(text: string, from: number): number {
    /** Where the part that is being read begins in this text. */
    let start = from
    for (let at = from; at < text.length; at++) {
      let unit = text.charCodeAt(at)
      if (isInString) {
        if (isEscaped) {
          isEscaped = false
          continue
        }
        while (unit !== quote && unit !== backslash && unit !== lineFeed && ++at < text.length) {
          unit = text.charCodeAt(at)
        }
        if (unit === quote) isInString = false
        else if (unit === backslash) isEscaped = true
        else if (unit === lineFeed) throw new UnreadableError('not JSON: a string is not closed')
      } else if (unit <= space) {
        if (unit === lineFeed) {
          if (mustEnd && !isBare(text.slice(start, at)))
            throw new UnreadableError('not JSON: the line ends within this value')
          mustEnd = false
          line++
        }
      } else if (unit === quote) {
        isInString = true
      } else if (unit === openingBracket || unit === openingBrace) {
        depth++
        if (depth === 1 && unit === openingBracket) {
          beginElements()
          start = at + 1
        } else if (depth === 2 && elementDepth === 0 && isAtItems(text, start, at)) {
          const before = take(text.slice(start, at))
          const isList = unit === openingBracket
          start = at
          held = before
          if (findings.head(`${before}${isList ? '[]' : '{}'}}`) && isList) {
            envelope = `${take('')}[`
            beginElements()
            start = at + 1
          }
        }
      } else if (unit === comma) {
        if (depth === elementDepth) {
          handOut(take(text.slice(start, at)))
          start = at + 1
        }
      } else if (unit === closingBracket || unit === closingBrace) {
        if (depth === elementDepth) {
          if (unit === closingBrace) throw new UnreadableError('not JSON: an array ends with a brace')
          const last = take(text.slice(start, at))
          if (elements > 0 || last.trim() !== '') handOut(last)
          start = at
          held = envelope
          elementDepth = 0
          if (depth === 1) {
            isDone = true
            findings.end(undefined)
            return at + 1
          }
        }
        depth--
        if (depth === 0) {
          isDone = true
          findings.end(take(text.slice(start, at + 1)))
          return at + 1
        }
      }
    }
    const lastOfIt = tail + text.slice(Math.max(start, text.length - tailLength))
    held = take(text.slice(start))
    tail = lastOfIt.slice(-tailLength)
    return text.length
  }

  return { push, isDone: () => isDone, line: () => line }
}
