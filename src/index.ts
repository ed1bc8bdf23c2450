export type { FilterNode } from './ast/nodes.ts'
export type { Span } from './ast/span.ts'
export { compile, type Matcher } from './compile.ts'
export {
  ApiError,
  applyEdits,
  applyFix,
  type Diagnostic,
  type DiagnosticCode,
  type DiagnosticDetails,
  type TextEdit,
  type ErrorBody,
  type ErrorStatus,
  FilterError,
  type Fix,
  formatDiagnostics,
  type HintCode,
  type Related,
  type Severity,
} from './diagnostics/index.ts'
export { explain, type Explanation, type Reason } from './explain.ts'
export { defaultLimits, type Limits, type LimitsGiven } from './limits.ts'
export type { Options } from './options.ts'
export { parse } from './parse.ts'
export { print } from './print.ts'
export { documented, observed, type Profile } from './profiles.ts'
export {
  type CompiledPattern,
  EngineNotLoadedError,
  type EngineSource,
  loadRegexEngine,
  type PatternFailure,
  type RegexEngine,
} from './regex/index.ts'
export {
  type EnumField,
  type Field,
  type Fields,
  type Image,
  imageSchema,
  type MapField,
  type MapMessage,
  type MessageField,
  type OpenEnum,
  type ResourceOf,
  type ScalarField,
  type Schema,
  type SchemaOf,
} from './schema/index.ts'
export type { Int64, ScalarType } from './types/index.ts'
export { validate, type ValidateOptions } from './validate.ts'
