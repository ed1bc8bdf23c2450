import { isObject } from '../values/index.ts'
import { ListError } from './list-error.ts'

/** @throws ListError 500 for a value that is not a resource: it is not an object, or it is iterable */
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
 * Only own properties are read. Rows of a class with getters would all lack a name and count as one resource.
 *
 * @throws ListError 500 for a resource whose name is inherited
 */
export function checkOwnName(resource: object): void {
  if (Object.hasOwn(resource, 'name') || !('name' in resource)) return
  throw new ListError(
    500,
    'Internal error: the store returned resources that inherit their name; only own properties are read.',
  )
}
