import type { ComparatorSymbol } from '../../ast/index.ts'
import { type Help, quoted, writeRestriction } from '../../diagnostics/index.ts'
import type { Field, Fields, Path } from '../../schema/index.ts'
import { type Site, proposeAt } from './place.ts'
import { askSet, askUnset } from './presence.ts'

interface Compared {
  readonly value: string
  /** The argument as it is written. */
  readonly written: string
  readonly symbol?: ComparatorSymbol
  /** The restriction, where that is known. */
  readonly place?: Site | undefined
}

/**
 * Help for a value that is compared with a whole message, or is taken for the name of a field: the restriction on the field
 * below it that holds such a value, `tags.items:web` for `tags = web`.
 */
export function helpForMessage(path: Path, fields: Fields, { value, written, symbol, place }: Compared): Help {
  if (/^true$/i.test(value)) return symbol === '!=' ? askUnset(path, place) : askSet(path, place)
  if (/^false$/i.test(value)) return symbol === '!=' ? askSet(path, place) : askUnset(path, place)
  const entry = fieldFor(fields, value)
  // `!= (a OR b)` holds where one of the two is missing: that is not the negation of `= (a OR b)`.
  const isInverted = symbol === '!=' && written.startsWith('(')
  if (entry === undefined || isInverted) return helpForFields(path, fields)
  const [name, field] = entry
  const comparator = path.repeated || field.repeated ? ':' : '='
  const restriction = writeRestriction(`${path.text}.${name}`, comparator, written)
  return proposeAt(place, symbol === '!=' ? `NOT ${restriction}` : restriction, 'name a field inside it:')
}

function helpForFields(path: Path, fields: Fields): Help {
  const entries = Object.entries(fields)
  const [example] = entries.find(([, { type }]) => type === 'enum') ?? entries[0] ?? []
  return example === undefined
    ? askSet(path)
    : `name a field inside it, for example ${quoted(`${path.text}.${example}`)}`
}

/** The enum that has the value, else the only list of text, else the only field. */
function fieldFor(fields: Fields, value: string): readonly [string, Field] | undefined {
  const entries = Object.entries(fields)
  const enums = entries.filter(([, field]) => field.type === 'enum' && field.values.includes(value))
  const lists = entries.filter(([, field]) => field.type === 'string' && field.repeated === true)
  return [enums, lists, entries].find(({ length }) => length === 1)?.[0]
}
