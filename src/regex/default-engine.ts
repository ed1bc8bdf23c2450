import { type InHouseMatcher, matchInHouse } from './automaton/in-house.ts'
import { measureForRe2, type PatternCost } from './cost/measure.ts'
import { sizeOfOpaque } from './cost/re2-cost.ts'
import {
  type CompiledPattern,
  isFailure,
  type MeasuringEngine,
  type PatternFailure,
  type RegexEngine,
} from './engine.ts'
import { RecentMap } from './recent-map.ts'
import { readPattern } from './syntax/read-pattern.ts'
import type { PatternNode } from './syntax/tree.ts'

const maxPatterns = 128
/** In bytes. A larger pattern is not shared between filters. */
const maxKeptBytes = 1 << 16

/** The time of an automaton for one instruction, 6 ns, as a share of the 0.4 µs of RE2. */
const workOfInstruction = 1 / 64

/** A pattern that is matched in JavaScript, shared by all filters that have it. */
interface Shared {
  readonly matcher: InHouseMatcher
  /** The sets of characters whose members only RE2 knows. */
  readonly opaqueSets: readonly OpaqueSet[]
  owners: number
}

/** Matches patterns in JavaScript where possible. RE2 is loaded for the first pattern that needs it. */
export function createDefaultEngine(re2: () => RegexEngine): MeasuringEngine {
  /** `undefined` for a pattern that RE2 matches. */
  const known = new RecentMap<Shared | undefined>(maxPatterns)

  /** The last pattern. Each is measured first and compiled next, so this saves building it twice. */
  let last: { readonly pattern: string; readonly found: Shared | undefined } | undefined

  function find(pattern: string, tree: PatternNode): Shared | undefined {
    if (last?.pattern === pattern) return last.found
    if (known.has(pattern)) return known.get(pattern)
    const found = build(tree)
    last = { pattern, found }
    if ((found?.matcher.bytes ?? 0) <= maxKeptBytes) known.set(pattern, found)
    return found
  }

  function build(tree: PatternNode): Shared | undefined {
    const opaqueSets: OpaqueSet[] = []
    const matcher = matchInHouse(tree, (setPattern) => {
      const set = new OpaqueSet(setPattern, re2)
      opaqueSets.push(set)
      return (character) => set.has(character)
    })
    return matcher && { matcher, opaqueSets, owners: 0 }
  }

  return {
    compile(pattern) {
      if (last?.pattern !== pattern && !known.has(pattern)) {
        const tree = readPattern(pattern)
        if (isFailure(tree)) return tree
        find(pattern, tree)
      }
      const shared = last?.pattern === pattern ? last.found : known.get(pattern)
      if (shared === undefined) return re2().compile(pattern)
      const failure = shared.opaqueSets.map((set) => set.compile()).find((each) => each !== undefined)
      return failure ?? createOwner(shared)
    },
    measure(pattern, tree) {
      const shared = find(pattern, tree)
      return shared === undefined ? measureForRe2(tree) : measureInHouse(shared)
    },
  }
}

function measureInHouse({ matcher, opaqueSets }: Shared): PatternCost {
  return {
    width: matcher.work * workOfInstruction,
    size: opaqueSets.reduce((sum, { pattern }) => sum + sizeOfOpaque(pattern), matcher.size),
    sharpenWidth: () => matcher.sharpenWork() * workOfInstruction,
  }
}

/** A set of characters whose members only RE2 knows. */
class OpaqueSet {
  readonly pattern: string
  private readonly re2: () => RegexEngine
  private compiled: CompiledPattern | undefined

  constructor(pattern: string, re2: () => RegexEngine) {
    this.pattern = pattern
    this.re2 = re2
  }

  /** Why RE2 rejects the set; undefined when it accepts it. @throws EngineNotLoadedError when RE2 could not be loaded */
  compile(): PatternFailure | undefined {
    if (this.compiled !== undefined) return undefined
    const compiled = this.re2().compile(this.pattern)
    if (isFailure(compiled)) return compiled
    this.compiled = compiled
    return undefined
  }

  has(character: string): boolean {
    return this.compile() === undefined && this.compiled?.test(character) === true
  }

  free(): void {
    this.compiled?.free()
    this.compiled = undefined
  }
}

function createOwner(shared: Shared): CompiledPattern {
  const { matcher, opaqueSets } = shared
  let isOwner = true
  shared.owners++
  return {
    test: matcher.test,
    isCheap: matcher.by === 'strings',
    free() {
      if (!isOwner) return
      isOwner = false
      if (--shared.owners > 0) return
      matcher.release()
      for (const set of opaqueSets) set.free()
    },
  }
}
