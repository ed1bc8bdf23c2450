import { isObject, type JsonObject, nameKind } from './exact-json.ts'
import type { ResourceKind } from './resource-kind.ts'

/**
 * The kind of a JSON value of an input. A `stranger` is not a resource, and can be skipped. An `answer` is a whole response of
 * another kind, so there is nothing else to read.
 */
export type ValueJudgement =
  { readonly is: 'resource' } | { readonly is: 'list'; readonly items: readonly unknown[] } | Stranger

export interface Stranger {
  readonly is: 'stranger' | 'answer'
  readonly what: string
}

/** Distinguishes resources and lists of them from everything else, which `what` names, with advice if there is any. */
export function judgeValue(value: unknown, expected: ResourceKind): ValueJudgement {
  if (Array.isArray(value)) return { is: 'list', items: value as readonly unknown[] }
  return isObject(value) ? judgeObject(value, expected) : describeOther(value)
}

/** Judges an element of an array or a list. A list in a list is a stranger. */
export function judgeElement(value: unknown, expected: ResourceKind): Exclude<ValueJudgement, { is: 'list' }> {
  const judged = isObject(value) ? judgeObject(value, expected) : describeOther(value)
  return judged.is === 'list' ? { is: 'stranger', what: `a list, not ${expected.one}` } : judged
}

const describeOther = (value: unknown): Stranger => ({ is: 'stranger', what: `${nameKind(value)}, not an object` })

function judgeObject(value: JsonObject, expected: ResourceKind): ValueJudgement {
  const { kind, items, error } = value
  const { known } = expected
  if (typeof kind === 'string') {
    if (kind === known?.kind) return { is: 'resource' }
    if (kind.endsWith('AggregatedList')) return { is: 'answer', what: describeAggregated(kind, expected) }
    const isList = known === undefined ? kind.endsWith('List') : kind === known.listKind
    if (isList && isError(error)) return { is: 'answer', what: describeError(value) }
    // The API leaves out the items when there are none.
    if (isList) return { is: 'list', items: Array.isArray(items) ? (items as readonly unknown[]) : [] }
    if (known === undefined) return { is: 'resource' }
    return { is: kind.endsWith('List') ? 'answer' : 'stranger', what: `${cut(kind)}, not ${known.kind}` }
  }
  if (isError(error)) return { is: 'answer', what: describeError(value) }
  if (isObject(items)) return { is: 'answer', what: describeAggregated(undefined, expected) }
  return Array.isArray(items) ? { is: 'list', items: items as readonly unknown[] } : judgeFields(value, expected)
}

/** An empty object is a resource without fields, which the parameter `fields` of a request can produce. */
function judgeFields(value: JsonObject, expected: ResourceKind): ValueJudgement {
  const { known, one } = expected
  const names = Object.keys(value)
  const isFamiliar = known === undefined ? names.length !== 1 : names.some((name) => known.fields.has(name))
  if (isFamiliar || names.length === 0) return { is: 'resource' }
  const wrapped = names.find((name) => isListOfObjects(value[name]))
  if (wrapped !== undefined) return { is: 'answer', what: describeWrapper(wrapped, one) }
  return known === undefined ? { is: 'resource' } : { is: 'stranger', what: `an object without any field of ${one}` }
}

const isListOfObjects = (member: unknown): boolean => Array.isArray(member) && member.every(isObject)

function describeWrapper(name: string, one: string): string {
  const path = /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `.[${JSON.stringify(name)}]`
  return `an object around \`${cut(name)}\`, not ${one}; extract them with jq: jq '${cut(path)}[]'`
}

const isError = (error: unknown): boolean =>
  typeof error === 'string' ||
  (isObject(error) && ['code', 'message', 'errors', 'status'].some((name) => name in error))

/** Describes `{"error": {"code", "message"}}` of an API, or `{"error", "error_description"}` of an authorization server. */
function describeError({ error, error_description: description }: JsonObject): string {
  const { code, message } = isObject(error) ? error : { code: error, message: description }
  const parts = [code, message].filter((part) => typeof part === 'number' || (typeof part === 'string' && part !== ''))
  return ['an error answer', ...parts.map((part) => cut(String(part)))].join(': ')
}

const describeAggregated = (kind: string | undefined, expected: ResourceKind): string =>
  `an aggregated list${kind === undefined ? '' : ` (${cut(kind)})`}, not a list of ${expected.several}; extract its items with jq: jq '.items[][] | arrays[]'`

/** In UTF-16 units. */
const maxQuoteLength = 300

const cut = (text: string): string => (text.length > maxQuoteLength ? `${text.slice(0, maxQuoteLength)}…` : text)
