import type { Ranges } from '../syntax/ranges.ts'
import type { CharacterSet } from './nfa.ts'

/*
 * The code points divided into columns. Characters that no instruction and no assertion distinguishes share one. This
 * is the bytemap of RE2's program, over code points instead of bytes.
 */

/** Whether a character is in a set whose members only RE2 knows. */
export type Membership = (character: string) => boolean

/** The size of a direct-mapped cache of the answers for single characters. */
const cacheSize = 256

export class Alphabet {
  /** The number of columns. */
  readonly size: number
  /** The columns of ASCII; empty where there are opaque sets, since then RE2 decides about each character. */
  readonly ascii: Uint16Array
  /** One character of each column. Columns that differ only in opaque sets have the same one. */
  readonly samples: readonly number[]
  /** The first code points of the intervals whose members are in the same known sets, in order. */
  private readonly starts: readonly number[]
  /** The column of each interval, without regard to opaque sets. */
  private readonly columnOfInterval: Uint16Array
  private readonly knownColumns: number
  private readonly opaque: readonly Membership[]
  private readonly cachedCharacters: Int32Array
  private readonly cachedColumns: Uint16Array
  /** For each column a row of bits, one for each set. */
  private readonly setBits: Uint32Array
  private readonly wordsOfRow: number

  /**
   * @param asserted sets that assertions distinguish
   * @param membershipOf whether characters are in an opaque set, by its pattern
   */
  constructor(
    sets: readonly CharacterSet[],
    asserted: readonly Ranges[],
    membershipOf: (pattern: string) => Membership,
  ) {
    const known = sets.map(({ ranges }) => ranges ?? [])
    this.starts = findStarts([...known, ...asserted])
    const { columnOfInterval, firstIntervals } = divide([...known, ...asserted], this.starts)
    this.columnOfInterval = columnOfInterval
    this.knownColumns = firstIntervals.length
    const opaqueSets = sets.flatMap(({ pattern }, at) => (pattern === undefined ? [] : [{ pattern, at }]))
    this.opaque = opaqueSets.map(({ pattern }) => membershipOf(pattern))
    const places = this.opaque.length > 0 ? cacheSize : 0
    this.cachedCharacters = new Int32Array(places).fill(-1)
    this.cachedColumns = new Uint16Array(places)
    this.size = this.knownColumns << this.opaque.length
    const samples = firstIntervals.map((interval) => this.starts[interval] ?? 0)
    this.samples =
      this.opaque.length === 0 ? samples : new Array<readonly number[]>(1 << this.opaque.length).fill(samples).flat()
    this.ascii = new Uint16Array(this.opaque.length > 0 ? 0 : 128)
    this.starts.forEach((start, interval) => {
      if (start < 128) this.ascii.fill(columnOfInterval[interval] ?? 0, start)
    })

    this.wordsOfRow = (sets.length + 31) >>> 5
    this.setBits = new Uint32Array(this.size * this.wordsOfRow)
    known.forEach((ranges, set) => {
      this.addKnown(set, ranges)
    })
    opaqueSets.forEach(({ at }, bit) => {
      this.addOpaque(at, bit)
    })
  }

  /** Approximate memory, in bytes. */
  get bytes(): number {
    return this.setBits.byteLength + 8 * (this.samples.length + this.starts.length)
  }

  columnOf(codePoint: number): number {
    if (this.opaque.length === 0) return this.columnOfInterval[this.intervalOf(codePoint)] ?? 0
    const slot = codePoint % cacheSize
    if (this.cachedCharacters[slot] !== codePoint) {
      this.cachedColumns[slot] = this.askAbout(codePoint)
      this.cachedCharacters[slot] = codePoint
    }
    return this.cachedColumns[slot] ?? 0
  }

  /** Whether the characters of a column are in a set. */
  has(column: number, set: number): boolean {
    return (((this.setBits[column * this.wordsOfRow + (set >>> 5)] ?? 0) >>> (set & 31)) & 1) === 1
  }

  private addKnown(set: number, ranges: Ranges): void {
    for (let at = 0; at < ranges.length; at += 2) {
      const end = ranges[at + 1] ?? 0
      for (let interval = this.intervalOf(ranges[at] ?? 0); (this.starts[interval] ?? Infinity) <= end; interval++) {
        const first = this.columnOfInterval[interval] ?? 0
        for (let column = first; column < this.size; column += this.knownColumns) this.add(column, set)
      }
    }
  }

  /** The columns of an opaque set are those whose combination of answers has its bit. */
  private addOpaque(set: number, bit: number): void {
    for (let column = 0; column < this.size; column++) {
      const combination = Math.floor(column / this.knownColumns)
      if (((combination >>> bit) & 1) === 1) this.add(column, set)
    }
  }

  private add(column: number, set: number): void {
    const word = column * this.wordsOfRow + (set >>> 5)
    this.setBits[word] = (this.setBits[word] ?? 0) | (1 << (set & 31))
  }

  private askAbout(codePoint: number): number {
    const character = String.fromCodePoint(codePoint)
    let combination = 0
    this.opaque.forEach((contains, bit) => {
      if (contains(character)) combination |= 1 << bit
    })
    return (this.columnOfInterval[this.intervalOf(codePoint)] ?? 0) + combination * this.knownColumns
  }

  /** The last interval that begins at or before a code point. */
  private intervalOf(codePoint: number): number {
    let [low, high] = [0, this.starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= codePoint) low = middle
      else high = middle - 1
    }
    return low
  }
}

function findStarts(sets: readonly Ranges[]): readonly number[] {
  const starts = new Set([0])
  for (const ranges of sets) ranges.forEach((end, at) => starts.add(at % 2 === 0 ? end : end + 1))
  return [...starts].sort((a, b) => a - b)
}

/** Divides the intervals by each set in turn, until the intervals of one column are in the same sets. */
function divide(sets: readonly Ranges[], starts: readonly number[]) {
  const intervalAt = new Map(starts.map((start, interval) => [start, interval]))
  const columnOf = new Int32Array(starts.length)
  let columns = 1
  for (const ranges of sets) {
    const inside = new Map<number, number>()
    for (let at = 0; at < ranges.length; at += 2) {
      const end = intervalAt.get((ranges[at + 1] ?? 0) + 1) ?? starts.length
      for (let interval = intervalAt.get(ranges[at] ?? 0) ?? end; interval < end; interval++) {
        const column = columnOf[interval] ?? 0
        const divided = inside.get(column) ?? columns++
        inside.set(column, divided)
        columnOf[interval] = divided
      }
    }
  }
  // Renumber the columns without gaps.
  const numbers = new Map<number, number>()
  const firstIntervals: number[] = []
  const columnOfInterval = Uint16Array.from(columnOf, (column, interval) => {
    const known = numbers.get(column)
    if (known !== undefined) return known
    numbers.set(column, firstIntervals.length)
    return firstIntervals.push(interval) - 1
  })
  return { columnOfInterval, firstIntervals }
}
