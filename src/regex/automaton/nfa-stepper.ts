import { wordCharacters } from '../syntax/named-classes.ts'
import { isWordCharacter } from '../syntax/word.ts'
import type { Assertion } from '../syntax/tree.ts'
import { Alphabet, type Membership } from './alphabet.ts'
import type { CharacterSet } from './nfa.ts'
import type { Program } from './program.ts'

/*
 * Steps of the automaton, each from a set of instructions to the next, as DFA::RunWorkqOnByte of RE2's dfa.cc makes
 * them. A set is a row of bits, one for each instruction, and a last word of flags about the character before. It
 * contains the instructions that read, that assert, and that match. Splits are followed at once; an assertion is
 * followed when the next character is known.
 *
 * The work of a step is bounded by the size of the automaton, since each instruction is followed at most once.
 */

const atTextStart = 1
const afterWord = 2
const afterNewline = 4

const newline = 10
/** The fixed cost of a step, and its cost for each word of a set, as a number of instructions. */
const overheadOfStep = 16
const overheadOfWord = 1.5

/** The facts about a place in a text that assertions depend on. */
interface Place {
  readonly isTextStart: boolean
  readonly isTextEnd: boolean
  readonly isAfterNewline: boolean
  readonly isBeforeNewline: boolean
  readonly isAfterWord: boolean
  readonly isBeforeWord: boolean
}

export class NfaStepper {
  readonly alphabet: Alphabet
  /** The 32-bit words of a set. */
  readonly setLength: number
  private readonly words: number
  private readonly program: Program
  /** The flags that the automaton's assertions need; the others stay 0, so that fewer sets differ. */
  private readonly flagsNeeded: number
  private readonly hasAssertions: boolean
  /** The instructions followed in this step, one bit for each. */
  private readonly followed: Uint32Array
  private readonly pending: Int32Array
  /** A set with the instructions that its assertions lead to. */
  private readonly asserted: Uint32Array

  constructor(program: Program, sets: readonly CharacterSet[], membershipOf: (pattern: string) => Membership) {
    const { assertionOf, setOf, ways } = program
    const assertions = new Set(assertionOf)
    const asksForWords = assertions.has('word-boundary') || assertions.has('no-word-boundary')
    const asksForLines = assertions.has('line-start') || assertions.has('line-end')
    this.program = program
    this.hasAssertions = assertions.size > 0
    this.flagsNeeded =
      (this.hasAssertions ? atTextStart : 0) | (asksForWords ? afterWord : 0) | (asksForLines ? afterNewline : 0)
    this.alphabet = new Alphabet(
      sets,
      [...(asksForWords ? [wordCharacters] : []), ...(asksForLines ? [[newline, newline]] : [])],
      membershipOf,
    )
    this.words = (setOf.length + 31) >>> 5
    this.setLength = this.words + 1
    this.followed = new Uint32Array(this.words)
    this.asserted = new Uint32Array(this.words)
    // Each way occurs at most once.
    this.pending = new Int32Array(ways.length + 1)
  }

  /** The work of a step with a number of active instructions, including ways out of splits. */
  boundWork(active: number): number {
    return overheadOfStep + (this.hasAssertions ? 2 : 1) * (active + overheadOfWord * this.words)
  }

  /** Writes the set at the start of a text. */
  begin(set: Uint32Array): void {
    set.fill(0)
    this.followed.fill(0)
    this.follow(this.program.start, set)
    set[this.words] = atTextStart & this.flagsNeeded
  }

