import fc from 'fast-check'
import { type DiagnosticCode, validate } from '../../index.ts'
import { unlimitedEngine } from '../oracle/engine.ts'
import { acceptedAtLimits } from '../arbitraries/at-limits.ts'
import { filterTextArbitrary } from '../arbitraries/filter.ts'
import { canHappen, codes, invalidFilterArbitrary } from '../arbitraries/invalid.ts'
import { ask } from './ask.ts'
import type { Violation, Law } from './law.ts'
import { checkLawOptions, type LawOptions, type LawReport, verbOptions } from './options.ts'
import { run } from './run.ts'
import { plainerTexts, simplerFilters, slicesOf } from './simpler.ts'
import { type HttpAnswer, type Rejected, type Verdict, verdictOf, wordsFor } from './verdict.ts'

/** Whether a filter is accepted. */
export type Acceptance = boolean | Rejected | HttpAnswer

/**
 * Asserts that your validator rejects invalid filters, for every code, and accepts valid ones.
 *
 * @param accepts your validator; it returns, directly or as a promise, `true`, `false`, `{ rejected: true }`, or a
 * response `{ status, body }`, where 4xx rejects. Throwing rejects as well, except for crashes: a TypeError, RangeError
 * or ReferenceError, a `status` or `code` of 500 or more, or a lost connection is a fault
 * @returns how many cases were tried
 * @throws DisagreementError with the smallest filter, and the expected code
 * @throws LawError when the law itself fails, or tries too few cases in its time
 * @throws TypeError when an option is wrong
 * @example await expectRejects((filter) => myParser.parse(filter) !== undefined)
 */
export async function expectRejects(
  accepts: (filter: string) => Acceptance | Promise<Acceptance>,
  options: LawOptions = {},
): Promise<LawReport> {
  checkLawOptions(options)
  return run(() => createLaw(accepts, options), options)
}

function createLaw(accepts: Parameters<typeof expectRejects>[0], options: LawOptions): Law<Text> {
  const invalid = codes
    .filter((code) => canHappen(code, options))
    .map((code) => invalidFilterArbitrary(code, options).map((filter): Text => ({ filter, code })))
  async function findViolation({ filter, code }: Text): Promise<Violation | undefined> {
    const verdict = verdictOf(await ask(accepts, [filter], options.timeoutMs))
    const wanted = code === undefined ? 'accepted' : 'rejected'
    const found = describe(verdict)
    if (found.kind === wanted) return undefined
    const lines = [expectation(code), `found:    ${found.words}`]
    return { filter, lines, isSlow: verdict.kind === 'fault' && verdict.isSlow }
  }
  const toAccept = (texts: fc.Arbitrary<string>) => texts.map((filter): Text => ({ filter, code: undefined }))
  const cases = fc.oneof(
    { weight: invalid.length, arbitrary: toAccept(filterTextArbitrary(options)) },
    // The schema may have no string field.
    ...(canHappen('too-long', options) ? [toAccept(acceptedAtLimits(options))] : []).concat(invalid),
  )
  return {
    cases,
    findViolation,
    simpler: (example) => simplerTexts(example, options),
    show: ({ code }) => [expectation(code)],
    canBePrinted: ({ code }) => code === undefined,
  }
}

interface Text {
  readonly filter: string
  /** The expected code; undefined for a valid filter. */
  readonly code: DiagnosticCode | undefined
}

const expectation = (code: DiagnosticCode | undefined): string =>
  `expected: ${code === undefined ? 'accepted' : `rejected with \`${code}\``}`

interface Described {
  readonly kind: 'accepted' | 'rejected' | 'neither'
  readonly words: string
}

function describe(verdict: Verdict): Described {
  switch (verdict.kind) {
    case 'fault':
      return { kind: 'neither', words: verdict.words }
    case 'rejected':
      return { kind: 'rejected', words: verdict.words === 'rejected' ? 'rejected' : `rejected (${verdict.words})` }
    case 'accepted':
      return describeAnswer(verdict)
  }
}

function describeAnswer({ answer, isHttp }: Extract<Verdict, { readonly kind: 'accepted' }>): Described {
  if (answer === true || isHttp) return { kind: 'accepted', words: 'accepted' }
  if (answer === false) return { kind: 'rejected', words: 'rejected' }
  return { kind: 'neither', words: `neither: ${wordsFor(answer)}` }
}

/** Smaller filters that are invalid for the same reason. */
function* simplerTexts({ filter, code }: Text, options: LawOptions): Iterable<Text> {
  if (code === undefined) {
    for (const smaller of simplerFilters(filter, options)) yield { filter: smaller, code }
  } else {
    for (const smaller of shorterTexts(filter))
      if (validate(smaller, { ...verbOptions(options), regexEngine: unlimitedEngine })[0]?.code === code)
        yield { filter: smaller, code }
  }
}

/** The longest of its parts last, and after them the text without one character. */
function shorterTexts(filter: string): readonly string[] {
  // A filter over a limit is long, and no shorter text exceeds the limit.
  if (filter.length > 500) return []
  const parts = filter.split(/(?<=[ \t\r\n\f()])|(?=[ \t\r\n\f()])/)
  const slices = parts.flatMap((_, start) => parts.map((_, end) => parts.slice(start, end + 1).join('')))
  const shorter = [...new Set([...slicesOf(filter), ...slices])].toSorted((a, b) => a.length - b.length)
  return [...shorter, ...plainerTexts(filter)].filter((text) => text !== '' && text.length < filter.length)
}
