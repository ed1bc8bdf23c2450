import { isObject } from '../values/index.ts'
import { ListError } from './list-error.ts'

/** @throws ListError 500 for what is not a resource: not an object, or a list of something */
export function checkResource(resource: unknown): void {
  if (isObject(resource) && !(Symbol.iterator in resource)) return
  throw new ListError(500, 'Internal error: the store returned an item that is not an object.')
}

/** @throws ListError 500 for a resource whose JSON is not an object */
export function checkJson(resource: unknown): void {
  const { toJSON } = resource as { readonly toJSON?: unknown }
  if (typeof toJSON === 'function') checkResource(toJSON.call(resource, ''))
}

/**
 * Only own properties are read, so rows whose class has getters all are without a name, and count as one.
 *
 * @throws ListError 500 for a resource that has no name of its own, but an inherited one
 */
export function checkOwnName(resource: object): void {
  if (Object.hasOwn(resource, 'name') || !('name' in resource)) return
  throw new ListError(
    500,
    'Internal error: the store returned resources that inherit their name; only own properties are read.',
  )
}
