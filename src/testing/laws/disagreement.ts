/** What a law has found, in its smallest form. The message shows how to see it again. */
export class DisagreementError extends Error {
  override readonly name = 'DisagreementError'
  /** The filter, as small as it could be made. */
  readonly filter: string
  /** The seed with which the same run finds it again. */
  readonly seed: number

  constructor({ filter, seed, lines }: { filter: string; seed: number; lines: readonly string[] }) {
    super([`filter:   ${showFilter(filter)}`, ...lines, `again with: { seed: ${seed} }`].join('\n'))
    this.filter = filter
    this.seed = seed
  }
}

/** As it is where it can be read off the line; else as JSON. */
export function showFilter(filter: string): string {
  if (filter === '') return '(empty)'
  return /^(?! )(?!")[^\p{C}\p{Zl}\p{Zp}]*(?<! )$/u.test(filter) ? filter : showJson(filter)
}

/** JSON in ASCII control characters and up: what a terminal would not show is escaped. */
export const showJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
