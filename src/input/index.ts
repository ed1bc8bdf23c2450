export { isObject, type JsonObject } from './exact-json.ts'
export { InputError } from './input-error.ts'
export { readAll } from './read-all.ts'
export { defaultReadLimits, type Entry, readImages, type ReadLimits } from './read-images.ts'