  /**
   * Makes one step: from the set at `at` in `sets`, by a character of a column, into `set`. False when the new set is
   * empty.
   */
  step(sets: Uint32Array, at: number, column: number, set: Uint32Array): boolean {
    const { alphabet, followed, words } = this
    const { firstWay, setOf, ways } = this.program
    const character = alphabet.samples[column] ?? 0
    const from = this.hasAssertions ? this.passAssertions(sets, at, character) : sets
    const start = this.hasAssertions ? 0 : at
    for (let word = 0; word < words; word++) set[word] = followed[word] = 0
    let leads = false
    for (let word = 0; word < words; word++) {
      for (let bits = from[start + word] ?? 0; bits !== 0; bits &= bits - 1) {
        const instruction = lowestPlace(word, bits)
        const read = setOf[instruction] ?? -1
        if (read < 0 || !alphabet.has(column, read)) continue
        leads = true
        // A reading instruction has one way.
        const next = ways[firstWay[instruction] ?? 0] ?? 0
        if ((setOf[next] ?? -1) < 0) this.follow(next, set)
        else set[next >>> 5] = (set[next >>> 5] ?? 0) | (1 << (next & 31))
      }
    }
    const flags = (isWordCharacter(character) ? afterWord : 0) | (character === newline ? afterNewline : 0)
    if (leads) set[words] = flags & this.flagsNeeded
    return leads
  }

  /** Whether the text may end at the set that begins at `at` in `sets`. */
  accepts(sets: Uint32Array, at: number): boolean {
    const from = this.hasAssertions ? this.passAssertions(sets, at, undefined) : sets
    const start = this.hasAssertions ? 0 : at
    const { match } = this.program
    return (((from[start + (match >>> 5)] ?? 0) >>> (match & 31)) & 1) === 1
  }

  /** Extends a set through the assertions that hold before a character, or at the end. */
  private passAssertions(sets: Uint32Array, at: number, character: number | undefined): Uint32Array {
    const { asserted, followed, words } = this
    const { assertionOf, firstWay, ways } = this.program
    const flags = sets[at + words] ?? 0
    const place: Place = {
      isTextStart: (flags & atTextStart) !== 0,
      isTextEnd: character === undefined,
      isAfterNewline: (flags & afterNewline) !== 0,
      isBeforeNewline: character === newline,
      isAfterWord: (flags & afterWord) !== 0,
      isBeforeWord: character !== undefined && isWordCharacter(character),
    }
    for (let word = 0; word < words; word++) asserted[word] = followed[word] = sets[at + word] ?? 0
    for (let word = 0; word < words; word++) {
      for (let bits = sets[at + word] ?? 0; bits !== 0; bits &= bits - 1) {
        const instruction = lowestPlace(word, bits)
        const assertion = assertionOf[instruction]
        if (assertion === undefined || !holds(assertion, place)) continue
        this.follow(ways[firstWay[instruction] ?? 0] ?? 0, asserted, place)
      }
    }
    return asserted
  }

  /**
   * Adds an instruction to a set. A split is replaced by its ways, and an assertion, once its place is known, by its
   * way if it holds there.
   */
  private follow(first: number, set: Uint32Array, place?: Place): void {
    const { followed, pending } = this
    const { assertionOf, firstWay, match, setOf, ways } = this.program
    pending[0] = first
    for (let count = 1; count > 0;) {
      const reached = pending[--count] ?? 0
      const word = reached >>> 5
      const bit = 1 << (reached & 31)
      if (((followed[word] ?? 0) & bit) !== 0) continue
      followed[word] = (followed[word] ?? 0) | bit
      const reads = (setOf[reached] ?? -1) >= 0
      const assertion = assertionOf[reached]
      const isPassed =
        assertion === undefined ? !reads && reached !== match : place !== undefined && holds(assertion, place)
      if (!isPassed) {
        set[word] = (set[word] ?? 0) | bit
        continue
      }
      for (let way = firstWay[reached] ?? 0; way < (firstWay[reached + 1] ?? 0); way++)
        pending[count++] = ways[way] ?? 0
    }
  }
}

/** The place of the lowest bit in a word of a set. */
const lowestPlace = (word: number, bits: number): number => (word << 5) + 31 - Math.clz32(bits & -bits)

function holds(assertion: Assertion, place: Place): boolean {
  switch (assertion) {
    case 'text-start':
      return place.isTextStart
    case 'text-end':
      return place.isTextEnd
    case 'line-start':
      return place.isTextStart || place.isAfterNewline
    case 'line-end':
      return place.isTextEnd || place.isBeforeNewline
    case 'word-boundary':
      return place.isAfterWord !== place.isBeforeWord
    case 'no-word-boundary':
      return place.isAfterWord === place.isBeforeWord
  }
}
