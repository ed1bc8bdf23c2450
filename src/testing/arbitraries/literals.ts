import type { Field, Profile } from '../../index.ts'
import { isScalar } from '../oracle/fields.ts'
import { types } from '../oracle/types.ts'
import { pick } from './choose.ts'
import { type FieldPlace, valuesAt } from './leaves.ts'
import type { ValueSeed } from './seeds.ts'
import { typeValues } from './type-values.ts'
import { literalsOf, neighboursOf } from './values.ts'

/* What a filter writes for a value of a resource, and what it writes for the same value in other words. */

/** A value of a resource half of the time, else any other or one beside a resource's; in an order rather one beside. */
export function literalAt(
  { source, index, form }: Pick<ValueSeed, 'source' | 'index' | 'form'>,
  leaf: FieldPlace,
  profile: Profile,
  near: readonly unknown[],
  isOrder = false,
): string {
  const { field } = leaf
  const areLiterals = (texts: readonly string[]) => texts.filter((text) => isLiteral(field, text, profile))
  const own = areLiterals(
    near.flatMap((resource) => valuesAt(leaf, resource)).flatMap((json) => literalFrom(json) ?? []),
  )
  const beside = areLiterals(own.flatMap((text) => neighboursOf(field, text)))
  const some = pick([isOrder ? beside : own, literalsOf(field), own, beside], source)
  const text = pick(some.length > 0 ? some : literalsOf(field), index)
  return pick(areLiterals(formsOf(field, text, profile)), form)
}

/** The literal that a filter would write for a value of a resource; undefined where there is none. */
function literalFrom(json: unknown): string | undefined {
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? String(json) : undefined
}

/** Whether a filter may compare the field with that text. */
function isLiteral(field: Field, text: string, { enumCase }: Profile): boolean {
  if (!isScalar(field)) return false
  if (field.type === 'enum') {
    const alike = (value: string) => (enumCase === 'insensitive' ? value.toLowerCase() : value)
    return field.values.some((value) => alike(value) === alike(text))
  }
  if (field.type === 'string') return text.isWellFormed() && text.length <= 100
  return types[field.type].parse(text) !== undefined
}

/** Literals that mean the same; the given one first. */
const formsOf = (field: Field, literal: string, profile: Profile): readonly string[] => [
  literal,
  ...((isScalar(field) ? typeValues[field.type].formsOf?.(literal, profile) : undefined) ?? []),
]
