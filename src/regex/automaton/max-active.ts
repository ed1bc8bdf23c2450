import type { Alphabet } from './alphabet.ts'
import type { Program } from './program.ts'

/**
 * How many instructions and columns may be visited to find a bound: for each pattern, and for each of its instructions.
 */
const visitsOfPattern = 2000
const visitsOfInstruction = 40

/**
 * The maximum weight of the instructions that can be active at one place of a text. This bound is sharper than the size
 * of the program, and takes longer to compute. Active instructions are reached by the same character, and by the same
 * number of characters from the start: few of twenty alternatives, and one copy of `.{1,1000}`.
 *
 * Undefined when it would take too long.
 *
 * @param weights for each set the weight of an instruction that reads it; all others weigh 1, and each way out of a
 * split adds 1
 */
export function boundMaxActive(
  program: Program,
  alphabet: Pick<Alphabet, 'size' | 'has'>,
  weights: readonly number[],
): number | undefined {
  const maxVisits = visitsOfPattern + visitsOfInstruction * program.setOf.length
  return alphabet.size * weights.length > maxVisits
    ? undefined
    : new ActiveBound(program, alphabet, weights, maxVisits).find()
}

/** Reading instructions, in order, and the weight of all instructions that lead to them. */
interface Reached {
  readonly reads: readonly number[]
  readonly weight: number
}

const nothing: Reached = { reads: [], weight: 0 }

class ActiveBound {
  private readonly program: Program
  private readonly weights: readonly number[]
  /** The columns of each set. */
  private readonly columns: readonly (readonly number[])[]
  /** The last search that visited each instruction. */
  private readonly visitedBy: Int32Array
  private searches = 0
  /** The instructions that each reading instruction leads to. */
  private readonly behind: Reached[] = []
  /** The weight of the instructions that the characters of each column lead to. */
  private readonly sums: Float64Array
  private visits = 0
  private readonly maxVisits: number

  constructor(
    program: Program,
    alphabet: Pick<Alphabet, 'size' | 'has'>,
    weights: readonly number[],
    maxVisits: number,
  ) {
    this.program = program
    this.weights = weights
    const all = Array.from({ length: alphabet.size }, (_, column) => column)
    this.columns = weights.map((_, set) => all.filter((column) => alphabet.has(column, set)))
    this.visitedBy = new Int32Array(program.setOf.length)
    this.sums = new Float64Array(alphabet.size)
    this.maxVisits = maxVisits
  }

  find(): number | undefined {
    const { firstWay, setOf, start, ways } = this.program
    const first = this.search(start)
    for (let place = 0; place < setOf.length; place++) {
      if (this.visits > this.maxVisits) return undefined
      const reads = (setOf[place] ?? -1) >= 0
      this.behind[place] = reads ? this.search(ways[firstWay[place] ?? 0] ?? 0) : nothing
    }
    const anywhere = this.weighBehind(setOf.keys())
    return Math.max(first.weight, Math.min(anywhere, this.findByLength(first.reads) ?? anywhere))
  }

  /**
   * The maximum weight of the instructions that can be active after one, two, … characters, until the sets repeat.
   * Undefined where it would take too long.
   */
  private findByLength(first: readonly number[]): number | undefined {
    let active = first
    let greatest = 0
    // Brent's cycle detection: each set is compared with that of the last power of two.
    let earlier: readonly number[] | undefined
    for (let length = 0; active.length > 0; length++) {
      if (this.visits > this.maxVisits) return undefined
      if (earlier !== undefined && isSame(active, earlier)) break
      if ((length & (length - 1)) === 0) earlier = active
      greatest = Math.max(greatest, this.weighBehind(active))
      active = this.stepFrom(active)
    }
    return greatest
  }

  /** The instructions that can be active one character later. */
  private stepFrom(active: readonly number[]): readonly number[] {
    const found = new Set<number>()
    for (const place of active) {
      const { reads } = this.behind[place] ?? nothing
      this.visits += reads.length
      for (const read of reads) found.add(read)
    }
    return [...found].sort((a, b) => a - b)
  }

  /** The maximum weight that one character leads to from these active instructions. */
  private weighBehind(places: Iterable<number>): number {
    const { sums } = this
    this.visits += sums.length
    sums.fill(0)
    let greatest = 0
    for (const place of places) {
      const columns = this.columns[this.program.setOf[place] ?? -1] ?? []
      const { weight } = this.behind[place] ?? nothing
      this.visits += columns.length + 1
      for (const column of columns) {
        const sum = (sums[column] ?? 0) + weight
        sums[column] = sum
        if (sum > greatest) greatest = sum
      }
    }
    return greatest
  }

  /** An instruction and all those that it leads to without reading. */
  private search(first: number): Reached {
    const { assertionOf, firstWay, setOf, ways } = this.program
    const search = ++this.searches
    const reads: number[] = []
    const pending = [first]
    let weight = 0
    for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
      if (this.visitedBy[place] === search) continue
      this.visitedBy[place] = search
      this.visits++
      const set = setOf[place] ?? -1
      if (set >= 0) {
        reads.push(place)
        weight += this.weights[set] ?? 1
        continue
      }
      const [from, to] = [firstWay[place] ?? 0, firstWay[place + 1] ?? 0]
      weight += assertionOf[place] === undefined ? 1 + to - from : 1
      for (let way = from; way < to; way++) pending.push(ways[way] ?? 0)
    }
    return { reads, weight }
  }
}

const isSame = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((place, at) => place === others[at])
