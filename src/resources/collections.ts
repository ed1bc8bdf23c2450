import type { ResourceName } from './generated/names.ts'

/**
 * Where a list finds its resources. The scopes are those of Compute's URLs: `projects/P/zones/Z/instances` is of `zones`,
 * `projects/P/aggregated/instances` of `aggregated`, `projects/P/zones` of `project`, and `locations/global/firewallPolicies`
 * of `organization`.
 */
export type ListScope = 'aggregated' | 'global' | 'organization' | 'project' | 'regions' | 'zones'

/** A list method of a collection. */
export interface CollectionList {
  readonly scope: ListScope
  /** What the API calls the answer: `compute#instanceList`. Some answers have no kind. */
  readonly kind: string | undefined
  /** The field that holds the resources; in an aggregated list, the field of each scope. */
  readonly field: string
  /** POST takes the same parameters in the query. */
  readonly method: 'GET' | 'POST'
}

/** Resources of one type that the API lists together. */
export interface ResourceCollection {
  /** The last part of the URL: `instances`. With the parent it is the key of a collection; `vmExtensionPolicies` has two. */
  readonly name: string
  /** What precedes the name in the URL, `*` for one segment and `**` for several: `instanceGroupManagers/*`. */
  readonly parent: string | undefined
  /** The message of a resource, and the name of its schema: `Instance`. */
  readonly resource: ResourceName
  /** What the API calls a resource: `compute#instance`. Parts of resources have no kind. */
  readonly kind: string | undefined
  readonly lists: readonly CollectionList[]
}
