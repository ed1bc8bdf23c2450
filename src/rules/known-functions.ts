import type { ArgNode, NodeOf, RestrictionNode } from '../ast/index.ts'
import { proposal, proposeForCall } from '../diagnostics/index.ts'
import type { Context, Rule } from './context.ts'
import { findPhrases, isWithin } from './help/phrases.ts'

/** Reports `unknown-function` for every call, since Compute defines none: SEMANTICS.md section 3. */
export const knownFunctions: Rule = (context) => {
  if (context.functions.length === 0) return
  const phrases = findPhrases(context)
  for (const call of context.functions) {
    const { name, span } = call
    if (isWithin(span, phrases)) continue
    const proposed = proposeFor(call, context)
    const help = proposed && `Compute has no functions: write ${proposal(proposed)}`
    context.report('unknown-function', { start: span.start, end: span.start + name.length }, { name, help })
  }
}

/** `name:contains(x)`, `contains(name, x)` and `name.contains(x)` are `name = *x*`. */
function proposeFor(call: NodeOf<'function'>, { comparisons, source }: Context): string | undefined {
  const texts = call.args.map(textOf)
  const around = comparisons.find(({ restriction }) => restriction.arg === call)
  if (around !== undefined) {
    const isHas = around.path?.repeated === true || around.restriction.comparator.symbol === ':'
    return proposeForCall(call.name, fieldOf(around.restriction, source), isHas ? ':' : '=', texts)
  }
  const dot = call.name.lastIndexOf('.')
  if (dot > 0) return proposeForCall(call.name.slice(dot + 1), call.name.slice(0, dot), '=', texts)
  const [field = '', ...values] = texts
  return /^[\w.-]+$/.test(field) ? proposeForCall(call.name, field, '=', values) : undefined
}

const textOf = (arg: ArgNode): string => (arg.kind === 'value' ? arg.parts.join('*') : '')

const fieldOf = ({ comparable }: RestrictionNode, source: string): string =>
  source.slice(comparable.span.start, comparable.span.end)
