import type { AipComparator, ComparisonNode } from '../ast/index.ts'
import { type Help, proposal, writeValue } from '../diagnostics/index.ts'
import type { FieldType, Path } from '../schema/index.ts'
import { type Rule, valuesOf } from './context.ts'
import { helpForMessage } from './help/messages.ts'
import { helpForPresence } from './help/presence.ts'
import { typeWords } from './type-words.ts'

const all = ['=', '!=', '<', '<=', '>', '>=', ':'] as const
const unordered = ['=', '!=', ':'] as const
const presence = [':'] as const

// prettier-ignore
const comparatorsOf: { readonly [T in FieldType]: readonly AipComparator[] } = {
  string:    all,
  enum:      unordered,
  boolean:   unordered,
  int64:     all,
  uint64:    all,
  integer:   all,
  double:    all,
  timestamp: all,
  message:   presence,
  map:       presence,
}

/** Reports `comparator-type`: SEMANTICS.md section 4, the column "comparators". */
export const comparatorTypes: Rule = ({ comparisons, source, report }) => {
  for (const { restriction, path } of comparisons) {
    if (path === undefined || path.repeated) continue
    const { symbol, span } = restriction.comparator
    const { type } = path.field
    const allowed = comparatorsOf[type]
    if (allowed.includes(symbol)) continue
    const help = helpForWhole(restriction, path, source)
    report('comparator-type', span, { comparator: symbol, type: typeWords[type], allowed, help })
  }
}

/** Help for `=` on a message or map: what below it is compared. */
function helpForWhole({ arg, comparator, span }: ComparisonNode, path: Path, source: string): Help | undefined {
  const [first] = valuesOf(arg)
  if (first === undefined) return undefined
  const place = { span, source }
  const presence = helpForPresence(first, comparator.symbol, path, place)
  if (presence !== undefined) return presence
  const value = first.parts.join('*')
  const written = source.slice(arg.span.start, arg.span.end)
  if (path.field.type === 'message')
    return helpForMessage(path, path.field.fields, { value, written, symbol: comparator.symbol, place })
  if (path.field.type !== 'map') return undefined
  const ofKey = proposal(`${path.text}:${writeValue(value)}`)
  return `to ask for a key write ${ofKey}, for the value of one ${proposal(`${path.text}.KEY ${comparator.symbol} ${written}`)}`
}
