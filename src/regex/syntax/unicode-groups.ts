import type { Cursor } from './cursor.ts'
import { InvalidPatternError } from './failure.ts'
import { groupTables, otherGroups } from './group-tables.ts'
import { lastCodePoint, type Ranges } from './ranges.ts'

/** A group of characters, such as `\p{Greek}`. */
export interface UnicodeGroup {
  readonly isNegated: boolean
  /** Its characters before it is negated; undefined when only RE2 knows them. */
  readonly ranges: Ranges | undefined
}

const known = new Map<string, Ranges>([['Any', [0, lastCodePoint]]])
let others: ReadonlySet<string> | undefined

/** Reads `\pL`, `\p{Greek}`, `\P{^Greek}`: RE2's ParseUnicodeGroup. @throws InvalidPatternError for a name that it lacks */
export function readUnicodeGroup(cursor: Cursor): UnicodeGroup {
  const start = cursor.at
  const isNegated = cursor.peek(1) === 'P'
  cursor.at += 2
  const name = readName(cursor, start)
  const plain = name.replace(/^\^/, '')
  const ranges = rangesOf(plain)
  others ??= new Set(otherGroups.split(' '))
  if (ranges === undefined && !others.has(plain)) throw new InvalidPatternError('bad class range', cursor.since(start))
  return { isNegated: isNegated !== name.startsWith('^'), ranges }
}

function readName(cursor: Cursor, start: number): string {
  if (!cursor.skip('{')) {
    const from = cursor.at
    cursor.next()
    return cursor.since(from)
  }
  const end = cursor.text.indexOf('}', cursor.at)
  if (end < 0) throw new InvalidPatternError('bad class range', cursor.text.slice(start))
  const name = cursor.text.slice(cursor.at, end)
  cursor.at = end + 1
  return name
}

function rangesOf(name: string): Ranges | undefined {
  const found = known.get(name)
  if (found !== undefined || !Object.hasOwn(groupTables, name)) return found
  const ranges: number[] = []
  let next = 0
  for (const entry of (groupTables[name] ?? '').split(' ')) {
    const [gap = '', extent = '0'] = entry.split(',')
    const low = next + parseInt(gap, 36)
    const high = low + parseInt(extent, 36)
    ranges.push(low, high)
    next = high + 1
  }
  known.set(name, ranges)
  return ranges
}
