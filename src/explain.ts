import type { FilterNode, Span } from './ast/index.ts'
import { preparePlan } from './compile.ts'
import { evaluatorOf, valuesAt } from './evaluate/index.ts'
import type { Options } from './options.ts'
import type { Plan, PlannedCondition } from './plan/index.ts'

/** Why a filter matches a resource, or does not. */
export interface Explanation {
  readonly matches: boolean
  /** The restrictions that determined the result; the others could have gone either way. Empty for an empty filter. */
  readonly reasons: readonly Reason[]
}

/** One restriction and the values that it was applied to. */
export interface Reason {
  /** Source text of the restriction; of a composite value, only the value that decided. */
  readonly restriction: string
  readonly span: Span
  /** Result of the restriction alone, before any enclosing `NOT`. */
  readonly holds: boolean
  /** The path of the field, in JSON names. */
  readonly field: string
  /**
   * The values at the path, as the resource has them: none when there is nothing or `null`, several only on the way
   * through arrays. One that does not fit the type of the field is shown, too, though it counts as unset.
   */
  readonly values: readonly unknown[]
  /** The value was longer than its pattern is asked about (limit `matchWork`), so it counted as unset. */
  readonly tooLong: boolean
}

/**
 * Says which restrictions decided whether a resource matches, and what values they saw.
 *
 * @throws FilterError, EngineNotLoadedError, TypeError as `compile` does.
 * @example explain('labels.env = prod', { labels: { env: 'dev' } }).reasons[0].values // ['dev']
 */
export function explain(filter: string | FilterNode, resource: unknown, options: Options = {}): Explanation {
  const { plan, source, free } = preparePlan(filter, options)
  const matches = evaluatorOf(plan)(resource)
  const reasons = decisive(plan, resource, matches).map((planned) => describe(planned, resource, source))
  free()
  return { matches, reasons }
}

/** The conditions that made a plan come out as it did: where an `all` fails, the first that fails, and so on. */
function decisive(plan: Plan, resource: unknown, outcome: boolean): readonly PlannedCondition[] {
  switch (plan.kind) {
    case 'condition':
      return [plan]
    case 'not':
      return decisive(plan.plan, resource, !outcome)
    case 'all':
    case 'any': {
      const every = (plan.kind === 'all') === outcome
      const relevant = every
        ? plan.plans
        : plan.plans.filter((part) => evaluatorOf(part)(resource) === outcome).slice(0, 1)
      return relevant.flatMap((part) => decisive(part, resource, outcome))
    }
  }
}

function describe(planned: PlannedCondition, resource: unknown, source: string): Reason {
  const { restriction, value, condition } = planned
  const { path, test } = condition
  const maxLength = test.op === 'pattern' ? test.pattern.maxTextLength : Infinity
  const { comparator, span } = restriction
  const head = source.slice(span.start, comparator.span.end)
  const space = /^\s/.test(source.slice(comparator.span.end)) ? ' ' : ''
  const values = valuesAt(path.steps, resource)
  return {
    restriction: head + space + source.slice(value.span.start, value.span.end),
    span,
    holds: evaluatorOf(planned)(resource),
    field: path.text,
    values,
    tooLong: values.some((found) => typeof found === 'string' && found.length > maxLength),
  }
}
