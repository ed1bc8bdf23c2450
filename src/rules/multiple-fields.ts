import type { Fix } from '../diagnostics/index.ts'
import type { ResolvedClause } from '../resolve/index.ts'
import { useAipComparators } from './help/aip-clauses.ts'
import { isMixed, type Rule } from './context.ts'

/** Reports `multiple-fields`, unless the profile's `multipleFields` ANDs them: SEMANTICS.md section 1. */
export const multipleFields: Rule = (context) => {
  const [first, ...others] = context.clauses
  if (first === undefined || isMixed(context) || context.profile.multipleFields === 'and') return
  const name = nameOf(first)
  let fixes: readonly Fix[] | undefined
  const seen = new Set([name])
  for (const clause of others) {
    const field = nameOf(clause)
    if (seen.has(field)) continue
    seen.add(field)
    fixes ??= useAipComparators(context)
    const related = { message: 'the first field', span: first.member.span }
    context.report('multiple-fields', clause.member.span, { field, other: name, fixes }, [related])
  }
}

const nameOf = ({ path, member }: ResolvedClause): string =>
  path?.text ?? member.names.map(({ text }) => text).join('.')
