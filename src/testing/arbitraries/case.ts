import fc from 'fast-check'
import { imageSchema } from '../../index.ts'
import { type FilterOptions, filterTextArbitrary } from './filter.ts'
import { resourceArbitrary } from './resource.ts'

/** A filter and resources near its boundary. */
export interface Case {
  readonly filter: string
  readonly resources: readonly object[]
}

/**
 * A filter together with resources, half of whose literals are values of these resources: both verdicts are frequent.
 *
 * @example fc.assert(fc.property(caseArbitrary(), ({ filter, resources }) => …))
 */
export function caseArbitrary(options: Omit<FilterOptions, 'near'> = {}): fc.Arbitrary<Case> {
  return fc
    .array(resourceArbitrary<typeof imageSchema>((options.schema ?? imageSchema) as typeof imageSchema), {
      minLength: 1,
      maxLength: 3,
    })
    .chain((resources) => filterTextArbitrary({ ...options, near: resources }).map((filter) => ({ filter, resources })))
}
