import type { Said } from './ask.ts'

/** The answer of a program that rejects its input. */
export interface Rejected {
  readonly rejected: true
}

/** An answer over HTTP: 2xx accepts, with `body` as the answer; 4xx rejects; any other status is a fault. */
export interface HttpAnswer {
  readonly status: number
  /** The parsed JSON. */
  readonly body?: unknown
}

/** The outcome of a call. */
export type Verdict = { readonly kind: 'accepted'; readonly answer: unknown; readonly isHttp: boolean } | Failure

export type Failure =
  | { readonly kind: 'rejected'; readonly words: string }
  /** A crash, a server error, or silence: neither accepted nor rejected. */
  | { readonly kind: 'fault'; readonly words: string; readonly isSlow: boolean }

/** The outcome of a call without an answer. Throwing rejects, except for errors that are crashes. */
export function failureOf(said: Exclude<Said<unknown>, { readonly value: unknown }>): Failure {
  if ('silentForMs' in said)
    return { kind: 'fault', words: `does not answer within ${String(said.silentForMs)} ms`, isSlow: true }
  return isCrash(said.thrown)
    ? { kind: 'fault', words: `crashes with ${wordsFor(said.thrown)}`, isSlow: false }
    : { kind: 'rejected', words: `throws ${wordsFor(said.thrown)}` }
}

export function verdictOf(said: Said<unknown>): Verdict {
  if (!('value' in said)) return failureOf(said)
  const answer = said.value
  if (propertyOf(answer, 'rejected') === true) return { kind: 'rejected', words: 'rejected' }
  const status = propertyOf(answer, 'status')
  if (typeof status !== 'number') return { kind: 'accepted', answer, isHttp: false }
  if (status >= 200 && status < 300) return { kind: 'accepted', answer: propertyOf(answer, 'body'), isHttp: true }
  const words = `status ${String(status)}`
  return status >= 400 && status < 500 ? { kind: 'rejected', words } : { kind: 'fault', words, isSlow: false }
}

/** An error as text, even one that cannot be converted. */
export function wordsFor(error: unknown): string {
  try {
    return String(error)
  } catch {
    return 'a value that cannot be shown'
  }
}

/** Errors of a program, by name, since another realm has other classes. */
const mistakes: ReadonlySet<unknown> = new Set(['TypeError', 'RangeError', 'ReferenceError'])

/** Network errors: the request was not read. */
const lostConnections: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EADDRINUSE'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'EMFILE'],
])

/** Whether an error or one of its causes is a program error, a status of 500 or more, or a lost connection. */
function isCrash(error: unknown): boolean {
  // A longer chain of causes is cut off.
  let cause = error
  for (let depth = 0; depth < 5 && cause !== undefined; depth++) {
    const code = propertyOf(cause, 'code')
    const statuses = [code, propertyOf(cause, 'status'), propertyOf(cause, 'statusCode')]
    if (mistakes.has(propertyOf(cause, 'name')) || lostConnections.has(code)) return true
    if (statuses.some((status) => typeof status === 'number' && status >= 500)) return true
    cause = propertyOf(cause, 'cause')
  }
  return false
}

/** A property of anything; undefined where there is none. */
function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
