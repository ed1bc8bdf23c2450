export { ApiError, type ErrorBody, type ErrorStatus } from './api-error.ts'
export { countColumns } from './columns.ts'
export { diagnose, type Diagnostic, type Related } from './diagnostic.ts'
export {
  splitList,
  withoutQuotes,
  writeAlternatives,
  writeName,
  writeQuoted,
  writeRestriction,
  writeSearch,
  writeValue,
  writeWildcards,
} from './filter-text.ts'
export { FilterError } from './filter-error.ts'
export type { DiagnosticCode, DiagnosticDetails } from './messages.ts'
export { type Candidates, nearest } from './nearest.ts'
export { type Phrase, proposeForCall, readPhrase } from './word-operators.ts'
export { alternatives, quoted, proposal } from './wording.ts'
