/** An error as Compute sends it (SEMANTICS.md section 7). */
export interface WireForm {
  readonly error: {
    readonly code: 400
    readonly message: string
    readonly errors: readonly [{ readonly message: string; readonly domain: 'global'; readonly reason: 'invalid' }]
  }
}

/** The answer to a filter that Compute does not accept; it quotes the filter as sent and tells no more. */
export function wireForm(source: string): WireForm {
  const message = `Invalid value for field 'filter': '${source}'. Invalid list filter expression.`
  return { error: { code: 400, message, errors: [{ message, domain: 'global', reason: 'invalid' }] } }
}
