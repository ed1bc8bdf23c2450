import type { FilterNode } from '../ast/index.ts'
import type { Options } from '../options.ts'
import type { Image } from '../schema/index.ts'
import type { ResourceOrder } from './resource-order.ts'

/** A set of resources, indexed for running many filters. */
export interface Collection<R extends object = Image> {
  /**
   * The resources that match, in insertion order by default; at most `limit` of them.
   *
   * @throws FilterError; TypeError unless the limit is a non-negative integer or Infinity
   */
  filter<K = unknown>(
    filter: string | FilterNode,
    options?: Options & Partial<SortedView<K>> & { readonly limit?: number | undefined },
  ): R[]
  /**
   * Does the same as `filter`, in steps of a fraction of a millisecond, so that the caller can pause between steps. Compiling
   * the filter is one step, and so is a slow match of a pattern. Resources may be added and deleted between steps: the result
   * is what matches at the last step. It is undefined if the collection has meanwhile closed the gaps of deleted resources;
   * then start again.
   *
   * @param filter undefined: all resources
   * @throws FilterError
   */
  prepare<K>(
    filter: string | FilterNode | undefined,
    options: Options & SortedView<K>,
  ): Generator<undefined, Iterable<R> | undefined>
  /**
   * The current resources in an order. A resource that is deleted before the iteration reaches it is left out. A replacement
   * is included if it has the same place in the order. Once the collection closes the gaps of deleted resources, the rest of
   * the iteration shows the resources of that moment.
   */
  inOrder<K>(view: SortedView<K>): Iterable<R>
  /** The number of resources that match. @throws FilterError */
  count(filter: string | FilterNode, options?: Options): number
  /** Adds a resource at the end; false if the collection has it already. */
  insert(resource: R): boolean
  /** Deletes a resource; false if the collection does not have it. Resources are compared by identity. */
  delete(resource: R): boolean
  /** Puts a resource in the place of another; false if the collection does not have the other. */
  replace(resource: R, replacement: R): boolean
  readonly size: number
}

/** A range of a sorted view. Views are cached per `order` object, so reuse the object. */
export interface SortedView<K> {
  readonly order: ResourceOrder<K>
  /** Only resources after this key. */
  readonly after?: K | undefined
}
