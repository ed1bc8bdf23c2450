import { describe } from '../../records.ts'
import type { MeasuringEngine, RegexEngine } from '../engine.ts'
import type { PatternNode } from '../syntax/tree.ts'
import { measureForRe2, type PatternCost } from './measure.ts'

/** The weight that an engine gives a pattern. @throws TypeError when it is not a finite number of at least 0 */
function weighBy(engine: RegexEngine, pattern: string): number {
  const weight: unknown = engine.weigh?.(pattern) ?? 1
  if (typeof weight === 'number' && weight >= 0 && weight < Infinity) return weight
  throw new TypeError(`regexEngine.weigh must return a number of at least 0, not ${describe(weight)}`)
}

/** The cost of a pattern for an engine. @throws TypeError when `weigh` does not return a finite number of at least 0 */
export function measureBy(engine: RegexEngine, pattern: string, tree: PatternNode): PatternCost {
  if (isMeasuring(engine)) return engine.measure(pattern, tree)
  const weight = weighBy(engine, pattern)
  const { size, width, sharpenWidth } = measureForRe2(tree)
  return { size: size * weight, width: width * weight, sharpenWidth: () => sharpenWidth() * weight }
}

const isMeasuring = (engine: RegexEngine): engine is MeasuringEngine => 'measure' in engine
