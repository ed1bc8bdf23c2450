export { defaultEngine, loadRegexEngine } from './default-engine.ts'
export { type CompiledPattern, isFailure, type PatternFailure, type RegexEngine } from './engine.ts'
export { createPatterns, type Pattern, type Patterns } from './patterns.ts'
