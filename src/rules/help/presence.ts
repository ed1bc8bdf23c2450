import type { AipComparator, ValueNode } from '../../ast/index.ts'
import type { Help } from '../../diagnostics/index.ts'
import type { FieldType, Path } from '../../schema/index.ts'
import { type Site, proposeAt } from './place.ts'

const nothing = /^(?:null|nil|none|undefined)$/i

/** Whether a text is a word for nothing in another language. */
export const isNothing = (text: string): boolean => nothing.test(text)

/**
 * Help for `family = *` and `family = null` where the field takes no such value: Compute asks for presence with `:`.
 *
 * @param place the restriction, where the value is all of its argument
 */
export function helpForPresence(
  { parts }: Pick<ValueNode, 'parts'>,
  comparator: AipComparator,
  path: Path,
  place?: Site,
): Help | undefined {
  const asksForAny = parts.length > 1 && parts.every((part) => part === '')
  if (!asksForAny && !isNothing(parts.join('*'))) return undefined
  const isUnset = asksForAny === (comparator === '!=')
  return isUnset ? askUnset(path, place) : askSet(path, place)
}

/** `to test whether it is set, write …` */
export const askSet = ({ text }: Path, place?: Site): Help =>
  proposeAt(place, `${text}:*`, 'to test whether it is set, write')

export const askUnset = ({ text, field, repeated }: Path, place?: Site): Help =>
  proposeAt(place, `${isWhole(field.type) && !repeated ? 'NOT ' : '-'}${text}:*`, 'to test whether it is unset, write')

const isWhole = (type: FieldType): boolean => type === 'message' || type === 'map'
