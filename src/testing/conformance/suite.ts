import { documented, imageSchema, observed, type Profile, type Schema } from '../../index.ts'
import suite from './cases.json' with { type: 'json' }
import type { ConformanceCase, ProfileName } from './case.ts'

export const conformanceCases = suite.cases as readonly ConformanceCase[]

const profiles: Readonly<Record<ProfileName, Profile>> = {
  documented,
  observed,
  'unset-parent-default': { ...documented, unsetParent: 'default' },
}

/** By the names that cases give. `cases.json` has those besides that of images. */
const schemas = { Image: imageSchema, ...suite.schemas } as { readonly [name: string]: Schema }

/** All of `compute-filter/conformance.json`: the information that an implementation needs, and the cases. */
export const conformanceSuite = {
  /**
   * The version of the suite: a release that adds, changes or drops a case raises it by one. The id of a case is never
   * reused.
   */
  version: suite.version,
  /** The switches of each profile that a case names. */
  profiles,
  /** The schema of images, which is that of the cases that name none. */
  schema: imageSchema,
  /** The schemas that cases name. */
  schemas,
  cases: conformanceCases,
} as const
