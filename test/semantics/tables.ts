import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { type DiagnosticCode, compile, type Options, validate } from '../../src/index.ts'
import { marked } from '../marked.ts'

/** [rule, filter, resource, whether it matches] */
export type MatchRow = readonly [rule: string, filter: string, resource: unknown, expected: boolean]

/** One test for each row. */
export function expectMatches(rows: readonly MatchRow[], options: Options = {}): void {
  for (const [rule, filter, resource, expected] of rows) {
    it(`${rule}: ${filter} on ${inspect(resource, { breakLength: Infinity })} is ${String(expected)}`, () => {
      expect(compile<unknown>(filter, options)(resource)).toBe(expected)
    })
  }
}

/** [rule, filter with the place of the error, code, message, help] */
export type RejectionRow = readonly [
  rule: string,
  source: string,
  code: DiagnosticCode,
  message: string,
  help?: string | undefined,
]

/** One test for each row: this is the first thing that is wrong, there, in these words. */
export function expectRejections(rows: readonly RejectionRow[], options: Options = {}): void {
  for (const [rule, source, code, message, help] of rows) {
    it(`${rule}: ${source} is ${code}`, () => {
      const { text, span } = marked(source)
      const [first] = validate(text, options)
      expect(first).toMatchObject({ code, message, span })
      expect(first?.help).toBe(help)
    })
  }
}

/** [rule, filter] */
export function expectAccepted(
  rows: readonly (readonly [rule: string, filter: string])[],
  options: Options = {},
): void {
  it.each(rows)('%s: %s', (_, filter) => {
    expect(validate(filter, options)).toEqual([])
  })
}
