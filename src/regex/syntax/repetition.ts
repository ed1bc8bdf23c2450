import type { Cursor } from './cursor.ts'

export interface Count {
  readonly min: number
  /** Infinity when there is no limit. */
  readonly max: number
}

/** RE2 refuses counts, and products of nested counts, over this. */
export const maxCount = 1000

/**
 * Reads `*`, `+`, `?` or `{2,5}`. Undefined if there is none here: a brace that does not begin a count is a character.
 */
export function readCount(cursor: Cursor): Count | undefined {
  switch (cursor.peek()) {
    case '*':
      cursor.at++
      return { min: 0, max: Infinity }
    case '+':
      cursor.at++
      return { min: 1, max: Infinity }
    case '?':
      cursor.at++
      return { min: 0, max: 1 }
    case '{':
      return readBraces(cursor)
    default:
      return undefined
  }
}

/** Without leading zeros, and of no more digits than RE2 reads. */
const braces = /\{(0|[1-9]\d{0,8})(?:(,)(0|[1-9]\d{0,8})?)?\}/y

function readBraces(cursor: Cursor): Count | undefined {
  braces.lastIndex = cursor.at
  const match = braces.exec(cursor.text)
  if (match === null) return undefined
  const [text, first = '', comma, second] = match
  cursor.at += text.length
  const min = Number(first)
  return { min, max: comma === undefined ? min : second === undefined ? Infinity : Number(second) }
}
