import { diagnose, type Diagnostic } from '../diagnostics/index.ts'
import { isMixed, type Located, type Rule } from './context.ts'

/** SEMANTICS.md section 1: regular expressions on one field only, unless the profile's `multipleFields` ANDs them. */
export const multipleFields: Rule = (context) => {
  const [first, ...others] = context.clauses
  if (first === undefined || isMixed(context) || context.profile.multipleFields === 'and') return []
  const seen = new Set([nameOf(first)])
  return others.flatMap((clause): Diagnostic[] => {
    const field = nameOf(clause)
    if (seen.has(field)) return []
    seen.add(field)
    const { span } = clause.restriction.comparable
    const related = { message: 'the first field', span: first.restriction.comparable.span }
    return [diagnose('multiple-fields', span, { field, other: nameOf(first) }, [related])]
  })
}

const nameOf = ({ lookup, member }: Located): string =>
  'path' in lookup ? lookup.path.text : member.names.map(({ text }) => text).join('.')
