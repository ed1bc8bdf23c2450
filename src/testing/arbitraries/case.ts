import fc from 'fast-check'
import { imageSchema } from '../../index.ts'
import { checkDialect } from './check-options.ts'
import { choosing } from './choose.ts'
import { draftFrom, placesOf } from './drafts.ts'
import type { FilterOptions } from './filter.ts'
import { withNearTexts } from './near-resources.ts'
import { resourceArbitrary, type ResourceOptions } from './resource.ts'
import { filterSeeds, spellingNumbers } from './seeds.ts'
import { spell } from './spelling.ts'

/** A filter and resources near its boundary. */
export interface Case {
  readonly filter: string
  readonly resources: readonly object[]
}

export interface CaseOptions extends Omit<FilterOptions, 'near' | 'valid'>, ResourceOptions {
  /** Default: 1 to 3 */
  readonly resources?: fc.ArrayConstraints | undefined
}

/**
 * A filter together with resources: half of its literals are values of these resources, and half of its patterns are
 * near texts of them, so that both verdicts are frequent.
 *
 * @example fc.assert(fc.property(caseArbitrary(), ({ filter, resources }) => …))
 */
export function caseArbitrary(options: CaseOptions = {}): fc.Arbitrary<Case> {
  checkDialect(options.dialect)
  const places = placesOf(options)
  const schema = (options.schema ?? imageSchema) as typeof imageSchema
  const resources = fc.array(resourceArbitrary(schema, options), options.resources ?? { minLength: 1, maxLength: 3 })
  return fc
    .tuple(resources, filterSeeds[options.dialect ?? 'both'], spellingNumbers)
    .map(([resources, seed, numbers]) => {
      const draft = draftFrom(seed, places, resources)
      return { filter: spell(draft, choosing(numbers)), resources: withNearTexts(draft, resources) }
    })
}
