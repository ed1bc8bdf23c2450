import type { Assertion } from '../syntax/read-pattern.ts'
import type { Nfa } from './nfa.ts'
import { isWordUnit } from '../syntax/word.ts'

/*
 * What a unit leads to: from a set of the NFA's instructions to the next set. A set is a row of bits, one for each
 * instruction that reads, asserts or accepts, and a last word of flags with what assertions ask of the unit before.
 */

const atStart = 1
const afterWord = 2

export class Steps {
  /** 32-bit words of a set. */
  readonly setLength: number
  private readonly words: number
  private readonly assertions: readonly {
    readonly index: number
    readonly assertion: Assertion
    readonly next: number
  }[]
  private readonly splits: readonly (readonly number[] | undefined)[]
  private readonly low: Uint16Array
  private readonly high: Uint16Array
  private readonly next: Int32Array
  private readonly start: number
  private readonly match: number
  private readonly seen: Uint32Array
  private readonly passed: Uint32Array
  private readonly pending: Int32Array

  constructor({ instructions, start }: Nfa) {
    const count = instructions.length
    this.words = (count + 31) >>> 5
    this.setLength = this.words + 1
    this.assertions = instructions.flatMap((each, index) => (each.kind === 'assert' ? [{ index, ...each }] : []))
    this.splits = instructions.map((each) => (each.kind === 'split' ? each.nexts : undefined))
    this.low = Uint16Array.from(instructions, (each) => (each.kind === 'unit' ? each.low : 1))
    // An instruction that reads nothing has an empty range.
    this.high = Uint16Array.from(instructions, (each) => (each.kind === 'unit' ? each.high : 0))
    this.next = Int32Array.from(instructions, (each) => (each.kind === 'unit' ? each.next : -1))
    this.start = start
    this.match = instructions.findIndex(({ kind }) => kind === 'match')
    this.seen = new Uint32Array(this.words)
    this.passed = new Uint32Array(this.setLength)
    this.pending = new Int32Array(1 + this.splits.reduce((sum, targets) => sum + (targets?.length ?? 0), 0))
  }

  /** Writes the set at the start of a text. */
  begin(set: Uint32Array): void {
    set.fill(0)
    this.seen.fill(0)
    this.follow(this.start, set)
    if (this.assertions.length > 0) set[this.words] = atStart
  }

  /** Writes where the unit leads to from the set that begins at `at` in `sets`. False when it leads nowhere. */
  step(sets: Uint32Array, at: number, unit: number, set: Uint32Array): boolean {
    const { words, low, high, next } = this
    let from = sets
    let start = at
    if (this.assertions.length > 0) {
      this.passAssertions(sets, at, false, isWordUnit(unit))
      from = this.passed
      start = 0
    }
    set.fill(0)
    this.seen.fill(0)
    let leads = false
    for (let word = 0; word < words; word++) {
      for (let bits = from[start + word] ?? 0; bits !== 0; bits &= bits - 1) {
        const index = (word << 5) + 31 - Math.clz32(bits & -bits)
        if (unit < (low[index] ?? 0) || unit > (high[index] ?? 0)) continue
        leads = true
        this.follow(next[index] ?? 0, set)
      }
    }
    if (leads && this.assertions.length > 0 && isWordUnit(unit)) set[words] = afterWord
    return leads
  }

  /** Whether the text may end at the set that begins at `at` in `sets`. */
  accepts(sets: Uint32Array, at: number): boolean {
    const word = this.match >>> 5
    const bit = 1 << (this.match & 31)
    if (this.assertions.length === 0) return ((sets[at + word] ?? 0) & bit) !== 0
    this.passAssertions(sets, at, true, false)
    return ((this.passed[word] ?? 0) & bit) !== 0
  }

  /** Writes to `passed` a set with all that is reached through assertions that hold. */
  private passAssertions(sets: Uint32Array, at: number, isEnd: boolean, beforeWord: boolean): void {
    const { words, passed, seen } = this
    const flags = sets[at + words] ?? 0
    for (let word = 0; word < words; word++) passed[word] = seen[word] = sets[at + word] ?? 0
    const place = { isStart: (flags & atStart) !== 0, isEnd, afterWord: (flags & afterWord) !== 0, beforeWord }
    const left = new Set(this.assertions)
    for (let before = -1; before !== left.size;) {
      before = left.size
      for (const each of left) {
        if (((passed[each.index >>> 5] ?? 0) & (1 << (each.index & 31))) === 0 || !holds(each.assertion, place))
          continue
        left.delete(each)
        this.follow(each.next, passed)
      }
    }
  }

  /** Adds to a set an instruction and all that are reached from it without reading and without an assertion. */
  private follow(index: number, set: Uint32Array): void {
    const { seen, pending, splits } = this
    pending[0] = index
    for (let count = 1; count > 0;) {
      const reached = pending[--count] ?? 0
      const word = reached >>> 5
      const bit = 1 << (reached & 31)
      if (((seen[word] ?? 0) & bit) !== 0) continue
      seen[word] = (seen[word] ?? 0) | bit
      const targets = splits[reached]
      if (targets === undefined) set[word] = (set[word] ?? 0) | bit
      else for (const target of targets) pending[count++] = target
    }
  }
}

/** What assertions can ask of a place in a text. */
interface Place {
  readonly isStart: boolean
  readonly isEnd: boolean
  readonly afterWord: boolean
  readonly beforeWord: boolean
}

function holds(assertion: Assertion, { isStart, isEnd, afterWord, beforeWord }: Place): boolean {
  switch (assertion) {
    case 'start':
      return isStart
    case 'end':
      return isEnd
    case 'boundary':
      return afterWord !== beforeWord
    case 'no-boundary':
      return afterWord === beforeWord
  }
}
