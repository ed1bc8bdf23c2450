import type { RestrictionNode } from '../../ast/index.ts'
import { type Help, proposal, propose, withoutQuotes, writeRestriction, writeValue } from '../../diagnostics/index.ts'
import type { Missing } from '../../schema/index.ts'

/** The places of the wildcards for `^=`, `*=`, `$=` and `^!=`, which compare parts of text in other languages. */
const ofPart: Readonly<Record<string, (value: string) => string>> = {
  '^': (value) => `${value}*`,
  '*': (value) => `*${value}*`,
  $: (value) => `*${value}`,
}

/** Help for a sign that has become part of a name: a dash in place of a hyphen, and `name^=web`. */
export function helpForSigns(
  missing: Missing,
  { comparator, arg, span }: RestrictionNode,
  source: string,
): Help | undefined {
  if (missing.reason !== 'unknown') return undefined
  const { text } = missing.name
  const written = source.slice(span.start, span.end)
  if (/^[\u2010-\u2015\u2212]/.test(text) && missing.name.span.start === span.start) {
    return propose({ span, text: `-${written.slice(1)}`, source, lead: 'write a plain hyphen:' })
  }
  const field = text.slice(0, -1)
  const spell = Object.hasOwn(ofPart, text.slice(-1)) ? ofPart[text.slice(-1)] : undefined
  const { symbol } = comparator
  if (spell === undefined || (symbol !== '=' && symbol !== '!=') || !Object.hasOwn(missing.fields, field))
    return undefined
  if (arg.kind !== 'value') return `write wildcards in each value: ${proposal(`${field} ${symbol} ${spell('VALUE')}`)}`
  const value = withoutQuotes(source.slice(arg.span.start, arg.span.end))
  return propose({ span, text: writeRestriction(field, symbol, writeValue(spell(value))) })
}
