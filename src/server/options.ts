import type { FilterError } from '../index.ts'
import { checkNames, checkRecord, describe } from '../records.ts'
import type { ListerOptions, Source } from '../list/index.ts'
import type { GateLimits } from './gate.ts'
import type { Authorize } from './permission.ts'

/** The projects that a server has. */
export interface ProjectSource<R> {
  /** The resources of a project; undefined when there is no such project. */
  open(project: string): Source<R> | undefined | Promise<Source<R> | undefined>
}

/** Besides those of the list, whose `limits` are `serverLimits` by default, and whose `profile` is `observed`. */
export interface HandlerOptions<R> extends ListerOptions, GateLimits {
  readonly source: ProjectSource<R>
  /**
   * Asked before anything is read. Without it, only requests from this machine are served, and none that a proxy passes
   * on (`Forwarded`, `X-Forwarded-For`, `Via`) or a web page of another site sends; the others get status 403.
   */
  readonly authorize?: Authorize | undefined
  /**
   * The names by which the server may be called, besides those of this machine (`localhost`, `127.0.0.1`, `[::1]`), without
   * port; a request for another one gets status 403. Default: any with `authorize`, none without.
   */
  readonly hosts?: readonly string[] | undefined
  /** The part of the path before `/compute/v1`, as `/gce` where the handler is mounted there. Default: empty. */
  readonly basePath?: string | undefined
  /** The longest URL, in UTF-16 units; a longer one gets status 414. Default: 98,304, room for any filter. */
  readonly maxUrlLength?: number | undefined
  /**
   * How many bytes of answers may wait for callers who have not read them; a further answer of more than 64 KiB gets
   * status 503. Default: 268,435,456 (256 MiB).
   */
  readonly maxPendingBytes?: number | undefined
  /**
   * Told what a source or a hook has thrown, and every other failure with a status of 500 or more. What it throws itself
   * is ignored.
   */
  readonly onError?: ((error: unknown, request: Request) => unknown) | undefined
  /**
   * Told why a filter was rejected, which the answer does not say: its text is that of the API. What it throws itself is
   * ignored.
   *
   * @example onRejected: (error) => console.error(String(error))
   */
  readonly onRejected?: ((error: FilterError, request: Request) => unknown) | undefined
}

type Given = { readonly [N in keyof HandlerOptions<never>]?: unknown }
type Name = keyof HandlerOptions<never>

/** What each option must be; the list checks its own. The longest time is that of a timer of JavaScript, some 24 days. */
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
  kind: undefined,
  path: undefined,
  baseUrl: undefined,
  secret: undefined,
  schema: undefined,
  profile: undefined,
  limits: undefined,
  regexEngine: undefined,
} as const satisfies Readonly<Record<Name, 'function' | 'string' | 'names' | number | undefined>>

/** The options themselves. @throws TypeError that names the option which is wrong */
export function checkOptions<R>(options: HandlerOptions<R>): HandlerOptions<R> {
  const given: Given = checkRecord(options, 'options')
  checkNames(given, Object.keys(wanted), 'option')
  const { open } = checkRecord(given.source as object, 'source') as { readonly open?: unknown }
  if (typeof open !== 'function') throw new TypeError(`source.open must be a function, not ${describe(open)}`)
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
