export { defaultEngine, loadRegexEngine } from './default-engine.ts'
export { type CompiledPattern, EngineMissing, isFailure, type PatternFailure, type RegexEngine } from './engine.ts'
export { createPatterns, type Pattern, type Patterns } from './patterns.ts'
