import type { RegexEngine } from '../../src/index.ts'

/** An engine whose matches burn time, and the number of them. */
export interface SlowEngine {
  readonly engine: RegexEngine
  /** To be called between two pieces of work. */
  readonly pause: () => void
  /** The number of matches in all, and the largest number without a pause between them. */
  readonly count: { all: number; together: number }
}

/** Matches with JavaScript's expressions, each time for some milliseconds of CPU. */
export function createSlowEngine(milliseconds: number): SlowEngine {
  const count = { all: 0, together: 0 }
  let together = 0
  const engine: RegexEngine = {
    compile(pattern) {
      const expression = new RegExp(`^(?:${pattern})$`)
      return {
        test(text) {
          for (const since = performance.now(); performance.now() - since <= milliseconds;);
          count.all++
          count.together = Math.max(count.together, ++together)
          return expression.test(text)
        },
        free: () => undefined,
      }
    },
  }
  return {
    engine,
    count,
    pause() {
      together = 0
    },
  }
}

/** Resources with descriptions of 2,048 characters, each its own. */
export const described = (length: number): readonly { readonly name: string; readonly description: string }[] =>
  Array.from({ length }, (_, at) => ({
    name: `image-${String(at).padStart(4, '0')}`,
    description: String(at).padStart(2048, at % 2 === 0 ? 'ab' : 'ba'),
  }))
