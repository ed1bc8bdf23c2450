import { type AipComparator, isNegative, type RegexComparator, type Span, type ValueNode } from '../../ast/index.ts'
import { type Help, propose, writeQuoted, writeRestriction } from '../../diagnostics/index.ts'
import type { Path } from '../../schema/index.ts'
import { parseScalar, type ScalarType } from '../../types/index.ts'
import { type Site, proposeAt } from './place.ts'
import { askSet, askUnset, helpForPresence, isNothing } from './presence.ts'
import { helpForTimestamp } from './timestamps.ts'

/** Help for a value that its field does not take: what it means in other languages, as a whole restriction. */
export function helpForValue(value: ValueNode, comparator: AipComparator, path: Path, place?: Site): Help | undefined {
  const text = value.parts.join('*')
  const meant = readMeant(text, path)
  return (
    helpForPresence(value, comparator, path, place) ??
    (path.field.type === 'timestamp'
      ? helpForTimestamp(withStraightQuotes(text), comparator, path.text, place)
      : undefined) ??
    (meant === undefined ? undefined : proposeAt(place, writeRestriction(path.text, comparator, meant)))
  )
}

/** Help for the literal of a clause on a number or boolean, which do not accept a pattern. */
export function helpForLiteral(text: string, comparator: RegexComparator, path: Path, place: Site): Help | undefined {
  if (/^\.?[*+]$/.test(text)) return isNegative(comparator) ? askUnset(path, place) : askSet(path, place)
  if (isNothing(text)) return isNegative(comparator) ? askSet(path, place) : askUnset(path, place)
  const meant = readMeant(text, path)
  return meant === undefined ? undefined : proposeAt(place, writeRestriction(path.text, comparator, meant))
}

/** The literal of the type that a text of another language means; undefined where that is unclear. */
function readMeant(text: string, { field, text: name }: Path): string | undefined {
  // Only a field without parts has a value that does not fit.
  const type = field.type as ScalarType
  const plain = withStraightQuotes(text)
  const read = readers[type]
  if (read === undefined) return undefined
  // A unit may be left out where the field has it in its name.
  const meant = read(name.endsWith('Gb') ? plain.replace(/(?<=\d)\s*(?:GB|GiB|G)$/i, '') : plain)
  return parseScalar(type, meant) === undefined ? undefined : meant
}

const readInteger = (text: string): string => text.replace(/(?<=\d)\.0+$/, '').replace(/(?<=\d)[_,](?=\d)/g, '')

const readers: { readonly [T in ScalarType]?: (text: string) => string } = {
  boolean: (text) => (/^(?:1|y|yes|on|t)$/i.test(text) ? 'true' : /^(?:0|n|no|off|f)$/i.test(text) ? 'false' : text),
  int64: readInteger,
  uint64: readInteger,
  uint32: readInteger,
  integer: readInteger,
  double: (text) => text.replace(/(?<=\d)[_,](?=\d)/g, ''),
}

const curly = /^[“”„‘’‚«»](.*)[“”‘’«»]$/

/** A text without the curly quotes around it, which are characters like any other. */
export const withStraightQuotes = (text: string): string => curly.exec(text)?.[1] ?? text

const betweenCurly = /[“„‘‚«]([^“”„‘’‚«»"]*)[“”‘’»]/g

/** Help for a word that is a part of text in curly quotes. */
export function helpForCurlyQuotes(source: string, { start }: Span): Help | undefined {
  for (const { index, 0: whole, 1: inside = '' } of source.matchAll(betweenCurly)) {
    const span = { start: index, end: index + whole.length }
    if (span.start <= start && start < span.end)
      return propose({ span, text: writeQuoted(inside), lead: 'write straight quotes:' })
  }
  return undefined
}
