/** A counterexample to a law, in its smallest form. The message tells how to reproduce it. */
export class DisagreementError extends Error {
  override readonly name = 'DisagreementError'
  /** The filter, as small as possible. */
  readonly filter: string
  /** The seed that reproduces it. */
  readonly seed: number

  constructor({ filter, seed, lines }: { filter: string; seed: number; lines: readonly string[] }) {
    super([`filter:   ${showFilter(filter)}`, ...lines, `reproduce with: { seed: ${seed} }`].join('\n'))
    this.filter = filter
    this.seed = seed
  }
}

/** The text itself if it is readable on a line, otherwise JSON. */
export function showFilter(filter: string): string {
  if (filter === '') return '(empty)'
  return /^(?! )(?!")[^\p{C}\p{Zl}\p{Zp}]*(?<! )$/u.test(filter) ? filter : showJson(filter)
}

/** JSON in which characters that a terminal does not show are escaped. */
export const showJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
