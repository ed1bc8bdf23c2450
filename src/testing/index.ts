export {
  type ConformanceAnswer,
  type ConformanceCase,
  conformanceCases,
  conformanceSuite,
  type ListCase,
  type MatchCase,
  type ConformanceQuestion,
  questionOf,
  type RejectionCase,
  score,
  type Score,
  type ScoreOptions,
} from './conformance/index.ts'
export { caseArbitrary, type Case, type CaseOptions } from './arbitraries/case.ts'
export { filterArbitrary, type FilterOptions, filterTextArbitrary } from './arbitraries/filter.ts'
export { codes, invalidFilterArbitrary, type InvalidOptions } from './arbitraries/invalid.ts'
export { patternArbitrary, type PatternCase } from './arbitraries/pattern.ts'
export { resourceArbitrary, type ResourceOptions } from './arbitraries/resource.ts'
export { expectAgrees } from './laws/agrees.ts'
export { DisagreementError } from './laws/disagreement.ts'
export type { AggregatedAnswer, List, ListAnswer, ListQuery, ListReply, Served } from './laws/endpoint.ts'
export { LawError } from './laws/law-error.ts'
export type { ListLawOptions } from './laws/listing.ts'
export { expectListsLike } from './laws/lists-like.ts'
export type { LawOptions, LawReport } from './laws/options.ts'
export { type Acceptance, expectRejects } from './laws/rejects.ts'
export type { HttpAnswer, Rejected } from './laws/verdict.ts'
export { createOracle, oracle } from './oracle/index.ts'
