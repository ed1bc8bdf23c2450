export { defaultEngine, type EngineSource, loadRegexEngine } from './re2/loading.ts'
export {
  checkEngine,
  type CompiledPattern,
  EngineNotLoadedError,
  isFailure,
  type PatternFailure,
  type RegexEngine,
} from './engine.ts'
export { createPatterns, type Pattern, type PatternRejection, type Patterns } from './patterns.ts'
