/** An order of resources, by keys that are made of them. */
export interface ResourceOrder<K> {
  readonly keyOf: (resource: unknown) => K
  readonly compare: (a: K, b: K) => number
}
