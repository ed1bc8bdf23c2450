import { isOrder } from '../ast/index.ts'
import type { ResolvedClause, ResolvedComparison, ResolvedValue, ValueProblem } from '../resolve/index.ts'
import { isSingle, type Path, type SingleField } from '../schema/index.ts'
import { scalarTypes } from '../types/index.ts'
import type { Context, Rule } from './context.ts'
import { helpForLiteral, helpForValue, withStraightQuotes } from './help/literals.ts'
import { helpForMessage } from './help/messages.ts'
import { helpForPresence } from './help/presence.ts'
import { reportMissing } from './missing-field.ts'

/** Reports `literal-type`, `unknown-enum-value` and `invalid-timestamp`: SEMANTICS.md section 4, the column "literal". */
export const literalTypes: Rule = (context) => {
  for (const comparison of context.comparisons) {
    for (const value of comparison.values) checkValue(value, comparison, context)
  }
  for (const clause of context.clauses) checkLiteral(clause, context)
}

function checkValue(value: ResolvedValue, comparison: ResolvedComparison, context: Context): void {
  const { path, restriction } = comparison
  const { meaning, problem, text, node } = value
  if (path === undefined) return
  if (problem !== undefined) {
    if (isSingle(path.field)) reportMisfit(value, comparison, path, path.field, context)
    else reportPart(problem, value, comparison, path, context)
  } else if (meaning?.kind === 'wildcard' && isOrder(restriction.comparator.symbol)) {
    const help = 'for the character `*` write `"\\*"`'
    context.report('literal-type', node.span, { literal: text, type: 'an order comparison', help })
  }
}

/** A value that is not of the field's type. */
function reportMisfit(
  { node, text }: ResolvedValue,
  { restriction }: ResolvedComparison,
  path: Path,
  field: SingleField,
  { report, suggest }: Context,
): void {
  const { arg, comparator } = restriction
  // Help may propose another restriction only where the value is the whole argument.
  const help = arg.kind === 'value' ? helpForValue(node, comparator.symbol, path) : undefined
  if (field.type === 'enum') {
    report('unknown-enum-value', node.span, {
      value: text,
      field: path.text,
      near: suggest(withStraightQuotes(text), field.values),
      all: field.values.length <= 8 ? field.values : [],
      help: helpForPresence(node, comparator.symbol, path),
    })
  } else if (field.type === 'timestamp') {
    report('invalid-timestamp', node.span, { value: text, help })
  } else {
    const { words, form } = scalarTypes[field.type]
    report('literal-type', node.span, { literal: text, type: words, help: help ?? form })
  }
}

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
  reportMissing(missing, context, {
    help: helpForPresence(node, '=', path),
    otherwise: missing.reason === 'unknown' ? helpForMessage(path, missing.fields, text, written) : undefined,
  })
}

/** `eq` and `ne` on a number or boolean take a value of its type. */
function checkLiteral({ path, literal, restriction }: ResolvedClause, { report }: Context): void {
  if (path === undefined || literal?.kind !== 'misfit' || !isSingle(path.field)) return
  const { arg, comparator } = restriction
  const { words, form } = scalarTypes[path.field.type]
  const help = helpForLiteral(arg.text, comparator.symbol, path) ?? form
  report('literal-type', arg.span, { literal: arg.text, type: words, help })
}
