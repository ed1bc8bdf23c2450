/*
 * Finds the ends of JSON values in text that comes in pieces, without parsing: it counts brackets outside strings. The
 * elements of a top-level array, those of `items` of a top-level object, and those of the arrays in each scope of an
 * aggregated list (`{"items": {"zones/a": {"instances": [...]}}}`) are reported one by one. So a list of any length needs no
 * more memory than its longest element, and its text without elements. The caller parses the parts, and finds malformed JSON.
 *
 * `@streamparser/json` does the same and also makes the values. In one run it read an array of images at 80 MB/s, while this
 * module with `JSON.parse` read 220 MB/s, and keeps exact integers (`parseJson`).
 */

import { keyBefore, maxKeyLength } from './key-before.ts'
import { listFields } from './kinds.ts'
import { describeSize } from './read-limits.ts'

/** Receives the parts that are found, as text. */
export interface Findings {
  /**
   * An element of the array, of `items`, or of the array in a scope.
   *
   * @param line the first line of the text, including white space
   * @param number its position in the array, from 1
   * @param scope undefined outside aggregated lists, and where its name is too long
   */
  element(text: string, line: number, number: number, scope: string | undefined): void
  /**
   * The object up to a field that may hold a list, where that field is empty. Called before the elements. Returns whether the
   * object is a list: only then are the elements reported, otherwise the object is one value.
   */
  head(text: string): boolean
  /** The whole object, without the elements that were reported; undefined for an array. */
  end(text: string | undefined): void
}

/** The rest of the value is unreadable. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
}

export interface ValueFinder {
  /** Reads on. Returns the index after the value, or the length of the text if the value continues. @throws UnreadableError */
  push(text: string, from: number): number
  isDone(): boolean
  /** The current line. */
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

/**
 * Finds one array or object. Its opening bracket is the first character after white space.
 *
 * @param limit the maximum length of a part, in UTF-16 units
 * @param line the first line of the text
 * @param isLine whether the value must end on that line, unless the line has only opening brackets
 */
export function findValue(limit: number, line: number, isLine: boolean, findings: Findings): ValueFinder {
  let depth = 0
  let isInString = false
  let isEscaped = false
  let isDone = false
  /** The earlier pieces of the current part, and the end of them. */
  let held = ''
  let tail = ''
  /** The depth of the elements that are reported one by one; 0 for none. */
  let elementDepth = 0
  let elementLine = line
  let elements = 0
  /** Whether the current field holds the scopes of an aggregated list. */
  let isAggregated = false
  /** Whether the value of the current scope is an object, and the scope's name. */
  let isInScope = false
  let scope: string | undefined
  /** The object without its items, while these are read. */
  let envelope = ''
  let mustEnd = isLine

  const take = (piece: string): string => {
    if (held.length + piece.length > limit) throw new UnreadableError(`value longer than ${describeSize(limit)}`)
    const part = held + piece
    held = ''
    tail = ''
    return part
  }

  const keyAt = (text: string, start: number, at: number): string | undefined =>
    keyBefore((tail + text.slice(Math.max(start, at - maxKeyLength), at)).slice(-maxKeyLength))

  /** Whether only opening brackets were read. A line of these begins a value that spans lines. */
  const isBare = (piece: string): boolean => elements === 0 && envelope === '' && /^[{[\s]*$/.test(held + piece)

  const reportElement = (text: string): void => {
    elements++
    findings.element(text, elementLine, elements, scope)
    elementLine = line
  }

  const beginElements = (): void => {
    elementDepth = depth
    elementLine = line
    elements = 0
  }

  /** @param before the object up to the array */
  const beginArray = (before: string, at: number): number => {
    envelope = `${before}[`
    beginElements()
    return at + 1
  }

  function push(text: string, from: number): number {
    /** The start of the current part in this text. */
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
        } else if (depth === 2 && elementDepth === 0 && listFields.has(keyAt(text, start, at) ?? '')) {
          const before = take(text.slice(start, at))
          const isArray = unit === openingBracket
          start = at
          held = before
          const isList = findings.head(`${before}${isArray ? '[]' : '{}'}}`)
          isAggregated = isList && !isArray
          if (isList && isArray) start = beginArray(take(''), at)
        } else if (depth === 3 && isAggregated) {
          isInScope = unit === openingBrace
          if (isInScope) scope = keyAt(text, start, at)
        } else if (depth === 4 && isInScope && isAggregated && unit === openingBracket) {
          start = beginArray(take(text.slice(start, at)), at)
        }
      } else if (unit === comma) {
        if (depth === elementDepth) {
          reportElement(take(text.slice(start, at)))
          start = at + 1
        }
      } else if (unit === closingBracket || unit === closingBrace) {
        if (depth === elementDepth) {
          if (unit === closingBrace) throw new UnreadableError('not JSON: an array ends with a brace')
          const last = take(text.slice(start, at))
          if (elements > 0 || last.trim() !== '') reportElement(last)
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
        if (depth === 1) {
          isAggregated = false
          scope = undefined
        }
        if (depth === 0) {
          isDone = true
          findings.end(take(text.slice(start, at + 1)))
          return at + 1
        }
      }
    }
    const lastOfIt = tail + text.slice(Math.max(start, text.length - maxKeyLength))
    held = take(text.slice(start))
    tail = lastOfIt.slice(-maxKeyLength)
    return text.length
  }

  return { push, isDone: () => isDone, line: () => line }
}
