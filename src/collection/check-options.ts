import { type Options, resolveOptions } from '../options.ts'
import { checkNames, checkRecord, describe } from '../records.ts'
import type { ResourceOrder } from './resource-order.ts'

/*
 * Checks the arguments of a collection. Each error is a TypeError that names the option.
 */

const names: readonly (keyof Options)[] = ['schema', 'profile', 'limits', 'regexEngine']

/** Checks the default options of a collection, values included. @throws TypeError */
export function checkDefaults(options: Options): Options {
  checkNames(checkRecord(options, 'options'), names, 'option')
  resolveOptions(options)
  return options
}

/** Checks the names of the options of one call. @param others the names besides those of `Options` @throws TypeError */
export function checkCall<T extends object>(options: T, others: readonly string[]): T {
  checkNames(checkRecord(options, 'options'), [...names, ...others], 'option')
  return options
}

/** @throws TypeError unless the limit is a non-negative integer or Infinity */
export function checkLimit(limit: number): void {
  if (limit === Infinity || (Number.isInteger(limit) && limit >= 0)) return
  throw new TypeError(`limit must be a non-negative integer or Infinity, not ${describe(limit)}`)
}

/** @throws TypeError for an order without its two functions */
export function checkOrder(order: object): void {
  const { keyOf, compare }: { readonly [N in keyof ResourceOrder<unknown>]?: unknown } = checkRecord(order, 'order')
  for (const [name, given] of Object.entries({ keyOf, compare })) {
    if (typeof given !== 'function') throw new TypeError(`order.${name} must be a function, not ${describe(given)}`)
  }
}

/** @throws TypeError */
export function checkIterable(resources: unknown): void {
  if (typeof resources === 'object' && resources !== null && Symbol.iterator in resources) return
  throw new TypeError(`resources must be iterable, not ${describe(resources)}`)
}
