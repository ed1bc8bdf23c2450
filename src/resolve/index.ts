export {
  type LiteralMeaning,
  type ResolvedExpression,
  type ResolvedBareWord,
  type Resolution,
  type Resolved,
  type ResolvedClause,
  type ResolvedComparison,
  type ResolvedLiteral,
  type ResolvedValue,
  type ValueMeaning,
  type ValueProblem,
} from './resolution.ts'
export { resolveFilter } from './resolve.ts'
