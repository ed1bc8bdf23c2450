import { type Condition, isDefault } from '../plan/index.ts'
import { scalarTypes } from '../types/index.ts'
import { sharedText } from './shared-text.ts'

/**
 * The one JSON value that meets a condition, which is not negated: the text of `name = a`. Undefined when several values
 * meet it, or an unset one does.
 */
export function exactValueOf({ test, isNegated }: Condition): string | boolean | undefined {
  return isNegated || test.op !== 'equals' ? undefined : identicalTo(test)
}

/** The JSON value to which each value that equals a literal is identical; undefined when other values may equal it. */
export function identicalTo({
  scalar,
  ignoresCase,
}: Condition['test'] & { readonly op: 'equals' }): string | boolean | undefined {
  const { type, value } = scalar
  if (ignoresCase || scalarTypes[type].fast?.by !== 'identity' || isDefault(scalar)) return undefined
  return typeof value === 'string' ? sharedText(value) : (value as boolean)
}
