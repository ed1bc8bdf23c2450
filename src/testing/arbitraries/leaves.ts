import type { Field, Fields, Schema } from '../../index.ts'

/** A place in a resource that a filter can name. */
export interface Leaf {
  readonly names: readonly string[]
  readonly field: Field
  /** It, or something above it, is an array: only `:` applies. */
  readonly isRepeated: boolean
  /** The last name is the key of a map. */
  readonly isKey: boolean
}

/** Every place of a schema; of a map also one for each of the keys. */
export function leavesOf(schema: Schema, keys: readonly string[]): readonly Leaf[] {
  const inside = (fields: Fields, above: readonly string[], isInArray: boolean): Leaf[] =>
    Object.entries(fields).flatMap(([name, field]): Leaf[] => {
      const leaf = { names: [...above, name], field, isRepeated: isInArray || field.repeated === true, isKey: false }
      if (field.type === 'message') return [leaf, ...inside(field.fields, leaf.names, leaf.isRepeated)]
      if (field.type !== 'map') return [leaf]
      const entry = { field: { type: field.value }, isRepeated: isInArray, isKey: true }
      return [leaf, ...keys.map((key) => ({ ...entry, names: [...leaf.names, key] }))]
    })
  return inside(schema.fields, [], false)
}

/** All that stands at the place in a resource, elements one by one. */
export function valuesAt({ names }: Leaf, resource: unknown): readonly unknown[] {
  return names.reduce<readonly unknown[]>(
    (parents, name) =>
      parents
        .filter((parent): parent is Record<string, unknown> => typeof parent === 'object' && parent !== null)
        .filter((parent) => Object.hasOwn(parent, name))
        .flatMap((parent) => parent[name]),
    [resource],
  )
}

/** The leaves by what filters do with them, so that a type with many fields is not asked for more often than one with few. */
export function sortsOf(leaves: readonly Leaf[]): readonly (readonly Leaf[])[] {
  const sorts = new Map<string, Leaf[]>()
  for (const leaf of leaves) {
    const sort = JSON.stringify([leaf.field.type, leaf.isRepeated, leaf.isKey])
    sorts.set(sort, [...(sorts.get(sort) ?? []), leaf])
  }
  return [...sorts.values()]
}
