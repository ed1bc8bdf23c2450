import { type ComparisonNode, isOrder } from '../ast/index.ts'
import { advise, replace, writeQuoted, writeValue } from '../diagnostics/index.ts'
import type { ResolvedClause, ResolvedComparison, ResolvedValue, ValueProblem } from '../resolve/index.ts'
import { isSingle, type Path, type SingleField } from '../schema/index.ts'
import { scalarTypes } from '../types/index.ts'
import { equalsInAnyCase } from '../values/index.ts'
import type { Context, Rule } from './context.ts'
import { helpForLiteral, helpForValue, withStraightQuotes } from './help/literals.ts'
import { helpForMessage } from './help/messages.ts'
import { helpForPresence } from './help/presence.ts'
import type { Site } from './help/place.ts'
import { spell } from './help/spelling.ts'
import { reportMissing } from './missing-field.ts'

/** Reports `literal-type`, `unknown-enum-value` and `invalid-timestamp`: SEMANTICS.md section 4, the column "literal". */
export const literalTypes: Rule = (context) => {
  for (const comparison of context.comparisons) {
    const { path, values } = comparison
    if (path === undefined) continue
    for (const value of values) checkValue(value, comparison, path, context)
  }
  for (const clause of context.clauses) checkLiteral(clause, context)
}

function checkValue(value: ResolvedValue, comparison: ResolvedComparison, path: Path, context: Context): void {
  const { restriction } = comparison
  const { meaning, problem, text, node } = value
  if (problem !== undefined) {
    if (isSingle(path.field)) reportMisfit(value, comparison, path, path.field, context)
    else reportPart(problem, value, comparison, path, context)
  } else if (meaning?.kind === 'wildcard' && isOrder(restriction.comparator.symbol)) {
    const escaped = writeQuoted(node.parts.join('*')).replaceAll('*', '\\*')
    const help = advise('for the character `*`, write `"\\*"`', [replace(node.span, escaped)])
    context.report('literal-type', node.span, { literal: text, type: 'an order comparison', help })
  }
}

/** A value that is not of the field's type. */
function reportMisfit(
  { node, text }: ResolvedValue,
  { restriction }: ResolvedComparison,
  path: Path,
  field: SingleField,
  { report, suggest, source }: Context,
): void {
  const { symbol } = restriction.comparator
  const place = placeOf(restriction, source)
  // Help may propose another restriction only where the value is the whole argument.
  const help = place && helpForValue(node, symbol, path, place)
  if (field.type === 'enum') {
    const near = suggest(withStraightQuotes(text), field.values)
    // `NONE` may be a value.
    const isNamed = field.values.some((value) => equalsInAnyCase(value, text))
    const presence = isNamed ? undefined : helpForPresence(node, symbol, path, place)
    report('unknown-enum-value', node.span, {
      value: text,
      field: path.text,
      near,
      all: field.values.length <= 8 ? field.values : [],
      help: presence,
      fixes: presence === undefined ? spell(near, [node.span], writeValue) : undefined,
    })
  } else if (field.type === 'timestamp') {
    report('invalid-timestamp', node.span, { value: text, help })
  } else {
    const { words, form } = scalarTypes[field.type]
    report('literal-type', node.span, { literal: text, type: words, help: help ?? form })
  }
}

/** The place of a restriction whose argument is one value. */
const placeOf = ({ arg, span }: ComparisonNode, source: string): Site | undefined =>
  arg.kind === 'value' ? { span, source } : undefined

/** A value that names no key or field: `labels:o*`, `deprecated:colour`. */
function reportPart(
  problem: ValueProblem,
  { node, text }: ResolvedValue,
  { restriction }: ResolvedComparison,
  path: Path,
  context: Context,
): void {
  const { span } = node
  const part = path.field.type === 'map' ? 'key' : 'field'
  if (problem.kind !== 'missing part') {
    const help = `name one ${part}, or write \`*\` for any`
    context.report('literal-type', span, { literal: text, type: `a ${part}`, help })
    return
  }
  if (restriction.comparator.symbol !== ':') return
  const { missing } = problem
  const written = context.source.slice(span.start, span.end)
  const place = placeOf(restriction, context.source)
  if (missing.reason !== 'unknown') {
    reportMissing(missing, context)
    return
  }
  const presence = helpForPresence(node, restriction.comparator.symbol, path, place)
  const meant = helpForMessage(path, missing.fields, { value: text, written, place })
  // `deprecated:OBSOLETE` is the value of an enum, not the field `obsolete`.
  const isEnumValue = Object.values(missing.fields).some(
    (field) => field.type === 'enum' && field.values.includes(text),
  )
  reportMissing(missing, context, { help: presence ?? (isEnumValue ? meant : undefined), otherwise: meant })
}

/** `eq` and `ne` on a number or boolean take a value of its type. */
function checkLiteral({ path, literal, restriction }: ResolvedClause, { report, source }: Context): void {
  if (path === undefined || literal?.kind !== 'misfit' || !isSingle(path.field)) return
  const { arg, comparator } = restriction
  const { words, form } = scalarTypes[path.field.type]
  const help = helpForLiteral(arg.text, comparator.symbol, path, { span: restriction.span, source }) ?? form
  report('literal-type', arg.span, { literal: arg.text, type: words, help })
}
