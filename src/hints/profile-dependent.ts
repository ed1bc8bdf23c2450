import type { ComparisonNode, Span } from '../ast/index.ts'
import { type Fix, type Help, proposal, propose, replace, writeRestriction, writeValue } from '../diagnostics/index.ts'
import { conditionsOf } from '../plan/index.ts'
import { documented, observed, type Profile } from '../profiles.ts'
import { equalsInAnyCase } from '../values/index.ts'
import { type Hint, type HintSubject, textAt } from './subject.ts'

interface Dependence {
  readonly span: Span
  readonly help?: Help | undefined
}

/** Where a filter that the profile accepts depends on each switch: SEMANTICS.md section 8. */
const dependences: { readonly [S in keyof Profile]: (subject: HintSubject) => readonly Dependence[] } = {
  multipleFields({ resolution: { clauses } }) {
    const [first, ...others] = clauses
    const another = others.find(({ path }) => path?.text !== first?.path?.text)
    return another === undefined ? [] : [{ span: another.member.span }]
  },

  hasOnString({ resolution: { comparisons }, source, profile }) {
    const has = comparisons.filter(({ restriction, path }) => {
      const isField = path?.field.type === 'string' && path.steps.at(-1)?.repeated === false
      return isField && restriction.comparator.symbol === ':'
    })
    return has.flatMap(({ restriction, path, values }) =>
      values
        .filter(({ meaning }) => meaning?.kind === 'scalar')
        .map(({ node, text }) =>
          restriction.arg.kind === 'value' && path?.repeated === false
            ? { span: restriction.span, help: helpForHas(restriction, text, source, profile) }
            : { span: node.span },
        ),
    )
  },

  enumCase({ resolution: { comparisons } }) {
    return comparisons.flatMap(({ path, values }) => {
      const field = path?.field
      if (field?.type !== 'enum') return []
      const others = values.filter(({ text, meaning }) => meaning?.kind === 'scalar' && !field.values.includes(text))
      return others.map(({ node: { span }, text }) => {
        const value = field.values.find((known) => equalsInAnyCase(known, text))
        return { span, help: value && propose({ span, text: writeValue(value) }) }
      })
    })
  },

  unsetParent: ({ plan }) =>
    conditionsOf(plan)
      .filter(({ condition, restriction }) => {
        const { symbol } = restriction.comparator
        return condition.path.steps.length > 1 && condition.whenParentUnset && (symbol === '=' || symbol === '!=')
      })
      .map(({ restriction }) => ({ span: restriction.span })),

  repeatedEquals: ({ resolution: { comparisons } }) =>
    comparisons
      .filter(({ path, restriction }) => path?.repeated === true && restriction.comparator.symbol !== ':')
      .map(({ restriction }) => ({ span: restriction.span })),

  // For lists; a filter alone does not depend on it.
  filterWithOrderBy: () => [],
}

const named = Object.entries({ documented, observed })

/** Reports `profile-dependent`: a profile that has a name judges the filter otherwise. */
export const profileDependent: Hint = (subject, report) => {
  for (const name of Object.keys(dependences) as (keyof Profile)[]) {
    const value = subject.profile[name]
    const other = named.find(([, profile]) => profile[name] !== value)
    if (other === undefined) continue
    const [profile, switches] = other
    for (const { span, help } of dependences[name](subject)) {
      report('profile-dependent', span, { switch: name, value, profile, other: switches[name], help })
    }
  }
}

/** Words for the whole text and for a part of it that no switch changes; preferred are those of the same meaning. */
function helpForHas(
  { comparable, arg, span }: ComparisonNode,
  value: string,
  source: string,
  { hasOnString }: Profile,
): Help | undefined {
  if (value === '' || /[*\\]/.test(value)) return undefined
  const field = textAt(source, comparable.span)
  const whole = writeRestriction(field, '=', textAt(source, arg.span))
  const part = writeRestriction(field, '=', writeValue(`*${value}*`))
  const fixTo = (text: string, meaning: Profile['hasOnString']): Fix => ({
    title: `write ${proposal(text)}`,
    edits: [replace(span, text)],
    isPreferred: hasOnString === meaning,
  })
  return {
    help: `to compare the whole text, write ${proposal(whole)}; to find a part of it, write ${proposal(part)}`,
    fixes: [fixTo(whole, 'equals'), fixTo(part, 'contains')],
  }
}
