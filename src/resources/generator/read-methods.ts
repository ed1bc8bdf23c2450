import protobuf from 'protobufjs'
import { messageIn, type Protos } from './read-protos.ts'

/** A method that takes a `filter`. */
export interface ListMethod {
  /** `Instances.List`, of the service and the method. */
  readonly name: string
  readonly verb: 'GET' | 'POST'
  /** Below `/compute/v1/`: `projects/{project}/zones/{zone}/instances`. */
  readonly path: string
  /** The message of an item: `Instance`. */
  readonly resource: string
  /** The field that holds the items. In an aggregated list it is the field of each scope. */
  readonly field: string
  readonly isAggregated: boolean
  /** The message of the answer: `InstanceList`. */
  readonly answer: string
  /** Whether the answer has a `kind`. */
  readonly hasKind: boolean
}

/** The methods whose answer is a list of messages and whose request has a `filter`. */
export function readMethods(protos: Protos): readonly ListMethod[] {
  return protos.services.flatMap((service) =>
    service.methodsArray
      .filter(({ requestType }) => 'filter' in (protos.messages.get(requestType)?.fields ?? {}))
      .flatMap((method) => readMethod(protos, `${service.name}.${method.name}`, method)),
  )
}

function readMethod(protos: Protos, name: string, method: protobuf.Method): readonly ListMethod[] {
  const answer = messageIn(protos, method.responseType)
  const items = itemsOf(protos, answer)
  if (items === undefined) return []
  const { verb, path } = httpRuleOf(method)
  return [{ name, verb, path, ...items, answer: answer.name, hasKind: 'kind' in answer.fields }]
}

function itemsOf(
  protos: Protos,
  answer: protobuf.Type,
): Pick<ListMethod, 'resource' | 'field' | 'isAggregated'> | undefined {
  const { items } = answer.fields
  if (items instanceof protobuf.MapField) {
    const list = listIn(protos, messageIn(protos, items.type))
    return list && { ...list, isAggregated: true }
  }
  const list = listIn(protos, answer)
  return list && { ...list, isAggregated: false }
}

/** The repeated message among the fields, `items` before others. */
function listIn(protos: Protos, { fieldsArray }: protobuf.Type) {
  const lists = fieldsArray.filter(
    ({ name, repeated, type }) => repeated && name !== 'warnings' && protos.messages.has(type),
  )
  const field = lists.find(({ name }) => name === 'items') ?? lists[0]
  return field && { resource: field.type, field: field.name }
}

/** `option (google.api.http) = { get: "/compute/v1/…" }`. */
function httpRuleOf({ name, options }: protobuf.Method): Pick<ListMethod, 'verb' | 'path'> {
  for (const [option, verb] of [
    ['(google.api.http).get', 'GET'],
    ['(google.api.http).post', 'POST'],
  ] as const) {
    const path: unknown = options?.[option]
    if (typeof path === 'string') return { verb, path: path.replace('/compute/v1/', '') }
  }
  throw new Error(`the method ${name} has neither a GET nor a POST rule`)
}
