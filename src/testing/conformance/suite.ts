import { documented, imageSchema, observed, type Profile } from '../../index.ts'
import suite from './cases.json' with { type: 'json' }
import type { ConformanceCase, ProfileName } from './case.ts'

export const conformanceCases = suite.cases as readonly ConformanceCase[]

const profiles: Readonly<Record<ProfileName, Profile>> = {
  documented,
  observed,
  'unset-parent-default': { ...documented, unsetParent: 'default' },
}

/** All of `compute-filter/conformance.json`: the information that an implementation needs, and the cases. */
export const conformanceSuite = {
  /**
   * The version of the suite: a release that adds, changes or drops a case raises it by one. The id of a case is never
   * reused.
   */
  version: suite.version,
  /** The switches of each profile that a case names. */
  profiles,
  /** The schema of the resources. */
  schema: imageSchema,
  cases: conformanceCases,
} as const
