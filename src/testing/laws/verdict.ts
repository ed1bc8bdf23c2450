import type { Said } from './ask.ts'

/** The answer of a program that has rejected what it was asked. */
export interface Rejected {
  readonly rejected: true
}

/** An answer over HTTP: 2xx accepts, with `body` as the answer; 4xx rejects; any other status is a fault. */
export interface HttpAnswer {
  readonly status: number
  /** The parsed JSON. */
  readonly body?: unknown
}

/** What an answer comes to. */
export type Verdict = { readonly kind: 'accepted'; readonly answer: unknown; readonly isHttp: boolean } | Failure

export type Failure =
  | { readonly kind: 'rejected'; readonly words: string }
  /** A crash, an error of the server, or silence: neither of the two. */
  | { readonly kind: 'fault'; readonly words: string; readonly isSlow: boolean }

/** What a call without an answer comes to: to throw is to reject, except where what is thrown tells of a crash. */
export function failureOf(said: Exclude<Said<unknown>, { readonly value: unknown }>): Failure {
  if ('silentForMs' in said)
    return { kind: 'fault', words: `no answer within ${String(said.silentForMs)} ms`, isSlow: true }
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

/** How an error is shown: also one that has no text. */
export function wordsFor(error: unknown): string {
  try {
    return String(error)
  } catch {
    return 'a value without a text'
  }
}

/** Mistakes of a program, by name: another realm has classes of its own. */
const mistakes: ReadonlySet<unknown> = new Set(['TypeError', 'RangeError', 'ReferenceError'])

/** The network's: nobody has read the request. */
const lostConnections: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EADDRINUSE'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'EMFILE'],
])

/** Whether an error is a program's mistake, a status of 500 or more, or a lost connection, itself or by its cause. */
function isCrash(error: unknown): boolean {
  // The causes of a chain that is longer add nothing.
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
