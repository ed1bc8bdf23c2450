import { type AipComparator, isOrder } from '../ast/index.ts'
import { type Help, proposal } from '../diagnostics/index.ts'
import type { Profile } from '../profiles.ts'
import type { ResolvedComparison } from '../resolve/index.ts'
import { isSingle, type Path } from '../schema/index.ts'
import type { Rule } from './context.ts'
import { helpForMessage } from './help/messages.ts'
import { proposeAt } from './help/place.ts'
import { helpForPresence } from './help/presence.ts'

/**
 * Reports `repeated-needs-has` for any comparator but `:` on, or through, a repeated field, unless the profile's
 * `repeatedEquals` gives it a meaning: SEMANTICS.md section 4.
 */
export const repeatedFields: Rule = ({ comparisons, profile, source, report }) => {
  for (const comparison of comparisons) {
    const { restriction, path } = comparison
    const { comparable, comparator } = restriction
    if (path?.repeated !== true || isAccepted(comparator.symbol, path, profile)) continue
    const help = helpForElements(comparison, path, source)
    report('repeated-needs-has', comparable.span, { field: path.text, comparator: comparator.symbol, help })
  }
}

function isAccepted(comparator: AipComparator, { field }: Path, { repeatedEquals }: Profile): boolean {
  if (comparator === ':') return true
  const isEquality = comparator === '=' || comparator === '!='
  return repeatedEquals === 'any' && isEquality && isSingle(field)
}

/** `licenses != x` is `-licenses:x`. */
function helpForElements({ restriction, values }: ResolvedComparison, path: Path, source: string): Help {
  const place = { span: restriction.span, source }
  const { arg } = restriction
  const { symbol } = restriction.comparator
  const [value] = values
  const written = source.slice(arg.span.start, arg.span.end)
  const presence = value && helpForPresence(value.node, symbol, path, place)
  if (presence !== undefined) return presence
  const { field, text } = path
  if (field.type === 'message')
    return helpForMessage(path, field.fields, { value: value?.text ?? '', written, symbol, place })
  if (isOrder(symbol)) {
    return `use ${proposal(':')}, which tests all elements for equality: ${proposal(`${text}:VALUE`)}`
  }
  // `!= (a OR b)` holds where one of the two is missing: no single `:` says that.
  if (symbol === '!=' && arg.kind === 'composite') {
    return `use ${proposal(':')}, which tests all elements, with one value at a time: ${proposal(`-${text}:VALUE`)}`
  }
  const lead = `use ${proposal(':')}, which tests all elements:`
  return proposeAt(place, `${symbol === '!=' ? '-' : ''}${text}:${written}`, lead)
}
