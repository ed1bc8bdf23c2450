import type { AipComparator, ValueNode } from '../../ast/index.ts'
import { proposal } from '../../diagnostics/index.ts'
import type { FieldType, Path } from '../../schema/index.ts'

const nothing = /^(?:null|nil|none|undefined)$/i

/** Whether a text is a word for nothing in another language. */
export const isNothing = (text: string): boolean => nothing.test(text)

/** Help for `family = *` and `family = null` where the field takes no such value: Compute asks for presence with `:`. */
export function helpForPresence(
  { parts }: Pick<ValueNode, 'parts'>,
  comparator: AipComparator,
  path: Path,
): string | undefined {
  const asksForAny = parts.length > 1 && parts.every((part) => part === '')
  if (!asksForAny && !isNothing(parts.join('*'))) return undefined
  const isUnset = asksForAny === (comparator === '!=')
  return isUnset ? askUnset(path) : askSet(path)
}

/** `to ask whether it is set write …` */
export const askSet = ({ text }: Path): string => `to ask whether it is set write ${proposal(`${text}:*`)}`

export const askUnset = ({ text, field, repeated }: Path): string =>
  `to ask whether it is unset write ${proposal(isWhole(field.type) && !repeated ? `NOT ${text}:*` : `-${text}:*`)}`

const isWhole = (type: FieldType): boolean => type === 'message' || type === 'map'
