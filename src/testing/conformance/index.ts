export {
  type Answer,
  type ConformanceCase,
  type ListCase,
  type MatchCase,
  type ProfileName,
  type Question,
  questionOf,
  type RejectionCase,
  score,
  type Score,
} from './case.ts'
export { conformanceCases } from './suite.ts'
