/** No transition is known for a state and a column. */
export const unknown = -1

/** The overhead of the objects and arrays of a table, in bytes. */
const overhead = 800

const noTransitions = new Int32Array(0)
const noSets = new Uint32Array(0)
const noVerdicts = new Uint8Array(0)

/** A power of two that leaves at least half of the slots free. */
const slotsOf = (states: number): number => 2 ** Math.ceil(Math.log2(2 * states))

/**
 * The states of an automaton, each a set of instructions, and the transitions between them. It can be emptied at any
 * time except during a match; it is then filled again.
 */
export class StateTable {
  /** The number of states. */
  count = 0
  /** A row of `columns` transitions for each state: the start of the row of the next state, or a negative number. */
  transitions = noTransitions
  /** The set of each state. */
  sets = noSets
  /** Whether the text may end in each state: 0 unknown, 1 no, 2 yes. */
  verdicts = noVerdicts
  /** When it was last used, by the clock of the budget. */
  usedAt = 0
  /** The number of states that fit. */
  private capacity = 0
  /** States by their sets, a hash table with open addressing. */
  private slots = noTransitions
  private readonly columns: number
  private readonly setLength: number

  constructor(columns: number, setLength: number) {
    this.columns = columns
    this.setLength = setLength
  }

  /** Bytes for each state. */
  get bytesOfState(): number {
    return 4 * (this.columns + this.setLength + 4) + 1
  }

  /** Memory in bytes. */
  get bytes(): number {
    return this.capacity === 0 ? 0 : this.capacity * this.bytesOfState + overhead
  }

  get isFull(): boolean {
    return this.count === this.capacity
  }

  /** Removes all states and releases the memory. */
  empty(): void {
    this.count = 0
    this.capacity = 0
    this.transitions = noTransitions
    this.sets = noSets
    this.verdicts = noVerdicts
    this.slots = noTransitions
  }

  /** Removes all states and keeps the memory. */
  clear(): void {
    this.count = 0
    this.transitions.fill(unknown)
    this.verdicts.fill(0)
    this.slots.fill(unknown)
  }

  /** Makes room for more states. Assigns the fields last, so that an exhausted stack leaves the table intact. */
  grow(states: number): void {
    const { columns, count, setLength } = this
    const transitions = new Int32Array(states * columns).fill(unknown)
    const sets = new Uint32Array(states * setLength)
    const verdicts = new Uint8Array(states)
    const slots = new Int32Array(slotsOf(states)).fill(unknown)
    transitions.set(this.transitions.subarray(0, count * columns))
    sets.set(this.sets.subarray(0, count * setLength))
    verdicts.set(this.verdicts.subarray(0, count))
    for (let state = 0; state < count; state++) slots[this.findSlot(slots, sets, state * setLength)] = state
    this.transitions = transitions
    this.sets = sets
    this.verdicts = verdicts
    this.slots = slots
    this.capacity = states
  }

  /** The number of the state with a set; undefined when there is none. */
  find(set: Uint32Array): number | undefined {
    if (this.count === 0) return undefined
    const state = this.slots[this.findSlot(this.slots, set, 0)]
    return state === unknown ? undefined : state
  }

  /** Adds a state and returns its number. There must be room for it. */
  add(set: Uint32Array): number {
    for (let word = 0; word < this.setLength; word++) this.sets[this.count * this.setLength + word] = set[word] ?? 0
    this.slots[this.findSlot(this.slots, set, 0)] = this.count
    return this.count++
  }

  /** The slot of the set that begins at `at` in `source`, or the free slot for it. */
  private findSlot(slots: Int32Array, source: Uint32Array, at: number): number {
    let hash = 0
    for (let word = 0; word < this.setLength; word++) {
      hash = Math.imul(hash ^ (source[at + word] ?? 0), 0x9e3779b1) ^ (hash >>> 15)
    }
    const mask = slots.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const state = slots[slot] ?? unknown
      if (state === unknown || this.isSame(state, source, at)) return slot
    }
  }

  private isSame(state: number, source: Uint32Array, at: number): boolean {
    const own = state * this.setLength
    for (let word = 0; word < this.setLength; word++) if (this.sets[own + word] !== source[at + word]) return false
    return true
  }
}
