import { showFilter } from './disagreement.ts'
import { wordsFor } from './verdict.ts'

/**
 * A law ended without a verdict: a generator, the oracle or the law itself threw, or too few cases were tried. `cause`
 * is the reason. This says nothing about the implementation under test.
 */
export class LawError extends Error {
  override readonly name = 'LawError'
  /** The current filter; undefined if none was drawn. */
  readonly filter: string | undefined
  /** The seed that reproduces the run. */
  readonly seed: number

  constructor({ filter, lines = [], seed, cause }: LawErrorGiven) {
    const shown = filter === undefined ? [] : [`filter:   ${showFilter(filter)}`]
    const head = `the law itself failed, so there is no verdict: ${wordsFor(cause)}`
    super([head, ...shown, ...lines, `reproduce with: { seed: ${seed} }`].join('\n'), { cause })
    this.filter = filter
    this.seed = seed
  }
}

interface LawErrorGiven {
  readonly filter?: string
  readonly lines?: readonly string[]
  readonly seed: number
  readonly cause: unknown
}
