import type { Filter, Options } from '../index.ts'
import { isObject } from '../values/index.ts'
import type { Key, Order, OrderBy } from './order.ts'

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
  readonly order: Order
  /** Only what stands behind this key in the order comes into the answer. */
  readonly after: Key | undefined
  /** Only what matches comes into the answer. The same object for the same text, as long as that is lately used. */
  readonly filter: Filter | undefined
  /** What the filter means: the schema, profile and limits of the list. */
  readonly options: Options
  /** At most so many are taken; with a filter, of those that match. */
  readonly limit: number
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal | undefined
  /** To be called for each place of which nothing could be had. */
  readonly reportUnreachable: (place: Unreachable) => void
}

/** Where the resources of a list come from. */
export interface Source<R> {
  scan(query: ScanQuery): Iterable<R> | AsyncIterable<R>
  /** The orders in which `scan` gives its resources by itself when asked for them: then no more is read than is needed. */
  readonly ordered?: readonly OrderBy[]
  /** The resource of that name. */
  get?(name: string): R | undefined | Promise<R | undefined>
}

/** What a list can be made of. */
export type Listable<R> = Iterable<R> | AsyncIterable<R> | Source<R>

export const isSource = <R>(listable: Listable<R>): listable is Source<R> =>
  isObject(listable) && 'scan' in listable && typeof listable.scan === 'function'
