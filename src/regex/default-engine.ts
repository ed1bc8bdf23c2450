import QuickLRU from 'quick-lru'
import type { CompiledPattern, RegexEngine } from './engine.ts'
import { type InHouse, matchInHouse } from './automaton/in-house.ts'

const mostPatterns = 128

/**
 * What a step costs in JavaScript, as a share of one of RE2's: rounded up from measurements of the dearest patterns
 * (README.md).
 */
const weights: Readonly<Record<InHouse['by'], number>> = { strings: 1 / 64, automaton: 1 / 8 }

/** A pattern that is matched in house, shared by all who compiled the same text. */
interface Shared extends InHouse {
  owners: number
}

/** Patterns that allow it are matched in house; RE2 is asked about all others, and loaded only for them. */
export function createDefaultEngine(re2: () => RegexEngine): RegexEngine {
  const inHouse = new QuickLRU<string, Shared>({ maxSize: mostPatterns })

  function find(pattern: string): Shared | undefined {
    const known = inHouse.get(pattern)
    if (known !== undefined) return known
    const found = matchInHouse(pattern)
    if (found === undefined) return undefined
    const shared = { ...found, owners: 0 }
    inHouse.set(pattern, shared)
    return shared
  }

  return {
    compile(pattern) {
      const shared = find(pattern)
      return shared === undefined ? re2().compile(pattern) : createOwner(shared)
    },
    weigh(pattern) {
      const shared = find(pattern)
      return shared === undefined ? 1 : weights[shared.by]
    },
  }
}

function createOwner(shared: Shared): CompiledPattern {
  let isOwner = true
  shared.owners++
  return {
    test: shared.test,
    isCheap: shared.by === 'strings',
    free() {
      if (!isOwner) return
      isOwner = false
      if (--shared.owners === 0) shared.release()
    },
  }
}
