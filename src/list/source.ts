import type { FilterNode, Options } from '../index.ts'
import { describe } from '../records.ts'
import { ListError } from './list-error.ts'
import type { OrderKey, ListOrder, OrderBy } from './order.ts'

/** A place that a source could not reach, as the warning of the answer names it. */
export interface Unreachable {
  /** What kind of place: `zone`. */
  readonly key: string
  /** Which: `us-east1-b`. */
  readonly value: string
}

/** What a source is asked for: all of its resources. It may use what it is told to give fewer. */
export interface ScanQuery {
  readonly project: string
  /** The order of the answer. */
  readonly order: ListOrder
  /**
   * Only what comes after this key in the order is listed. A key is the name and the `id`, as texts; by creation, the
   * seconds and nanoseconds of the instant before these. Texts are ordered by code points, that is, by the bytes of
   * their UTF-8: `COLLATE "C"` in SQL. What comes first may be given, too.
   */
  readonly after: OrderKey | undefined
  /** Only what matches is listed. The same object for the same text, while that is among the recently used. */
  readonly filter: FilterNode | undefined
  /** What the filter means: the schema, profile and limits of the list. */
  readonly options: Options
  /** The maximum number of resources used, counting those that match and have different keys. */
  readonly limit: number
  /** Aborted when the answer is not wanted any more. */
  readonly signal: AbortSignal | undefined
  /**
   * To be awaited every few milliseconds by a source that computes for longer; by one that matches itself as soon as a match
   * has taken that long, unless its Matcher is cheap. Rejects when the signal is aborted.
   */
  readonly pause: () => Promise<void>
  /** To be called for each place of which nothing could be had. */
  readonly reportUnreachable: (place: Unreachable) => void
}

/** What a scan gives: an array, or what an async generator makes. */
export type Scanned<R> = Iterable<R> | AsyncIterable<R>

/** Where the resources of a list come from. */
export interface Source<R> {
  scan(query: ScanQuery): Scanned<R> | Promise<Scanned<R>>
  /** The orders in which `scan` gives its resources by itself when asked for them: then no more is read than is needed. */
  readonly ordered?: readonly OrderBy[]
  /** The resource of that name; undefined when there is none. */
  get?(name: string, context?: LookupContext): R | undefined | Promise<R | undefined>
  /** The resource of that `id`, as text; undefined when there is none. */
  getById?(id: string, context?: LookupContext): R | undefined | Promise<R | undefined>
  /** The newest resource of that family that is not deprecated; undefined when there is none. */
  getFromFamily?(family: string, context?: LookupContext): R | undefined | Promise<R | undefined>
}

/** How a source looks one resource up. */
export interface LookupContext {
  /** Aborted when the answer is not wanted any more. */
  readonly signal?: AbortSignal | undefined
  /** As in a `ScanQuery`. */
  readonly pause?: (() => Promise<void>) | undefined
}

/** What a list can be made of. */
export type Listable<R> = Scanned<R> | Source<R>

/** @throws TypeError for what no list can be made of */
export function sourceOf<R>(resources: Listable<R>): Source<R> {
  if (typeof resources === 'object' && (resources as object | null) !== null) {
    if ('scan' in resources && typeof resources.scan === 'function') return resources
    if (isIterable(resources)) return { scan: () => resources }
  }
  throw new TypeError(`resources must be iterable or have a function scan, not ${describe(resources)}`)
}

const isIterable = (value: object): value is Scanned<never> => Symbol.iterator in value || Symbol.asyncIterator in value

/** @throws ListError 500 */
export function checkScanned(scanned: unknown): void {
  if (typeof scanned === 'object' && scanned !== null && isIterable(scanned)) return
  throw new ListError(500, 'Internal error: the store returned a value that is not iterable.')
}

/** The places that a source has reported. */
export interface UnreachableReport {
  readonly places: readonly Unreachable[]
  readonly add: (place: Unreachable) => void
  /** @throws ListError 503 */
  readonly throwIfAny: () => void
}

export function createReport(): UnreachableReport {
  const places: Unreachable[] = []
  return {
    places,
    add: (place) => void places.push(place),
    throwIfAny() {
      if (places.length > 0) throw new ListError(503, messageAbout(places))
    },
  }
}

export const messageAbout = (places: readonly Unreachable[]): string =>
  `The following could not be reached: ${places.map(({ key, value }) => `${key} ${value}`).join(', ')}.`
