import { documented, imageSchema, observed, type Profile } from '../../index.ts'
import suite from './cases.json' with { type: 'json' }
import type { ConformanceCase, ProfileName } from './case.ts'

export const conformanceCases = suite.cases as readonly ConformanceCase[]

const profiles: Readonly<Record<ProfileName, Profile>> = {
  documented,
  observed,
  'unset-parent-default': { ...documented, unsetParent: 'default' },
}

/** All of `compute-filter/conformance.json`: what an implementation has to know, and the cases. */
export const conformanceSuite = {
  /**
   * The version of the suite: a release that adds, changes or drops a case raises it by one. An id stands for one case for
   * ever, and is not given again when its case is dropped.
   */
  version: suite.version,
  /** The switches of each profile that a case names. */
  profiles,
  /** The schema of the resources. */
  schema: imageSchema,
  cases: conformanceCases,
} as const
