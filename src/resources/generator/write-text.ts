import { letters } from '../letters.ts'
import { type BuiltField, type BuiltFields, messageNameOf } from './built.ts'
import type { BuiltCollection } from './build-collections.ts'

/** Messages and the enums they name, as lines that `decode-messages.ts` reads. */
export interface Texts {
  readonly messages: string
  readonly enums: string
}

/**
 * One line for each message, the fields apart by spaces: `name:s labels:%s disks:*^3 status:=1`. `*` is a repeated field,
 * `%` a map, `^` the number of a message's line, `=` the number of an enum's line, and a letter a scalar type.
 */
export function writeTexts(messages: ReadonlyMap<string, BuiltFields>): Texts {
  const numbers = new Map([...messages.keys()].map((name, number) => [name, number]))
  const enums = new Map<string, number>()
  const numberOf = (name: string) => {
    const number = numbers.get(name)
    if (number === undefined) throw new Error(`the message ${name} has no line`)
    return number
  }
  const enumNumberOf = (text: string) => {
    const number = enums.get(text) ?? enums.size
    enums.set(text, number)
    return number
  }
  const code = (field: BuiltField): string => {
    if (field.type === 'message') return `^${numberOf(field.message)}`
    if (field.type === 'enum') return `=${enumNumberOf(field.values.join(' '))}`
    if (field.type !== 'map') return letterOf(field)
    return `%${typeof field.value === 'object' ? `^${numberOf(field.value.message)}` : letterOf({ type: field.value })}`
  }
  const lines = [...messages.values()].map((fields) =>
    Object.entries(fields)
      .map(([name, field]) => `${name}:${'repeated' in field ? '*' : ''}${code(field)}`)
      .join(' '),
  )
  return { messages: lines.join('\n'), enums: [...enums.keys()].join('\n') }
}

function letterOf({ type, format }: { readonly type: string; readonly format?: string }): string {
  const found = Object.entries(letters).find(
    ([, field]) => field.type === type && ('format' in field ? field.format : undefined) === format,
  )
  if (found === undefined) throw new Error(`the type ${type} has no letter`)
  return found[0]
}

/** The messages that a resource consists of, in the order of the whole; the resource is the last one. */
export function messagesOf(
  messages: ReadonlyMap<string, BuiltFields>,
  resource: string,
): ReadonlyMap<string, BuiltFields> {
  const needed = new Set<string>()
  const need = (name: string) => {
    if (needed.has(name)) return
    needed.add(name)
    for (const field of Object.values(messages.get(name) ?? {})) {
      const inner = messageNameOf(field)
      if (inner !== undefined) need(inner)
    }
  }
  need(resource)
  return new Map([...messages].filter(([name]) => needed.has(name)))
}

/**
 * One line for each collection: `instances - Instance instance zones:instanceList:items aggregated:…:instances`. `-` is an
 * absent part, kinds are without `compute#`, and `!` before a list is POST.
 */
export const writeCollections = (collections: readonly BuiltCollection[]): string =>
  collections
    .map(({ name, parent = '-', resource, kind, lists }) =>
      [
        name,
        parent,
        resource,
        shortKind(kind),
        ...lists.map(
          ({ scope, kind: answer, field, method }) =>
            `${method === 'POST' ? '!' : ''}${scope}:${shortKind(answer)}:${field}`,
        ),
      ].join(' '),
    )
    .join('\n')

const shortKind = (kind = '-') => kind.replace('compute#', '')
