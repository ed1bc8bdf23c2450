import { type IgnoredAsset, readAsset } from './asset.ts'
import { isObject, type JsonObject, nameKind } from './exact-json.ts'
import { arrayOf, type JudgedList, listIn } from './judged-list.ts'
import { collectionOf } from '../resources/index.ts'
import { collectionOfField, listOfKind } from './kinds.ts'
import { kindOf, type Origin, originOf, placeOf, unknownOrigin } from './origin.ts'
import type { ResourceKind } from './resource-kind.ts'
import { cut, describeError, describeWrapper, isError } from './strangers.ts'

export type ValueJudgement = JudgedResource | JudgedList | IgnoredAsset | Stranger

export interface JudgedResource {
  readonly is: 'resource'
  /** The value, or the data of an asset. */
  readonly resource: JsonObject
  readonly origin: Origin
}

/**
 * A `stranger` is not a resource, and can be skipped. An `answer` is a whole response of another kind, so there is nothing
 * else to read.
 */
export interface Stranger {
  readonly is: 'stranger' | 'answer'
  readonly what: string
}

/** Distinguishes resources and lists of them from everything else, which `what` names, with advice if there is any. */
export function judgeValue(value: unknown, expected: ResourceKind): ValueJudgement {
  if (Array.isArray(value)) return arrayOf(value as readonly unknown[], unknownOrigin)
  return isObject(value) ? judgeObject(value, unknownOrigin, expected) : describeOther(value)
}

/**
 * Judges an element of an array or a list. A list in a list is a stranger.
 *
 * @param around the origin of the list
 */
export function judgeElement(
  value: unknown,
  around: Origin,
  expected: ResourceKind,
): Exclude<ValueJudgement, JudgedList> {
  const judged = isObject(value) ? judgeObject(value, around, expected) : describeOther(value)
  return judged.is === 'list' ? { is: 'stranger', what: `a list, not ${expected.one}` } : judged
}

const describeOther = (value: unknown): Stranger => ({ is: 'stranger', what: `${nameKind(value)}, not an object` })

function judgeObject(value: JsonObject, around: Origin, expected: ResourceKind): ValueJudgement {
  const { error } = value
  const kind = kindOf(value)
  if (kind !== undefined) return judgeKind(value, kind, around, expected)
  const asset = readAsset(value)
  if (asset !== undefined) return asset.is === 'resource' ? accept(asset, expected) : asset
  if (isError(error)) return { is: 'answer', what: describeError(value) }
  const field = plainListField(value)
  if (field === undefined) return judgeFields(value, around, expected)
  const collection = collectionOfField(field)
  return listIn(field, value, { kind: collection?.kind, collection, ...placeOf(value.selfLink ?? value.id) })
}

function judgeKind(value: JsonObject, kind: string, around: Origin, expected: ResourceKind): ValueJudgement {
  const list = listOfKind(kind)
  // Some lists have the kind of their items.
  const isItem = collectionOf(kind) !== undefined && !(list !== undefined && Array.isArray(value.items))
  if (isItem || (list === undefined && !kind.endsWith('List'))) {
    return accept({ is: 'resource', resource: value, origin: originOf(value, around) }, expected)
  }
  const itemKind = list === undefined ? kind.replace(/(?:Aggregated)?List$/, '') : list.collection.kind
  const refusal = refuse(itemKind, expected, kind)
  if (refusal !== undefined) return { is: 'answer', what: refusal }
  if (isError(value.error)) return { is: 'answer', what: describeError(value) }
  const place = placeOf(value.selfLink ?? value.id)
  return listIn(list?.field ?? 'items', value, { kind: itemKind, collection: list?.collection, ...place })
}

/**
 * The reason to refuse resources of a kind; undefined for an accepted kind.
 *
 * @param list the kind of their list, for the message
 */
const refuse = (kind: string | undefined, { known }: ResourceKind, list?: string): string | undefined =>
  kind === undefined || known === undefined || known.accepts(kind) ? undefined : `${cut(list ?? kind)}, ${known.others}`

function accept(judged: JudgedResource, expected: ResourceKind): JudgedResource | Stranger {
  const { kind } = judged.origin
  const refusal = refuse(kind, expected)
  return refusal === undefined ? judged : { is: 'stranger', what: refusal }
}

/** What besides its resources a list without a kind may have. */
const besides: ReadonlySet<string> = new Set(['id', 'nextPageToken', 'readTime', 'selfLink', 'warning'])

/** The field of the resources in an object without a kind; undefined for an object that is not a list. */
function plainListField(value: JsonObject): string | undefined {
  if (typeof value.items === 'object' && value.items !== null) return 'items'
  return ['assets', 'managedInstances'].find(
    (field) => Array.isArray(value[field]) && Object.keys(value).every((name) => name === field || besides.has(name)),
  )
}

/** An empty object is a resource without fields, which the parameter `fields` of a request can produce. */
function judgeFields(value: JsonObject, around: Origin, expected: ResourceKind): JudgedResource | Stranger {
  const { known, one } = expected
  const names = Object.keys(value)
  const isAny = known === undefined || around.collection !== undefined
  const isFamiliar = isAny ? names.length !== 1 : names.some((name) => known.fields.has(name))
  const judged: JudgedResource = { is: 'resource', resource: value, origin: originOf(value, around) }
  if (isFamiliar || names.length === 0) return judged
  const wrapped = names.find((name) => isListOfObjects(value[name]))
  if (wrapped !== undefined) return { is: 'answer', what: describeWrapper(wrapped, one) }
  return isAny ? judged : { is: 'stranger', what: `an object without any field of ${one}` }
}

const isListOfObjects = (member: unknown): boolean => Array.isArray(member) && member.every(isObject)
