export {
  type Connection,
  createHandler,
  type Handler,
  type HandlerOptions,
  type Permission,
  serverLimits,
} from './handler.ts'
export type { GateLimits } from './gate.ts'
export { createMemorySource, type MemorySource } from './memory-source.ts'
export { createMemoryStore, type MemoryStore, type Named } from './memory-store.ts'
export type { ProjectSource } from './project-source.ts'
export type { ErrorStatus } from './request-error.ts'
export { answerError } from './respond.ts'
