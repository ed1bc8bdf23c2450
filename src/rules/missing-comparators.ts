import {
  type AstNode,
  type ComparisonNode,
  isClause,
  isOperatorWord,
  isRegexComparator,
  type NodeOf,
  type Span,
} from '../ast/index.ts'
import {
  type Help,
  propose,
  quoted,
  withoutQuotes,
  writeAlternatives,
  writeQuoted,
  writeRestriction,
  writeValue,
} from '../diagnostics/index.ts'
import type { ResolvedBareWord } from '../resolve/index.ts'
import type { Path } from '../schema/index.ts'
import { helpForCurlyQuotes } from './help/literals.ts'
import { findPhrases, isWithin } from './help/phrases.ts'
import { askSet } from './help/presence.ts'
import type { Context, Rule } from './context.ts'

/**
 * Reports `missing-comparator` for bare words, which Compute does not search for: SEMANTICS.md section 3. A comparison in
 * the words of another language, `name LIKE x%`, is reported once.
 */
export const missingComparators: Rule = (context) => {
  if (context.bareWords.length === 0) return
  const phrases = findPhrases(context)
  for (const { start, end, counterpart } of phrases) {
    const { source } = context
    const span = { start, end }
    const help = counterpart && propose({ ...counterpart, span, source })
    context.report('missing-comparator', span, { word: source.slice(start, end), help })
  }
  let endOfComment = 0
  for (const [index, bareWord] of context.bareWords.entries()) {
    const { restriction, member } = bareWord
    const { span } = restriction
    if (isWithin(span, phrases) || span.start < endOfComment || isBeforeCall(span, context)) continue
    const word = context.source.slice(span.start, span.end)
    if (isComment(word)) endOfComment = span.start + context.source.slice(span.start).search(/$/m)
    const help =
      helpForCurlyQuotes(context.source, span) ??
      helpForRest(span, context) ??
      helpForWord(word, span) ??
      helpForAlternative(restriction, context) ??
      (bareWord.path === undefined
        ? helpForSearch(member, word, context)
        : helpForField(bareWord, bareWord.path, context.bareWords.slice(index + 1, index + 3), context))
    context.report('missing-comparator', span, { word, help })
  }
}

