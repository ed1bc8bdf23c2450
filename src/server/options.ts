import type { FilterError } from '../index.ts'
import { checkNames, checkRecord, describe } from '../records.ts'
import type { ListerOptions } from '../list/index.ts'
import type { GateLimits } from './gate.ts'
import type { Authorize } from './permission.ts'
import type { ProjectSource } from './project-source.ts'

/** The options of the lists that a handler does not decide itself. */
type ListOptions = Omit<ListerOptions, 'filters' | 'kind' | 'path' | 'schema'>

/** The options of a handler. Of those of a list, `limits` is `serverLimits` by default, and `profile` is `observed`. */
export interface HandlerOptions<R extends object = object> extends ListOptions, GateLimits {
  readonly source: ProjectSource<R>
  /**
   * Called before anything is read. Without it, only requests from this machine are served. Those that a proxy forwards
   * (`Forwarded`, `X-Forwarded-For`, `Via`) or that a web page of another site sends get status 403, as do all others.
   */
  readonly authorize?: Authorize | undefined
  /**
   * The host names that the server accepts, without port, besides those of this machine (`localhost`, `127.0.0.1`, `[::1]`).
   * A request for another host gets status 403. Default: any host with `authorize`, none without.
   */
  readonly hosts?: readonly string[] | undefined
  /** The path before `/compute/v1`, for example `/gce` for a handler that is mounted there. Default: empty. */
  readonly basePath?: string | undefined
  /** In UTF-16 units; a longer URL gets status 414. Default: 98,304, enough for any filter. */
  readonly maxUrlLength?: number | undefined
  /**
   * The maximum size of all responses that callers have not read yet. A further response of more than 64 KiB gets status
   * 503. Default: 268,435,456 (256 MiB).
   */
  readonly maxPendingBytes?: number | undefined
  /**
   * Called with the error of a source or a hook, and with every other error of status 500 or more, except 501. What it throws
   * is ignored.
   */
  readonly onError?: ((error: unknown, request: Request) => unknown) | undefined
  /**
   * Called with the reason for a rejected filter. The response does not contain it: its text is that of the API. What it
   * throws is ignored.
   *
   * @example onRejected: (error) => console.error(String(error))
   */
  readonly onRejected?: ((error: FilterError, request: Request) => unknown) | undefined
}

type Given = { readonly [N in keyof HandlerOptions<never>]?: unknown }
type Name = keyof HandlerOptions<never>

/** The type of each option, or its maximum; the list checks its own options. A timer of JavaScript takes at most 2³¹ - 1 ms. */
const wanted = {
  source: undefined,
  authorize: 'function',
  hosts: 'names',
  onError: 'function',
  onRejected: 'function',
  basePath: 'string',
  maxUrlLength: Infinity,
  maxPendingBytes: Infinity,
  timeoutMs: 2 ** 31 - 1,
  maxConcurrentRequests: Infinity,
  maxConcurrentRequestsPerCaller: Infinity,
  baseUrl: undefined,
  secret: undefined,
  profile: undefined,
  limits: undefined,
  regexEngine: undefined,
} as const satisfies Readonly<Record<Name, 'function' | 'string' | 'names' | number | undefined>>

/** Returns the options unchanged. @throws TypeError that names the wrong option */
export function checkOptions<R extends object>(options: HandlerOptions<R>): HandlerOptions<R> {
  const given: Given = checkRecord(options, 'options')
  checkNames(given, Object.keys(wanted), 'option')
  const { open, scopes } = checkRecord(given.source as object, 'source') as {
    readonly [N in keyof ProjectSource]?: unknown
  }
  if (typeof open !== 'function') throw new TypeError(`source.open must be a function, not ${describe(open)}`)
  if (scopes !== undefined && typeof scopes !== 'function')
    throw new TypeError(`source.scopes must be a function, not ${describe(scopes)}`)
  for (const name of Object.keys(wanted) as readonly Name[]) {
    const [kind, value] = [wanted[name], given[name]]
    if (kind === undefined || value === undefined) continue
    if (typeof kind === 'number') checkNumber(name, value, kind)
    else if (kind === 'names') checkTexts(name, value)
    else if (typeof value !== kind) throw new TypeError(`${name} must be a ${kind}, not ${describe(value)}`)
  }
  return options
}

function checkTexts(name: Name, value: unknown): void {
  if (Array.isArray(value) && value.every((text) => typeof text === 'string')) return
  throw new TypeError(`${name} must be an array of strings, not ${describe(value)}`)
}

function checkNumber(name: Name, value: unknown, max: number): void {
  if (typeof value === 'number' && value >= 0 && value <= max) return
  const bound = max === Infinity ? 'of at least 0' : `from 0 to ${String(max)}`
  throw new TypeError(`${name} must be a number ${bound}, not ${describe(value)}`)
}
