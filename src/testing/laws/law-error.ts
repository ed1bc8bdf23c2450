import { showFilter } from './disagreement.ts'
import { wordsFor } from './verdict.ts'

/**
 * A law that has come to no verdict: a generator, the oracle or the law itself has thrown, or too few cases were tried.
 * What has happened is the `cause`. It says nothing about the implementation under test.
 */
export class LawError extends Error {
  override readonly name = 'LawError'
  /** The filter that was being tried; undefined where it did not come to one. */
  readonly filter: string | undefined
  /** The seed with which the same run comes to the same place. */
  readonly seed: number

  constructor({ filter, lines = [], seed, cause }: LawErrorGiven) {
    const shown = filter === undefined ? [] : [`filter:   ${showFilter(filter)}`]
    const head = `the law itself failed, so there is no verdict: ${wordsFor(cause)}`
    super([head, ...shown, ...lines, `again with: { seed: ${seed} }`].join('\n'), { cause })
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
