import { quoted, proposal, writeRestriction } from '../../diagnostics/index.ts'
import type { Field, Fields, Path } from '../../schema/index.ts'
import { askSet } from './presence.ts'

/**
 * Help for a value that is compared with a whole message, or is taken for the name of a field: the restriction on the field
 * below it that holds such a value, `tags.items:web` for `tags = web`.
 */
export function helpForMessage(path: Path, fields: Fields, value: string, written: string): string {
  if (/^true$/i.test(value)) return `to ask whether it is set write ${proposal(`${path.text}:*`)}`
  if (/^false$/i.test(value)) return `to ask whether it is unset write ${proposal(`NOT ${path.text}:*`)}`
  const entry = fieldFor(fields, value)
  if (entry === undefined) return helpForFields(path, fields)
  const [name, field] = entry
  const comparator = path.repeated || field.repeated ? ':' : '='
  return `name the field below it: ${proposal(writeRestriction(`${path.text}.${name}`, comparator, written))}`
}

function helpForFields(path: Path, fields: Fields): string {
  const names = Object.keys(fields)
  const example = names.find((name) => fields[name]?.type === 'enum') ?? names[0]
  return example === undefined
    ? askSet(path)
    : `name the field below it, for example ${quoted(`${path.text}.${example}`)}`
}

/** The enum that has the value, else the only list of text, else the only field. */
function fieldFor(fields: Fields, value: string): readonly [string, Field] | undefined {
  const entries = Object.entries(fields)
  const enums = entries.filter(([, field]) => field.type === 'enum' && field.values.includes(value))
  const lists = entries.filter(([, field]) => field.type === 'string' && field.repeated === true)
  return [enums, lists, entries].find(({ length }) => length === 1)?.[0]
}
