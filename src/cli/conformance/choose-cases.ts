import { type ConformanceCase, conformanceCases } from '../../testing/conformance/index.ts'
import { UsageError } from '../usage-error.ts'

/** The selection of cases. */
export interface Choice {
  /** All when none is named. */
  readonly topic: readonly string[]
  readonly skip: readonly string[]
  /** Ids; all when none is named. */
  readonly case: readonly string[]
}

/** In the order of the suite. */
export const topics: readonly string[] = [...new Set(conformanceCases.map(({ topic }) => topic))]

const ids = conformanceCases.map(({ id }) => id)

/** @throws UsageError when a topic or case does not exist, or no case is left */
export function chooseCases(choice: Choice): readonly ConformanceCase[] {
  for (const topic of [...choice.topic, ...choice.skip])
    if (!topics.includes(topic)) throw new UsageError(`unknown topic: ${topic}; topics are ${topics.join(', ')}`)
  for (const id of choice.case) if (!ids.includes(id)) throw new UsageError(`unknown case: ${id}`)

  const isWanted = ({ id, topic }: ConformanceCase) =>
    (choice.topic.length === 0 || choice.topic.includes(topic)) &&
    (choice.case.length === 0 || choice.case.includes(id)) &&
    !choice.skip.includes(topic)
  const chosen = conformanceCases.filter(isWanted)
  if (chosen.length === 0) throw new UsageError('no cases to run')
  return chosen
}
