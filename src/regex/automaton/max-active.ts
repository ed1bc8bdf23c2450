import type { Alphabet } from './alphabet.ts'
import type { CharacterSet, Instruction, Nfa } from './nfa.ts'

/** Instructions and columns that may be looked at to find a bound. */
const maxVisits = 100_000

/**
 * The instructions that can be active at one place of a text, each by its weight. Sharper than the size of the automaton,
 * and dearer to compute. It takes account of two things: all of them follow on one character, whichever it is, and they
 * can be reached by one number of characters, so `.{1,1000}` has few.
 *
 * Undefined where it takes too long.
 *
 * @param weigh what an instruction that reads a set counts; all others count 1, and each way out of a split 1 more
 */
export function boundMaxActive(
  nfa: Nfa,
  alphabet: Pick<Alphabet, 'size' | 'has'>,
  weigh: (set: CharacterSet) => number,
): number | undefined {
  return new ActiveBound(nfa, alphabet, weigh).find()
}

class ActiveBound {
  private readonly nfa: Nfa
  private readonly weights: readonly number[]
  /** For each set its columns. */
  private readonly columns: readonly (readonly number[])[]
  /** For each instruction what it was last visited for. */
  private readonly visitedFor: Int32Array
  /** For each instruction that reads: the others that read which it leads to, and the weight of all that it leads to. */
  private readonly reads: number[][] = []
  private readonly behind: number[] = []
  /** For each column the weight of what follows on its characters. */
  private readonly sums: Float64Array
  private visits: number
  private searches = 0

  constructor(nfa: Nfa, alphabet: Pick<Alphabet, 'size' | 'has'>, weigh: (set: CharacterSet) => number) {
    this.nfa = nfa
    this.weights = nfa.sets.map(weigh)
    const all = Array.from({ length: alphabet.size }, (_, column) => column)
    this.columns = nfa.sets.map((_, set) => all.filter((column) => alphabet.has(column, set)))
    this.visitedFor = new Int32Array(nfa.instructions.length)
    this.sums = new Float64Array(alphabet.size)
    this.visits = alphabet.size * nfa.sets.length
  }

  find(): number | undefined {
    const { instructions, start } = this.nfa
    const first = this.search([start])
    for (const [place, instruction] of instructions.entries()) {
      if (this.visits > maxVisits) return undefined
      const found = instruction.kind === 'read' ? this.search([instruction.next]) : { reads: [], weight: 0 }
      this.reads[place] = found.reads
      this.behind[place] = found.weight
    }
    const anywhere = this.weighBehind(instructions.keys())
    return Math.max(first.weight, Math.min(anywhere, this.findByLength(first.reads) ?? anywhere))
  }

  /**
   * The greatest weight behind what can be active after one, two, … characters, until that repeats itself. Undefined
   * where it takes too long.
   */
  private findByLength(first: readonly number[]): number | undefined {
    let active = first
    let greatest = 0
    // Brent's way to find a cycle: compared with what was active at the last power of two.
    let earlier: readonly number[] | undefined
    for (let length = 0; active.length > 0; length++) {
      if (this.visits > maxVisits) return undefined
      if (earlier !== undefined && isSame(active, earlier)) break
      if ((length & (length - 1)) === 0) earlier = active
      greatest = Math.max(greatest, this.weighBehind(active))
      active = this.stepFrom(active)
    }
    return greatest
  }

  /** What can be active one character later, in order. */
  private stepFrom(active: readonly number[]): readonly number[] {
    const found = new Set<number>()
    for (const place of active) {
      const reads = this.reads[place] ?? []
      this.visits += reads.length
      for (const read of reads) found.add(read)
    }
    return [...found].sort((a, b) => a - b)
  }

  /** The greatest weight of what follows on one character where these are active. */
  private weighBehind(places: Iterable<number>): number {
    this.sums.fill(0)
    for (const place of places) {
      const instruction = this.nfa.instructions[place]
      if (instruction?.kind !== 'read') continue
      const columns = this.columns[instruction.set] ?? []
      this.visits += columns.length + 1
      for (const column of columns) this.sums[column] = (this.sums[column] ?? 0) + (this.behind[place] ?? 0)
    }
    return this.sums.reduce((greatest, sum) => Math.max(greatest, sum), 0)
  }

  /** All that is reached without reading: the instructions that read, and the weight of all. */
  private search(pending: number[]): { readonly reads: number[]; readonly weight: number } {
    const search = ++this.searches
    const reads: number[] = []
    let weight = 0
    for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
      const instruction = this.nfa.instructions[place]
      if (instruction === undefined || this.visitedFor[place] === search) continue
      this.visitedFor[place] = search
      this.visits++
      weight += this.weightOf(instruction)
      if (instruction.kind === 'read') reads.push(place)
      if (instruction.kind === 'split') pending.push(...instruction.nexts)
      if (instruction.kind === 'assert') pending.push(instruction.next)
    }
    return { reads, weight }
  }

  private weightOf(instruction: Instruction): number {
    if (instruction.kind === 'read') return this.weights[instruction.set] ?? 1
    return instruction.kind === 'split' ? 1 + instruction.nexts.length : 1
  }
}

const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((place, at) => place === others[at])
