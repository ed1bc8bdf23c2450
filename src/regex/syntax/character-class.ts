import { foldIf, leafOf, type MaybeRanges, readNamedSet, single } from './character-set.ts'
import type { Cursor } from './cursor.ts'
import { readEscape } from './escape.ts'
import { InvalidPatternError } from './failure.ts'
import { posixClass } from './named-classes.ts'
import { invert, type Ranges, unite } from './ranges.ts'
import type { RangeBudget } from './range-budget.ts'
import type { PatternNode } from './tree.ts'

/** The approximate number of characters that fold with others. */
const maxFolding = 2800

/** Reads a class in brackets: RE2's ParseCharClass. @throws InvalidPatternError */
export function readClass(cursor: Cursor, folds: boolean, budget: RangeBudget): PatternNode {
  const start = cursor.at
  cursor.at++
  const isNegated = cursor.skip('^')
  const ranges: number[] = []
  let isKnown = true
  for (let isFirst = true; isFirst || cursor.peek() !== ']'; isFirst = false) {
    if (cursor.isAtEnd) throw new InvalidPatternError('missing bracket', cursor.since(start))
    const member = readMember(cursor, folds, budget)
    if (member === undefined) isKnown = false
    else {
      budget.take(member.length / 2)
      for (const end of member) ranges.push(end)
    }
  }
  cursor.at++
  const united = isKnown ? unite(ranges) : undefined
  return leafOf(united && isNegated ? invert(united) : united, cursor.since(start), folds)
}

/** A named set, a range or a character. */
function readMember(cursor: Cursor, folds: boolean, budget: RangeBudget): MaybeRanges {
  const posix = readPosixClass(cursor, folds)
  if (posix !== undefined) return posix
  // RE2 does not read a `\p` at the end as a group here.
  if (cursor.peek() === '\\' && (!/[pP]/.test(cursor.peek(1)) || cursor.peek(2) !== '')) {
    const named = readNamedSet(cursor, folds)
    if (named !== undefined) return named.ranges
  }
  const range = readRange(cursor)
  const [low = 0, high = 0] = range
  // Every character that folds is visited.
  if (folds) budget.take(Math.min(high - low, maxFolding))
  return foldIf(folds, range)
}

/** `[:alpha:]`, `[:^alpha:]`; undefined if the text here is different. */
function readPosixClass(cursor: Cursor, folds: boolean): Ranges | undefined {
  if (!cursor.startsWith('[:')) return undefined
  const end = cursor.text.indexOf(':]', cursor.at + 2)
  if (end < 0) return undefined
  const name = cursor.text.slice(cursor.at + 2, end)
  const ranges = posixClass(name.replace(/^\^/, ''))
  if (ranges === undefined) throw new InvalidPatternError('bad class range', `[:${name}:]`)
  cursor.at = end + 2
  const folded = foldIf(folds, ranges)
  return name.startsWith('^') ? invert(folded) : folded
}

function readRange(cursor: Cursor): Ranges {
  const from = cursor.at
  const low = readCharacter(cursor)
  if (cursor.peek() !== '-' || cursor.peek(1) === ']' || cursor.peek(1) === '') return single(low)
  cursor.at++
  const high = readCharacter(cursor)
  if (high < low) throw new InvalidPatternError('bad class range', cursor.since(from))
  return [low, high]
}

function readCharacter(cursor: Cursor): number {
  if (cursor.peek() === '\\') return readEscape(cursor)
  return cursor.take()
}
