import protobuf from 'protobufjs'

/** What the package publishes of the API: its messages, and its services with their HTTP rules. */
export interface Protos {
  readonly messages: ReadonlyMap<string, protobuf.Type>
  readonly services: readonly protobuf.Service[]
}

/** Reads `compute.proto`, the text of the API's descriptors, with its comments. */
export function readProtos(text: string): Protos {
  const { root } = protobuf.parse(text, { alternateCommentMode: true })
  const found = root.lookup('google.cloud.compute.v1')
  if (!(found instanceof protobuf.Namespace)) throw new Error('the text has no package google.cloud.compute.v1')
  const messages = found.nestedArray.filter((one) => one instanceof protobuf.Type)
  return {
    messages: new Map(messages.map((message) => [message.name, message])),
    services: found.nestedArray.filter((one) => one instanceof protobuf.Service),
  }
}

/** The message of that name, which the descriptors name elsewhere. */
export function messageIn({ messages }: Protos, name: string): protobuf.Type {
  const message = messages.get(name)
  if (message === undefined) throw new Error(`the descriptors have no message ${name}`)
  return message
}

/** A comment on one line. */
export const commentOf = ({ comment }: { readonly comment: string | null }): string =>
  (comment ?? '').replace(/\s+/g, ' ').trim()
