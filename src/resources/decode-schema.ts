import { freezeAll, type SchemaOf } from '../schema/index.ts'
import { readMessages } from './decode-messages.ts'

/**
 * The schema of one resource from the texts of its own messages, the resource's last. The result is frozen at every level.
 * `R` is the type of the resource, which the generator writes beside the texts.
 */
export function decodeSchema<R>(resource: string, messages: string, enums: string): SchemaOf<R> {
  const last = messages.split('\n').length - 1
  return freezeAll({ resource, fields: readMessages({ messages, enums })(last) }) as SchemaOf<R>
}
