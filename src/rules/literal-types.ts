import { type AipComparator, isAnything, isOrder, type Literal, type Span, type Value } from '../ast/index.ts'
import type { Profile } from '../profiles.ts'
import { type EnumField, enter, type FieldType, type Path } from '../schema/index.ts'
import { equalsInAnyCase, scalars } from '../values/index.ts'
import { isAtomic } from './atomic-fields.ts'
import { type Context, type Report, type Rule, valuesOf } from './context.ts'
import { reportMissing } from './missing-field.ts'
import { typeWords } from './type-words.ts'

/** Reports `literal-type`, `unknown-enum-value` and `invalid-timestamp`: SEMANTICS.md section 4, the column "literal". */
export const literalTypes: Rule = (context) => {
  for (const { restriction, path } of context.comparisons) {
    if (path === undefined) continue
    const { arg, comparator } = restriction
    for (const value of valuesOf(arg)) checkValue(value, comparator.symbol, path, context)
  }
  for (const { restriction, path } of context.clauses) {
    if (path !== undefined && isAtomic(path)) checkLiteral(restriction.arg, path, context.report)
  }
}

function checkValue(value: Value, comparator: AipComparator, path: Path, context: Context): void {
  const { parts, span } = value
  const { field } = path
  const { report } = context
  const text = parts.join('*')
  const isWildcard = parts.length > 1
  const isPart = field.type === 'map' || field.type === 'message'
  if ((comparator === ':' || isPart) && isAnything(value)) return
  switch (field.type) {
    case 'string':
      if (isWildcard && isOrder(comparator)) {
        reportMisfit(report, text, span, 'an order comparison', 'for the character `*` write `"\\*"`')
      }
      return
    case 'enum':
      if (isWildcard || !isEnumValue(text, field, context.profile)) reportUnknownValue(context, text, span, field, path)
      return
    case 'timestamp':
      if (isWildcard || scalars.timestamp.parse(text) === undefined) report('invalid-timestamp', span, { value: text })
      return
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
      if (isWildcard || !fits(text, field.type)) {
        reportMisfit(report, text, span, typeWords[field.type], forms[field.type])
      }
      return
    case 'map':
      if (isWildcard) reportMisfit(report, text, span, 'a key', 'name one key, or write `*` for any')
      return
    case 'message':
      if (isWildcard) reportMisfit(report, text, span, 'a field', 'name one field, or write `*` for any')
      else if (comparator === ':') checkFieldName(text, span, path, context)
  }
}

/** `deprecated:state` names a field of the message. */
function checkFieldName(text: string, span: Span, path: Path, context: Context): void {
  const lookup = enter(path, { kind: 'name', text, span }, context.schema.resource)
  if ('missing' in lookup) reportMissing(lookup.missing, context)
}

function checkLiteral({ text, span }: Literal, { field: { type } }: Path, report: Report): void {
  switch (type) {
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
      if (!fits(text, type)) reportMisfit(report, text, span, typeWords[type], forms[type])
      return
    case 'string':
    case 'enum':
    case 'timestamp':
    case 'message':
    case 'map':
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

function reportMisfit(report: Report, literal: string, span: Span, type: string, help: string): void {
  report('literal-type', span, { literal, type, help })
}

function isEnumValue(text: string, { values }: EnumField, { enumCase }: Profile): boolean {
  if (enumCase === 'sensitive') return values.includes(text)
  return values.some((value) => equalsInAnyCase(value, text))
}

/** Says the likely value, or all when there are few. */
function reportUnknownValue(
  { report, suggest }: Context,
  value: string,
  span: Span,
  { values }: EnumField,
  { text }: Path,
): void {
  const near = suggest(value, values)
  report('unknown-enum-value', span, { value, field: text, near, all: values.length <= 8 ? values : [] })
}
