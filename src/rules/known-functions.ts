import { isOperatorWord, type NodeOf, type RestrictionNode, type Span } from '../ast/index.ts'
import {
  advise,
  type Counterpart,
  type Help,
  insert,
  propose,
  proposeForCall,
  quoted,
  type SortOf,
} from '../diagnostics/index.ts'
import type { Context, Rule } from './context.ts'
import { findPhrases, isWithin } from './help/phrases.ts'

/** Reports `unknown-function` for every call, since Compute defines none: SEMANTICS.md section 3. */
export const knownFunctions: Rule = (context) => {
  if (context.functions.length === 0) return
  const phrases = findPhrases(context)
  for (const call of context.functions) {
    const { name, span } = call
    if (isWithin(span, phrases)) continue
    const end = span.start + name.length
    context.report('unknown-function', { start: span.start, end }, { name, help: helpForCall(call, context) })
  }
}

function helpForCall(call: NodeOf<'function'>, { comparisons, sortOf, source }: Context): Help | undefined {
  const { name, args, span } = call
  const end = span.start + name.length
  if (isOperatorWord(name)) return advise(`put white space after ${quoted(name)}`, [insert(end, ' ')])
  const texts = args.flatMap((arg) => (arg.kind === 'value' ? [arg.parts.join('*')] : []))
  if (texts.length < args.length) return undefined
  const around = comparisons.find(({ restriction }) => restriction.arg === call)
  const write = (found: Counterpart | undefined, place: Span): Help | undefined =>
    found && propose({ ...found, span: place, source, lead: 'Compute has no functions: write' })
  if (around !== undefined) {
    const { restriction, member, path } = around
    const comparator = path?.repeated === true || restriction.comparator.symbol === ':' ? ':' : '='
    const sort = sortOf(member.names.map(({ text }) => text))
    return write(
      proposeForCall(name, { field: fieldOf(restriction, source), comparator, sort }, texts),
      restriction.span,
    )
  }
  return write(proposeForBare(call, texts, sortOf, source), span)
}

/** `contains(name, x)` and `name.contains(x)` are `name = *x*`, as `name:contains(x)` is. */
function proposeForBare(
  { name, args }: NodeOf<'function'>,
  texts: readonly string[],
  sortOf: SortOf,
  source: string,
): Counterpart | undefined {
  const write = (called: string, field: string, values: readonly string[]): Counterpart | undefined => {
    const sort = sortOf(field.split('.'))
    return proposeForCall(called, { field, comparator: sort?.repeated === true ? ':' : '=', sort }, values)
  }
  const dot = name.lastIndexOf('.')
  if (dot !== -1) return write(name.slice(dot + 1), name.slice(0, dot), texts)
  const [first] = args
  const field = first && source.slice(first.span.start, first.span.end)
  // `contains("a", name)` has the field elsewhere.
  return field !== undefined && /^[\w.-]+$/.test(field) ? write(name, field, texts.slice(1)) : undefined
}

const fieldOf = ({ comparable }: RestrictionNode, source: string): string =>
  source.slice(comparable.span.start, comparable.span.end)
