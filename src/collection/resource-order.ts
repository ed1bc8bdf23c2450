/** An order of resources by their keys. */
export interface ResourceOrder<K> {
  readonly keyOf: (resource: unknown) => K
  readonly compare: (a: K, b: K) => number
}
