import { complementOf, type Plan, type PlannedCondition } from '../plan/index.ts'

/** A condition that has to hold together with others. */
export interface Fact extends PlannedCondition {
  /** The restriction is below a negation: the condition is its complement. */
  readonly isComplement: boolean
}

/**
 * The conditions that have to hold together, for each conjunction of a plan; a negated condition as its complement. Below an
 * OR each alternative is a conjunction of its own.
 */
export function conjunctionsIn(plan: Plan): readonly (readonly Fact[])[] {
  const found: Fact[][] = []
  /** Adds what has to hold together with the facts of a conjunction; what is another conjunction begins a new one. */
  function collect(part: Plan, isNegated: boolean, facts: Fact[]): void {
    switch (part.kind) {
      case 'condition':
        facts.push({
          ...part,
          condition: isNegated ? complementOf(part.condition) : part.condition,
          isComplement: isNegated,
        })
        return
      case 'not':
        collect(part.plan, !isNegated, facts)
        return
      case 'all':
      case 'any':
        for (const inner of part.plans) collect(inner, isNegated, (part.kind === 'all') === isNegated ? begin() : facts)
    }
  }
  function begin(): Fact[] {
    const facts: Fact[] = []
    found.push(facts)
    return facts
  }
  collect(plan, false, begin())
  return found
}