/** `name eq(a)`: the call is reported, and its fix mends the word before it as well. */
const isBeforeCall = ({ end }: Span, { source }: Context): boolean =>
  isRegexComparator(/^[ \t\r\n\f]+(\w+)\(/.exec(source.slice(end, end + maxLookAround))?.[1])

const isComment = (word: string): boolean => /^(?:#|\/\/|\/\*)/.test(word)

function helpForWord(word: string, span: Span): Help | undefined {
  const write = (text: string): Help => propose({ span, text })
  if (/^(?:and|or|not)$/i.test(word)) return write(word.toUpperCase())
  if (isRegexComparator(word.toLowerCase())) return `write ${quoted(`FIELD ${word.toLowerCase()} PATTERN`)}`
  if (word === '&' || word === '|') return write(word === '&' ? 'AND' : 'OR')
  const [, inside = ''] = /^["']([^"']*)["']$/.exec(word) ?? []
  if (/[=:<>]/.test(inside) || inside.split(/\s+/).slice(1, -1).some(isRegexComparator))
    return propose({ span, text: inside, lead: 'remove the quotes:' })
  return isComment(word) ? 'filters cannot contain comments' : undefined
}

/** `labels.env` asks whether it is set, unless a value follows: `status READY` lacks a comparator. */
function helpForField(
  { restriction, member }: ResolvedBareWord,
  path: Path,
  [next, afterNext]: readonly ResolvedBareWord[],
  { sortOf, source }: Context,
): Help | undefined {
  const { span } = restriction
  const isBehind = ({ end }: Span, word: ResolvedBareWord | undefined): word is ResolvedBareWord =>
    word !== undefined && word.path === undefined && source.slice(end, word.restriction.span.start).trim() === ''
  if (!isBehind(span, next)) return askSet(path, { span, source })
  const written = source.slice(next.restriction.span.start, next.restriction.span.end)
  if (/^(?:and|or|not)$/i.test(written)) return askSet(path, { span, source })
  const value = withoutQuotes(written)
  const comparator = path.repeated ? ':' : '='
  const sort = sortOf(member.names.map(({ text }) => text))
  if (sort?.accepts(comparator, value) !== true || isBehind(next.restriction.span, afterNext)) return undefined
  const field = source.slice(member.span.start, member.span.end)
  return propose({
    span: { start: span.start, end: next.restriction.span.end },
    text: writeRestriction(field, comparator, writeValue(value)),
    source,
    // Any word is a text.
    isPreferred: sort.type !== 'string',
  })
}

/** gcloud searches for a bare word; the API compares a field. A word behind a restriction belongs to that. */
function helpForSearch({ names, span }: NodeOf<'member'>, word: string, { schema, source }: Context): Help | undefined {
  const { name } = schema.fields
  const [{ text, index }, ...others] = names
  const isFirst = /(?:^|\(|\b(?:AND|OR|NOT)\b|-)[ \t\r\n\f]*$/.test(source.slice(0, span.start).slice(-maxLookAround))
  if (
    name?.type !== 'string' ||
    name.repeated ||
    others.length > 0 ||
    index !== undefined ||
    !/^[\w-]+$/.test(text) ||
    !isFirst
  )
    return undefined
  const lead = `only gcloud accepts ${quoted(word)} alone; a filter needs field, comparator and value:`
  return propose({ span, text: `name = *${text}*`, lead })
}

/** How much text around a word is looked at. */
const maxLookAround = 100

/** `family = a OR b`, where `family = (a OR b)` is meant. */
function helpForAlternative(restriction: NodeOf<'global-restriction'>, context: Context): Help | undefined {
  const { source } = context
  for (const node of context.disjunctions) {
    const terms: readonly AstNode[] = node.terms
    const at = terms.findIndex((term) => term === restriction)
    const head = terms.slice(0, Math.max(at, 0)).findLast(({ kind }) => kind !== 'global-restriction')
    if (head?.kind !== 'restriction' || isClause(head) || head.arg.kind !== 'value') continue
    // The words that follow the restriction up to the next one.
    const following = terms.slice(terms.indexOf(head) + 1)
    // The head, which is a restriction, ends them where nothing else does.
    const end = [...following, head].findIndex(({ kind }) => kind !== 'global-restriction')
    const words = following.slice(0, end)
    const values = [head.arg, ...words].map(({ span }) => source.slice(span.start, span.end))
    // A keyword in lower case is not a value.
    if (values.some((value) => /^(?:and|or|not)$/i.test(value))) return undefined
    const span = { start: head.span.start, end: Math.max(...words.map(({ span }) => span.end)) }
    return helpForValues(head, values, context, span)
  }
  return undefined
}

/** Undefined where the field does not take one of the values. */
function helpForValues(
  { comparable, comparator }: ComparisonNode,
  values: readonly string[],
  { sortOf, source }: Context,
  span: Span,
): Help | undefined {
  const names = comparable.kind === 'member' ? comparable.names.map(({ text }) => text) : []
  const sort = sortOf(names)
  const { symbol } = comparator
  if (values.some((value) => sort?.accepts(symbol, withoutQuotes(value)) === false)) return undefined
  const field = source.slice(comparable.span.start, comparable.span.end)
  const text = writeAlternatives(field, symbol, values)
  return propose({ span, text, source, lead: 'to compare with several values, write' })
}

/** Bare words behind a value, up to the field of the next restriction. */
const bareWords = /(?:[ \t\r\n\f]+[\w.-]+(?![\w.-]*[ \t\r\n\f]*[=:<>!~(]))+/y

/** `description = hello world` lacks quotes, and `status = READY or FAILED` is a list. */
function helpForRest({ start }: Span, context: Context): Help | undefined {
  const { comparisons, source } = context
  const before = comparisons.findLast(({ restriction }) => restriction.span.end <= start)
  if (before?.restriction.arg.kind !== 'value') return undefined
  const { restriction, path } = before
  bareWords.lastIndex = restriction.span.end
  const words = bareWords.exec(source)?.[0] ?? ''
  const end = restriction.span.end + words.length
  if (end <= start) return undefined
  const written = source.slice(restriction.arg.span.start, restriction.span.end)
  const values = (written + words).split(/\s+or\s+/i)
  if (values.length > 1 && values.every((value) => /^(?!(?:and|or|not)$)[\w.-]+$/i.test(value))) {
    return helpForValues(restriction, values, context, { start: restriction.span.start, end })
  }
  if (
    path?.field.type !== 'string' ||
    words.split(/\s+/).some((each) => isOperatorWord(each.toLowerCase()) || isOperatorWord(each.toUpperCase())) ||
    /^["']/.test(written)
  )
    return undefined
  const span = { start: restriction.arg.span.start, end }
  return propose({ span, text: writeQuoted(written + words), lead: 'put the whole text in quotes:' })
}
