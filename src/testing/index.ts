export {
  type Answer,
  type ConformanceCase,
  conformanceCases,
  conformanceSuite,
  type ListCase,
  type MatchCase,
  type Question,
  questionOf,
  type RejectionCase,
  score,
  type Score,
  type ScoreOptions,
} from './conformance/index.ts'
export { caseArbitrary, type Case, type CaseOptions } from './arbitraries/case.ts'
export { filterArbitrary, type FilterOptions, filterTextArbitrary } from './arbitraries/filter.ts'
export { codes, invalidFilterArbitrary, type InvalidOptions } from './arbitraries/invalid.ts'
export { resourceArbitrary, type ResourceOptions } from './arbitraries/resource.ts'
export { expectAgrees } from './laws/agrees.ts'
export { Disagreement } from './laws/disagreement.ts'
export type { ListLawOptions } from './laws/listing.ts'
export { expectListsLike } from './laws/lists-like.ts'
export type { List, ListAnswer, ListQuery, Served } from './laws/read-pages.ts'
export { expectRejects } from './laws/rejects.ts'
export type { LawOptions } from './laws/run.ts'
export { createOracle, oracle } from './oracle/index.ts'
