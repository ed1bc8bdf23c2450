import { type BuiltFields } from './built.ts'
import type { BuiltCollection } from './build-collections.ts'
import { messagesOf, writeCollections, writeTexts } from './write-text.ts'
import { writeTypes } from './write-types.ts'

/** What is generated, without headers: file name → text. */
export function writeModules(
  messages: ReadonlyMap<string, BuiltFields>,
  resources: readonly string[],
  collections: readonly BuiltCollection[],
): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  files.set('types.ts', writeTypes(messages))
  files.set('names.ts', writeNames(resources))
  const { messages: lines, enums } = writeTexts(messages)
  files.set(
    'texts.ts',
    [
      ['messages', lines],
      ['enums', enums],
      ['resources', writeNumbers(messages, resources)],
      ['collections', writeCollections(collections)],
    ]
      .map(([name = '', text = '']) => `export const ${name}Text = ${quote(text)}\n`)
      .join('\n'),
  )
  for (const resource of resources)
    files.set(`${fileNameOf(resource)}.ts`, writeModule(messages, resource, collections))
  return files
}

/** `Address 3`: the resource, and the number of its message's line. */
const writeNumbers = (messages: ReadonlyMap<string, BuiltFields>, resources: readonly string[]): string => {
  const order = [...messages.keys()]
  return resources.map((resource) => `${resource} ${String(order.indexOf(resource))}`).join('\n')
}

function writeNames(resources: readonly string[]): string {
  return `/** The messages that lists return. A schema is found by its name. */
export type ResourceName =
${resources.map((name) => `  | '${name}'`).join('\n')}
`
}

function writeModule(
  messages: ReadonlyMap<string, BuiltFields>,
  resource: string,
  collections: readonly BuiltCollection[],
): string {
  const { messages: lines, enums } = writeTexts(messagesOf(messages, resource))
  const name = `${resource.charAt(0).toLowerCase()}${resource.slice(1)}Schema`
  const listed = collections.filter((collection) => collection.resource === resource).map((row) => `\`${row.name}\``)
  return `import { decodeSchema } from '../decode-schema.ts'
import type { ${resource} } from './types.ts'

export type { ${resource} } from './types.ts'

/** The fields of the message ${resource}, which is listed as ${[...new Set(listed)].join(' and ')}. Frozen at every level. */
export const ${name} = /* @__PURE__ */ decodeSchema<${resource}>(
  '${resource}',
  ${quote(lines)},
  ${quote(enums)},
)
`
}

/** A template literal keeps a line for each message, so that a new version of the API reads as a difference of lines. */
const quote = (text: string) => (text === '' ? `''` : `\`${text}\``)

/** `InstanceGroupManager` → `instance-group-manager`; `SslPolicy` → `ssl-policy`. */
export const fileNameOf = (resource: string): string => resource.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
