import {
  type AipComparator,
  type ClauseNode,
  isAnything,
  isOrder,
  type Span,
  textOf,
  type ValueNode,
} from '../ast/index.ts'
import { advise, type Help, replace, writeQuoted, writeValue } from '../diagnostics/index.ts'
import type { Profile } from '../profiles.ts'
import { type EnumField, enter, type FieldType, type Path } from '../schema/index.ts'
import { equalsInAnyCase, scalars } from '../values/index.ts'
import { isAtomic } from './atomic-fields.ts'
import { type Context, type Report, type Rule, valuesOf } from './context.ts'
import { helpForLiteral, helpForValue, withStraightQuotes } from './help/literals.ts'
import { helpForMessage } from './help/messages.ts'
import { helpForPresence } from './help/presence.ts'
import type { Place } from './help/place.ts'
import { spell } from './help/spelling.ts'
import { reportMissing } from './missing-field.ts'
import { typeWords } from './type-words.ts'

/** Reports `literal-type`, `unknown-enum-value` and `invalid-timestamp`: SEMANTICS.md section 4, the column "literal". */
export const literalTypes: Rule = (context) => {
  for (const { restriction, path } of context.comparisons) {
    if (path === undefined) continue
    const { arg, comparator } = restriction
    const place = arg.kind === 'value' ? { span: restriction.span, source: context.source } : undefined
    for (const value of valuesOf(arg)) checkValue({ value, place }, comparator.symbol, path, context)
  }
  for (const { restriction, path } of context.clauses) {
    if (path !== undefined && isAtomic(path)) checkLiteral(restriction, path, context)
  }
}

interface Given {
  readonly value: ValueNode
  /** The restriction, if the value is the whole argument, so that help may propose another one. */
  readonly place: Place | undefined
}

function checkValue({ value, place }: Given, comparator: AipComparator, path: Path, context: Context): void {
  const { parts, span } = value
  const { field } = path
  const { report } = context
  const text = textOf(value)
  const isWildcard = parts.length > 1
  const isPart = field.type === 'map' || field.type === 'message'
  if ((comparator === ':' || isPart) && isAnything(value)) return
  switch (field.type) {
    case 'string':
      if (isWildcard && isOrder(comparator)) {
        const help = 'for the character `*` write `"\\*"`'
        const edits = [replace(span, writeQuoted(parts.join('*')).replaceAll('*', '\\*'))]
        reportMisfit(report, text, span, 'an order comparison', advise(help, edits))
      }
      return
    case 'enum':
      if (isWildcard || !isEnumValue(text, field, context.profile)) {
        reportUnknownValue(context, { value, place }, comparator, field, path)
      }
      return
    case 'timestamp':
      if (isWildcard || scalars.timestamp.parse(text) === undefined) {
        const help = place && helpForValue(value, comparator, path, place)
        report('invalid-timestamp', span, { value: text, help })
      }
      return
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
      if (isWildcard || !fits(text, field.type)) {
        const help = (place && helpForValue(value, comparator, path, place)) ?? forms[field.type]
        reportMisfit(report, text, span, typeWords[field.type], help)
      }
      return
    case 'map':
      if (isWildcard) reportMisfit(report, text, span, 'a key', 'name one key, or write `*` for any')
      return
    case 'message':
      if (isWildcard) reportMisfit(report, text, span, 'a field', 'name one field, or write `*` for any')
      else if (comparator === ':') checkFieldName({ value, place }, path, context)
  }
}

/** `deprecated:state` names a field of the message. */
function checkFieldName({ value, place }: Given, path: Path, context: Context): void {
  const { span } = value
  const text = textOf(value)
  const lookup = enter(path, { kind: 'name', text, span }, context.schema.resource)
  if (!('missing' in lookup)) return
  const { missing } = lookup
  const written = context.source.slice(span.start, span.end)
  reportMissing(missing, context, {
    help: helpForPresence(value, '=', path, place),
    otherwise:
      missing.reason === 'unknown'
        ? helpForMessage(path, missing.fields, { value: text, written, ...(place && { place }) })
        : undefined,
  })
}

function checkLiteral(clause: ClauseNode, path: Path, { report, source }: Context): void {
  const { text, span } = clause.arg
  const { type } = path.field
  switch (type) {
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
      if (!fits(text, type)) {
        const place = { span: clause.span, source }
        const help = helpForLiteral(text, clause.comparator.symbol, path, place) ?? forms[type]
        reportMisfit(report, text, span, typeWords[type], help)
      }
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

function reportMisfit(report: Report, literal: string, span: Span, type: string, help: Help): void {
  report('literal-type', span, { literal, type, help })
}

function isEnumValue(text: string, { values }: EnumField, { enumCase }: Profile): boolean {
  if (enumCase === 'sensitive') return values.includes(text)
  return values.some((value) => equalsInAnyCase(value, text))
}

/** Says the likely value, or all when there are few. */
function reportUnknownValue(
  { report, suggest }: Context,
  { value: given, place }: Given,
  comparator: AipComparator,
  { values }: EnumField,
  path: Path,
): void {
  const value = textOf(given)
  const near = suggest(withStraightQuotes(value), values)
  const help = helpForPresence(given, comparator, path, place)
  report('unknown-enum-value', given.span, {
    value,
    field: path.text,
    near,
    all: values.length <= 8 ? values : [],
    help,
    fixes: help === undefined ? spell(near, [given.span], writeValue) : undefined,
  })
}
