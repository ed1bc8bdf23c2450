import type { ConformanceCase } from '../../testing/conformance/index.ts'
import type { Outcome } from './ask-program.ts'

/** A resource for which the answer has another verdict than the case. */
export interface DifferingResource {
  /** Its place among the resources of the question, from 0. */
  readonly index: number
  readonly resource: unknown
  readonly expected: boolean
  readonly found: unknown
}

/** None where something else is wrong: a case without verdicts, a fault, or an answer that does not judge each resource. */
export function differingResources(given: ConformanceCase, outcome: Outcome): readonly DifferingResource[] {
  if (!('matches' in given) || outcome.kind !== 'answered') return []
  const found: unknown = outcome.answer.matches
  if (!Array.isArray(found) || found.length !== given.matches.length) return []
  return given.matches
    .map((expected, index) => ({ index, resource: given.resources[index], expected, found: found[index] as unknown }))
    .filter((one) => one.found !== one.expected)
}
