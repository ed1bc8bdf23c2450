import type { Field, Fields, Schema } from '../../index.ts'
import { isScalar, valueFieldOf } from '../oracle/fields.ts'
import { types } from '../oracle/types.ts'

/** A place in a resource that a filter can name. */
export interface FieldPlace {
  readonly names: readonly string[]
  /** For each name how it may be written: a field's name in snake_case, too; a key only as it is. */
  readonly spellings: readonly (readonly string[])[]
  readonly field: Field
  /** It, or something above it, is an array: only `:` applies. */
  readonly isRepeated: boolean
  /** The last name is the key of a map. */
  readonly isKey: boolean
}

/** Every place of a schema; of a map also one for each of the keys. */
export function leavesOf(schema: Schema, keys: readonly string[]): readonly FieldPlace[] {
  const inside = (fields: Fields, above: Pick<FieldPlace, 'names' | 'spellings'>, isInArray: boolean): FieldPlace[] =>
    Object.entries(fields).flatMap(([name, field]): FieldPlace[] => {
      const names = [...above.names, name]
      const spellings = [...above.spellings, [name, ...snakeCaseOf(name, fields)]]
      const leaf = { names, spellings, field, isRepeated: isInArray || field.repeated === true, isKey: false }
      if (field.type === 'message') return [leaf, ...inside(field.fields, leaf, leaf.isRepeated)]
      if (field.type !== 'map') return [leaf]
      const entry = { field: valueFieldOf(field), isRepeated: isInArray, isKey: true }
      const entries = keys.map((key) => ({ ...entry, names: [...names, key], spellings: [...spellings, [key]] }))
      return [
        leaf,
        ...entries.flatMap((one) =>
          one.field.type === 'message' ? [one, ...inside(one.field.fields, one, isInArray)] : [one],
        ),
      ]
    })
  return inside(schema.fields, { names: [], spellings: [] }, false)
}

/** Nothing where another field has that name, or where the way back leads elsewhere. */
function snakeCaseOf(name: string, fields: Fields): readonly string[] {
  const snakeCase = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const isPlain = /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+$/.test(name)
  return isPlain && !Object.hasOwn(fields, snakeCase) ? [snakeCase] : []
}

/** All values at the place in a resource, elements one by one. */
export function valuesAt({ names }: Pick<FieldPlace, 'names'>, resource: unknown): readonly unknown[] {
  return names.reduce<readonly unknown[]>(
    (parents, name) =>
      parents
        .filter((parent): parent is Record<string, unknown> => typeof parent === 'object' && parent !== null)
        .filter((parent) => Object.hasOwn(parent, name))
        .flatMap((parent) => parent[name]),
    [resource],
  )
}

/**
 * The leaves by what filters do with them, so that a type with many fields is not asked for more often than one with
 * few. Text comes first and more than once: about text there is most to be wrong. What has an order comes twice.
 */
export function sortsOf(leaves: readonly FieldPlace[]): readonly (readonly FieldPlace[])[] {
  const sorts = new Map<string, FieldPlace[]>()
  for (const leaf of leaves) {
    const sort = JSON.stringify([leaf.field.type, leaf.isRepeated, leaf.isKey])
    const known = sorts.get(sort)
    if (known === undefined) sorts.set(sort, [leaf])
    else known.push(leaf)
  }
  const all = [...sorts.values()]
  const texts = all.filter(([leaf]) => leaf?.field.type === 'string')
  const ordered = all.filter(([leaf]) => leaf !== undefined && !leaf.isRepeated && isNumberOrTime(leaf.field))
  const simplest = (one: readonly FieldPlace[]) => (one[0]?.isRepeated || one[0]?.isKey ? 1 : 0)
  return [...texts.toSorted((a, b) => simplest(a) - simplest(b)), ...all, ...ordered, ...texts]
}

const isNumberOrTime = (field: Field): boolean =>
  isScalar(field) && field.type !== 'string' && types[field.type].isOrdered
