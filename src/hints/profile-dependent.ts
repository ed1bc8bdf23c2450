import { isClause, type RestrictionNode, type Span } from '../ast/index.ts'
import { type Fix, type Help, proposal, propose, replace, writeRestriction, writeValue } from '../diagnostics/index.ts'
import { conditionsOf, type Plan, type PlannedCondition, textOf } from '../plan/index.ts'
import { documented, observed, type Profile } from '../profiles.ts'
import { equalsInAnyCase } from '../values/index.ts'
import { type Hint, type HintSubject, textAt } from './subject.ts'

interface Dependence {
  readonly span: Span
  readonly help?: Help | undefined
}

/** Where a filter that the profile accepts depends on each switch: SEMANTICS.md section 8. */
const dependences: { readonly [S in keyof Profile]: (subject: HintSubject) => readonly Dependence[] } = {
  multipleFields({ plan }) {
    const clauses = conditionsOf(plan).filter(({ restriction }) => isClause(restriction))
    const [, another] = new Set(clauses.map(({ condition }) => condition.path.text))
    const others = clauses.filter(({ condition }) => condition.path.text === another)
    return others.slice(0, 1).map(({ restriction }) => restriction.comparable)
  },

  hasOnString: ({ plan, source, profile }) =>
    conditionsOf(plan).flatMap(({ condition: { path, test }, restriction, value }): readonly Dependence[] => {
      const isOnString = path.field.type === 'string' && !path.field.repeated && restriction.comparator.symbol === ':'
      if (!isOnString || (test.op !== 'equals' && test.op !== 'contains')) return []
      if (restriction.arg.kind !== 'value' || path.repeated) return [value]
      const text = test.op === 'equals' ? textOf(test.scalar) : test.text
      return [{ span: restriction.span, help: helpForHas(restriction, text, source, profile) }]
    }),

  enumCase: ({ plan }) =>
    conditionsOf(plan).flatMap(({ condition: { path, test }, value: { span } }) => {
      const { field } = path
      if (field.type !== 'enum' || test.op !== 'equals') return []
      const text = textOf(test.scalar)
      const known = field.values.includes(text) ? [] : field.values.filter((each) => equalsInAnyCase(each, text))
      return known.slice(0, 1).map((each) => ({ span, help: propose({ span, text: writeValue(each) }) }))
    }),

  unsetParent: ({ plan }) =>
    restrictionsOf(plan, ({ condition, restriction }) => {
      return condition.path.steps.length > 1 && condition.whenParentUnset && !isClause(restriction)
    }),

  repeatedEquals: ({ plan }) =>
    restrictionsOf(plan, ({ condition, restriction }) => {
      return condition.path.repeated && restriction.comparator.symbol !== ':'
    }),

  // For lists; a filter alone does not depend on it.
  filterWithOrderBy: () => [],
}

/** The restrictions with such a condition, each once: one with several values has several conditions. */
const restrictionsOf = (plan: Plan, isSuch: (planned: PlannedCondition) => boolean): readonly RestrictionNode[] => [
  ...new Set(
    conditionsOf(plan)
      .filter(isSuch)
      .map(({ restriction }) => restriction),
  ),
]

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
  { comparable, arg, span }: RestrictionNode,
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
