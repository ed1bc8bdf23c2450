import { isObject, type JsonObject, nameKind } from './exact-json.ts'
import type { Origin } from './origin.ts'

/** A list, or a page of one. */
export interface JudgedList {
  readonly is: 'list'
  /** The field of its resources; undefined for an array. */
  readonly field: string | undefined
  readonly isAggregated: boolean
  readonly origin: Origin
  readonly parts: readonly ListPart[]
}

/** The resources of a list, or those of one scope of an aggregated list. */
export interface ListPart {
  /** Undefined for a list that is not aggregated. */
  readonly scope: string | undefined
  readonly items: readonly unknown[]
  /** The scope's own warning. */
  readonly warning: unknown
  /** What is wrong with the scope: ``scope zones/z: `instances` is a number, not an array``. */
  readonly problem: string | undefined
}

/** A list whose resources are in this field. The API leaves out the field when there are none. */
export function listIn(field: string, value: JsonObject, origin: Origin): JudgedList {
  const items = value[field]
  if (isObject(items)) return { is: 'list', field, isAggregated: true, origin, parts: readScopes(items) }
  return { is: 'list', field, isAggregated: false, origin, parts: partsOf(items) }
}

export const arrayOf = (items: readonly unknown[], origin: Origin): JudgedList => ({
  is: 'list',
  field: undefined,
  isAggregated: false,
  origin,
  parts: partsOf(items),
})

const partsOf = (items: unknown): readonly ListPart[] =>
  Array.isArray(items) && items.length > 0
    ? [{ scope: undefined, items: items as readonly unknown[], warning: undefined, problem: undefined }]
    : []

/** A scope has its resources in one field, under any name, and may have a warning. */
const readScopes = (items: JsonObject): readonly ListPart[] =>
  Object.entries(items).map(([scope, value]) => {
    const members = isObject(value) ? Object.entries(value) : []
    const wrong = members.find(([name, member]) => !Array.isArray(member) && !(name === 'warning' && isObject(member)))
    return {
      scope,
      items: members.flatMap(([, member]): readonly unknown[] => (Array.isArray(member) ? member : [])),
      warning: isObject(value) ? value.warning : undefined,
      problem: isObject(value)
        ? wrong && `scope ${scope}: \`${wrong[0]}\` is ${nameOf(wrong[1])}, not an array`
        : `scope ${scope} is ${nameOf(value)}, not an object`,
    }
  })

const nameOf = (value: unknown): string => (isObject(value) ? 'an object' : nameKind(value))

const scopeNames = /^(?:global|(?:zones|regions)\/[^/]+)$/

/** The origin of resources in a scope of an aggregated list. */
export const withScope = (origin: Origin, scope: string | undefined): Origin =>
  scope === undefined ? origin : { ...origin, scope: scopeNames.test(scope) ? scope : undefined }
