import protobuf from 'protobufjs'
import { type BuiltField, type BuiltFields, messageNameOf } from './built.ts'
import { enumValuesOf } from './enum-values.ts'
import { isInputOnly, isTimestamp, isUrl } from './field-facts.ts'
import { removedFields, unsignedFields } from './exceptions.ts'
import { messageIn, type Protos } from './read-protos.ts'

/** Descriptor type → ours. */
const scalarTypes = {
  string: 'string',
  bool: 'boolean',
  int32: 'integer',
  int64: 'int64',
  uint32: 'uint32',
  uint64: 'uint64',
  float: 'double',
  double: 'double',
} as const

const isScalar = (type: string): type is keyof typeof scalarTypes => Object.hasOwn(scalarTypes, type)

/** The messages that the resources consist of, those first that others hold. No message holds itself. */
export function buildMessages(protos: Protos, resources: readonly string[]): ReadonlyMap<string, BuiltFields> {
  const built = new Map<string, BuiltFields>()
  const open: string[] = []
  const build = (name: string) => {
    if (built.has(name)) return
    if (open.includes(name)) throw new Error(`the message holds itself: ${[...open, name].join(' > ')}`)
    open.push(name)
    const fields = buildFields(protos, messageIn(protos, name))
    for (const field of Object.values(fields)) {
      const inner = messageNameOf(field)
      if (inner !== undefined) build(inner)
    }
    open.pop()
    built.set(name, fields)
  }
  resources.forEach(build)
  return built
}

function buildFields(protos: Protos, message: protobuf.Type): BuiltFields {
  const fields = message.fieldsArray
    .filter((field) => !isInputOnly(message.name, field))
    .map((field) => [field.name, buildField(protos, message, field)] as const)
  const removed = Object.entries(removedFields)
    .filter(([place]) => place.startsWith(`${message.name}.`))
    .map(([place, field]) => [place.slice(message.name.length + 1), field] as const)
  const kept = [...fields, ...removed].flatMap(([name, field]) => (field === undefined ? [] : [[name, field] as const]))
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Nothing for `google.protobuf.Any`: it has no fields that are known. */
function buildField(protos: Protos, message: protobuf.Type, field: protobuf.Field): BuiltField | undefined {
  const { type } = field
  const repeated = field.repeated ? { repeated: true as const } : {}
  // An enum of the message hides a message of that name: `Operation.status`.
  const values = enumValuesOf(message, field)
  if (values !== undefined) return { type: 'enum', ...repeated, values }
  if (field instanceof protobuf.MapField) return { type: 'map', value: mapValue(protos, type) }
  if (protos.messages.has(type)) return { type: 'message', ...repeated, message: type }
  if (type === 'google.protobuf.Any') return undefined
  if (!isScalar(type)) throw new Error(`${message.name}.${field.name} is of the unknown type ${type}`)
  if (unsignedFields.has(`${message.name}.${field.name}`)) return { type: 'uint32', ...repeated }
  if (type !== 'string') return { type: scalarTypes[type], ...repeated }
  if (isTimestamp(message.name, field)) return { type: 'timestamp', ...repeated }
  return { type: 'string', ...repeated, ...(isUrl(message.name, field) ? { format: 'url' as const } : {}) }
}

function mapValue({ messages }: Protos, type: string): (BuiltField & { type: 'map' })['value'] {
  if (messages.has(type)) return { message: type }
  if (!isScalar(type)) throw new Error(`a map has values of the unknown type ${type}`)
  return scalarTypes[type]
}
