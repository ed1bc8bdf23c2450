export {
  type Answer,
  type ConformanceCase,
  conformanceCases,
  type ListCase,
  type MatchCase,
  type Question,
  questionOf,
  type RejectionCase,
  score,
  type Score,
} from './conformance/index.ts'
export { caseArbitrary, type Case } from './arbitraries/case.ts'
export { filterArbitrary, type FilterOptions, filterTextArbitrary } from './arbitraries/filter.ts'
export { codes, invalidFilterArbitrary } from './arbitraries/invalid.ts'
export { resourceArbitrary, type ResourceOptions } from './arbitraries/resource.ts'
export { expectAgrees } from './laws/agrees.ts'
export { Disagreement } from './laws/disagreement.ts'
export { expectListsLike, type ListAnswer, type ListQuery } from './laws/lists-like.ts'
export { expectRejects } from './laws/rejects.ts'
export type { LawOptions } from './laws/run.ts'
export { createOracle, oracle } from './oracle/index.ts'
