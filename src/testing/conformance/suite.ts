import suite from './cases.json' with { type: 'json' }
import type { ConformanceCase } from './case.ts'

/** All cases, as `compute-filter/conformance.json` has them. */
export const conformanceCases = suite.cases as readonly ConformanceCase[]
