import type { AipComparator, Literal, Span, Value } from '../ast/index.ts'
import { diagnose, type Diagnostic, nearest } from '../diagnostics/index.ts'
import type { Profile } from '../profiles.ts'
import { type EnumField, enter, type FieldType, type Path } from '../schema/index.ts'
import { scalars } from '../values/index.ts'
import { isAtomic } from './atomic-fields.ts'
import { type Context, type Rule, valuesOf, withPath } from './context.ts'
import { describeMissing } from './missing-field.ts'
import { typeWords } from './type-words.ts'

/** SEMANTICS.md section 4, the column "literal", for both dialects. */
export const literalTypes: Rule = (context) => [
  ...withPath(context.comparisons).flatMap(({ restriction: { arg, comparator }, path }) =>
    valuesOf(arg).flatMap((value) => checkValue(value, comparator.symbol, path, context)),
  ),
  ...withPath(context.clauses).flatMap(({ restriction: { arg }, path }) =>
    isAtomic(path) ? checkLiteral(arg, path) : [],
  ),
]

function checkValue({ parts, span }: Value, comparator: AipComparator, path: Path, context: Context): Diagnostic[] {
  const { field } = path
  const text = parts.join('*')
  const isWildcard = parts.length > 1
  const isPart = field.type === 'map' || field.type === 'message'
  if ((comparator === ':' || isPart) && isWildcard && parts.every((part) => part === '')) return []
  switch (field.type) {
    case 'string':
      return isWildcard && isOrder(comparator)
        ? [misfit(text, span, 'an order comparison', 'for the character `*` write `"\\*"`')]
        : []
    case 'enum':
      return !isWildcard && isEnumValue(text, field, context.profile) ? [] : [unknownEnumValue(text, span, field, path)]
    case 'timestamp':
      return !isWildcard && scalars.timestamp.parse(text) ? [] : [diagnose('invalid-timestamp', span, { value: text })]
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
      return !isWildcard && fits(text, field.type) ? [] : [misfit(text, span, typeWords[field.type], forms[field.type])]
    case 'map':
      return isWildcard ? [misfit(text, span, 'a key', 'name one key, or write `*` for any')] : []
    case 'message':
      return isWildcard
        ? [misfit(text, span, 'a field', 'name one field, or write `*` for any')]
        : checkFieldName(text, span, comparator, path, context)
  }
}

/** `deprecated:state` names a field of the message. */
function checkFieldName(text: string, span: Span, comparator: string, path: Path, { schema }: Context): Diagnostic[] {
  if (comparator !== ':') return []
  const lookup = enter(path, { kind: 'name', text, span }, schema.resource)
  return 'missing' in lookup ? [describeMissing(lookup.missing)] : []
}

function checkLiteral({ text, span }: Literal, { field: { type } }: Path): Diagnostic[] {
  switch (type) {
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
      return fits(text, type) ? [] : [misfit(text, span, typeWords[type], forms[type])]
    case 'string':
    case 'enum':
    case 'timestamp':
    case 'message':
    case 'map':
      return []
  }
}

type Formed = Exclude<FieldType, 'string' | 'enum' | 'timestamp' | 'message' | 'map'>

const integerForm = 'write a decimal integer'
const forms: { readonly [T in Formed]: string } = {
  boolean: 'write `true` or `false`',
  int64: integerForm,
  uint64: integerForm,
  integer: integerForm,
  double: 'write a decimal number',
}

const fits = (text: string, type: Formed): boolean => scalars[type].parse(text) !== undefined

const misfit = (literal: string, span: Span, type: string, help: string): Diagnostic =>
  diagnose('literal-type', span, { literal, type, help })

const isOrder = (comparator: AipComparator): boolean => /[<>]/.test(comparator)

function isEnumValue(text: string, { values }: EnumField, { enumCase }: Profile): boolean {
  if (enumCase === 'sensitive') return values.includes(text)
  return values.some((value) => value.toUpperCase() === text.toUpperCase())
}

/** Says the likely value, or all when there are few. */
function unknownEnumValue(value: string, span: Span, { values }: EnumField, { text }: Path): Diagnostic {
  const near = nearest(value, values)
  return diagnose('unknown-enum-value', span, { value, field: text, near, all: values.length <= 8 ? values : [] })
}
