export {
  type ConformanceAnswer,
  type ConformanceCase,
  type ListCase,
  type MatchCase,
  type ProfileName,
  type ConformanceQuestion,
  questionOf,
  type RejectionCase,
} from './case.ts'
export { score, type Score, type ScoreOptions } from './score.ts'
export { conformanceCases, conformanceSuite } from './suite.ts'
