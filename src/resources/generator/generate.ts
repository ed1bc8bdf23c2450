import { buildCollections } from './build-collections.ts'
import { buildMessages } from './build-messages.ts'
import { inputInAnswers, notTimestamps, notUrls, removedFields, removedValues, unsignedFields } from './exceptions.ts'
import { irregularKinds } from './kinds.ts'
import { withHeader } from './origin.ts'
import { readMethods } from './read-methods.ts'
import { type Protos, readProtos } from './read-protos.ts'
import { writeModules } from './write-modules.ts'
import { writeReference } from './write-reference.ts'

/** The generated files from the text of `compute.proto`: file name → text. */
export function generate(proto: string): ReadonlyMap<string, string> {
  const protos = readProtos(proto)
  checkExceptions(protos)
  const methods = readMethods(protos)
  const resources = [...new Set(methods.map(({ resource }) => resource))].sort()
  const messages = buildMessages(protos, resources)
  const modules = writeModules(messages, resources, buildCollections(protos, methods))
  return new Map([
    ...[...modules].map(([name, text]) => [name, withHeader(text)] as const),
    ['reference.json', writeReference(messages, resources, methods)],
  ])
}

/** An exception for a field or message that no longer exists would be forgotten there. */
function checkExceptions({ messages }: Protos) {
  const fields = [...inputInAnswers, ...notTimestamps, ...notUrls, ...unsignedFields, ...Object.keys(removedValues)]
  const missing = [
    ...fields.filter((place) => {
      const [message = '', field = ''] = place.split('.')
      return messages.get(message)?.fields[field] === undefined
    }),
    ...Object.keys(removedFields).filter((place) => {
      const [message = '', field = ''] = place.split('.')
      return messages.get(message)?.fields[field] !== undefined
    }),
    ...Object.keys(irregularKinds).filter((message) => !messages.has(message)),
  ]
  if (missing.length > 0) throw new Error(`exceptions that the descriptors do not need: ${missing.join(', ')}`)
}
