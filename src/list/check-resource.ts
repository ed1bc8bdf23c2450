import { isObject } from '../values/index.ts'
import { ListError } from './list-error.ts'

/** @throws ListError 500 for what is not a resource: not an object, or a list of something */
export function checkResource(resource: unknown): void {
  if (isObject(resource) && !(Symbol.iterator in resource)) return
  throw new ListError(500, 'Internal error: the store gave what is not a resource.')
}

/** @throws ListError 500 for a resource whose JSON is not an object */
export function checkJson(resource: unknown): void {
  const { toJSON } = resource as { readonly toJSON?: unknown }
  if (typeof toJSON === 'function') checkResource(toJSON.call(resource, ''))
}
