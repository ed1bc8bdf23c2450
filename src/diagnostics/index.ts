export { ApiError, type ErrorBody, type ErrorStatus } from './api-error.ts'
export { countColumns } from './columns.ts'
export {
  advise,
  adviseIf,
  type Advice,
  embed,
  fixesOf,
  type Help,
  insert,
  propose,
  replace,
  wordsOf,
} from './advice.ts'
export type { DiagnosticCode, DiagnosticDetails, HintCode } from './details.ts'
export {
  diagnose,
  type Diagnostic,
  type Finding,
  type Related,
  type ReportDiagnostic,
  type Severity,
} from './diagnostic.ts'
export type { FieldSort, SortOf } from './field-sort.ts'
export { applyEdits, applyFix, type TextEdit, type Fix } from './fix.ts'
export { type Judge, keepGoodFixes } from './good-fixes.ts'
export { formatDiagnostics } from './format-diagnostics.ts'
export {
  splitList,
  withoutQuotes,
  writeAlternatives,
  writeName,
  writePattern,
  writeQuoted,
  writeRestriction,
  writeSearch,
  writeValue,
  writeWildcards,
} from './filter-text.ts'
export { FilterError } from './filter-error.ts'
export { type Candidates, nearest } from './nearest.ts'
export { type Counterpart, type Phrase, proposeForCall, readPhrase } from './word-operators.ts'
export { alternatives, quoted, proposal } from './wording.ts'
