import type { AipComparator } from '../ast/index.ts'
import { type Help, proposal, writeValue } from '../diagnostics/index.ts'
import type { ResolvedComparison } from '../resolve/index.ts'
import { isSingle, type Path } from '../schema/index.ts'
import { scalarTypes } from '../types/index.ts'
import type { Rule } from './context.ts'
import { helpForMessage } from './help/messages.ts'
import { helpForPresence } from './help/presence.ts'
import { wordsOf } from './words-of-field.ts'

const presence: readonly AipComparator[] = [':']

/** Reports `comparator-type`: SEMANTICS.md section 4, the column "comparators". */
export const comparatorTypes: Rule = ({ comparisons, source, report }) => {
  for (const comparison of comparisons) {
    const { restriction, path } = comparison
    if (path === undefined || path.repeated) continue
    const { symbol, span } = restriction.comparator
    const allowed = isSingle(path.field) ? scalarTypes[path.field.type].comparators : presence
    if (allowed.includes(symbol)) continue
    const help = helpForWhole(comparison, path, source)
    report('comparator-type', span, { comparator: symbol, type: wordsOf(path.field), allowed, help })
  }
}

/** Help for `=` on a message or map: what below it is compared. */
function helpForWhole({ restriction, values }: ResolvedComparison, path: Path, source: string): Help | undefined {
  const { arg, comparator } = restriction
  const [first] = values
  if (first === undefined) return undefined
  const place = { span: restriction.span, source }
  const presence = helpForPresence(first.node, comparator.symbol, path, place)
  if (presence !== undefined) return presence
  const value = first.text
  const written = source.slice(arg.span.start, arg.span.end)
  if (path.field.type === 'message')
    return helpForMessage(path, path.field.fields, { value, written, symbol: comparator.symbol, place })
  if (path.field.type !== 'map') return undefined
  const ofKey = proposal(`${path.text}:${writeValue(value)}`)
  return `to test for a key, write ${ofKey}; to test the value of a key, write ${proposal(`${path.text}.KEY ${comparator.symbol} ${written}`)}`
}
