/** What a law has found, in its smallest form. `toString()` shows how to see it again. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement'
  /** The filter, as small as it could be made. */
  readonly filter: string
  /** The options with which the same run finds it again. */
  readonly seed: number

  constructor({ filter, seed, lines }: { filter: string; seed: number; lines: readonly string[] }) {
    super([`filter:   ${filter === '' ? '(empty)' : filter}`, ...lines, `again with: { seed: ${seed} }`].join('\n'))
    this.filter = filter
    this.seed = seed
  }
}

export const showJson = (value: unknown): string => JSON.stringify(value)
