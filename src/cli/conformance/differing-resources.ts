import type { ConformanceCase } from '../../testing/conformance/index.ts'
import type { Outcome } from './ask-program.ts'

/** A resource whose verdict differs from that of the case. */
export interface DifferingResource {
  /** Its index in the resources of the question. */
  readonly index: number
  readonly resource: unknown
  readonly expected: boolean
  readonly found: unknown
}

/** Empty for a case without verdicts, for a fault, and for an answer that does not have one verdict per resource. */
export function differingResources(given: ConformanceCase, outcome: Outcome): readonly DifferingResource[] {
  if (!('matches' in given) || outcome.kind !== 'answered') return []
  const found: unknown = outcome.answer.matches
  if (!Array.isArray(found) || found.length !== given.matches.length) return []
  return given.matches
    .map((expected, index) => ({ index, resource: given.resources[index], expected, found: found[index] as unknown }))
    .filter((one) => one.found !== one.expected)
}
