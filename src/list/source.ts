import type { FilterNode, Options } from '../index.ts'
import { describe } from '../records.ts'
import { ListError } from './list-error.ts'
import type { OrderKey, ListOrder, OrderBy } from './order.ts'

/** A place that a source could not reach, as the warning of a page names it. */
export interface Unreachable {
  /** The kind of place: `zone`, `region`. */
  readonly key: string
  /** The name of the place: `us-east1-b`. */
  readonly value: string
}

/** A request for all resources of a project. A source may use the rest of the query to return fewer. */
export interface ScanQuery {
  readonly project: string
  /** The order of the answer. */
  readonly order: ListOrder
  /**
   * Only resources after this key are listed; a source may return the earlier ones too. A key is the name, the `id` and the
   * scope, as texts; in the order of creation, the seconds and nanoseconds of the instant precede them. Texts are ordered by
   * code points, that is, by the bytes of their UTF-8: `COLLATE "C"` in SQL.
   */
  readonly after: OrderKey | undefined
  /** Only resources that match are listed. Recently used filters with the same text are the same object. */
  readonly filter: FilterNode | undefined
  /** The schema, profile and limits of the list, for interpreting the filter. */
  readonly options: Options
  /** The maximum number of resources used, counting those that match and have different keys. */
  readonly limit: number
  /** Aborted when the result is no longer needed. */
  readonly signal: AbortSignal | undefined
  /**
   * Await it every few milliseconds in a source that computes for longer. A source that matches resources itself checks the
   * clock after each match, unless its Matcher is cheap. Rejects when the signal is aborted.
   */
  readonly pause: () => Promise<void>
  /** Call it for each place that could not be reached. */
  readonly reportUnreachable: (place: Unreachable) => void
}

/** The result of a scan: an array, another iterable, or an async generator. */
export type Scanned<R> = Iterable<R> | AsyncIterable<R>

/** A store that a list reads its resources from. */
export interface Source<R> {
  scan(query: ScanQuery): Scanned<R> | Promise<Scanned<R>>
  /** The orders that `scan` obeys. In these, a list reads no more resources than it needs. */
  readonly ordered?: readonly OrderBy[]
  /** The resource of that name; undefined when there is none. */
  get?(name: string, context?: LookupContext): R | undefined | Promise<R | undefined>
  /** The resource of that `id`, as text; undefined when there is none. */
  getById?(id: string, context?: LookupContext): R | undefined | Promise<R | undefined>
  /** The newest resource of that family that is not deprecated; undefined when there is none. */
  getFromFamily?(family: string, context?: LookupContext): R | undefined | Promise<R | undefined>
}

/** What a source is given to look one resource up. */
export interface LookupContext {
  /** Aborted when the result is no longer needed. */
  readonly signal?: AbortSignal | undefined
  /** As in a `ScanQuery`. */
  readonly pause?: (() => Promise<void>) | undefined
}

/** Resources that can be listed. */
export type Listable<R> = Scanned<R> | Source<R>

/** @throws TypeError for a value that cannot be listed */
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
