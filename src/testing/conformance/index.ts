export {
  type Answer,
  type ConformanceCase,
  type ListCase,
  type MatchCase,
  type ProfileName,
  type Question,
  questionOf,
  type RejectionCase,
} from './case.ts'
export { score, type Score, type ScoreOptions } from './score.ts'
export { conformanceCases, conformanceSuite } from './suite.ts'
