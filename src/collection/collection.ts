import type { FilterNode } from '../ast/index.ts'
import type { Options } from '../options.ts'
import type { Image } from '../schema/index.ts'
import type { ResourceOrder } from './resource-order.ts'

/** A set of resources, indexed for running many filters. */
export interface Collection<R extends object = Image> {
  /**
   * The resources that match, in the order in which they came in unless another is asked for; at most `limit` of them.
   *
   * @throws FilterError; TypeError for a limit that is neither a non-negative integer nor Infinity
   */
  filter<K = unknown>(
    filter: string | FilterNode,
    options?: Options & Partial<SortedView<K>> & { readonly limit?: number | undefined },
  ): R[]
  /**
   * What `filter` does, in steps of a fraction of a millisecond, so that it can be paused between two of them. Compiling the
   * filter is one step, and a step ends with the match of a pattern that takes longer. Resources may come and go meanwhile: the result is what matches when the last step is
   * done. Undefined when the gaps of deleted resources have been closed meanwhile: it has to begin again.
   *
   * @param filter undefined: all resources
   * @throws FilterError
   */
  prepare<K>(
    filter: string | FilterNode | undefined,
    options: Options & SortedView<K>,
  ): Generator<undefined, Iterable<R> | undefined>
  /**
   * The resources that are there now, in an order. One that is deleted before it is reached is left out. Where one is
   * replaced before that, the replacement is read, unless its place in the order is another. A collection closes the gaps
   * of deleted resources while it changes; from then on, the rest of this iteration shows the resources of that moment.
   */
  inOrder<K>(part: SortedView<K>): Iterable<R>
  /** How many match. @throws FilterError */
  count(filter: string | FilterNode, options?: Options): number
  /** Adds a resource at the end; false when it is there already, and is not added again. */
  insert(resource: R): boolean
  /** Takes a resource out; false when it is not there. Resources are known by identity. */
  delete(resource: R): boolean
  /** Puts another resource in the place of one; false when that is not there. */
  replace(resource: R, replacement: R): boolean
  readonly size: number
}

/** What is wanted of an order. Orders are kept sorted by identity: give the same object again. */
export interface SortedView<K> {
  readonly order: ResourceOrder<K>
  /** Only what comes after this key. */
  readonly after?: K | undefined
}
