import { showJson } from './disagreement.ts'
import type { ListLawOptions } from './listing.ts'

/** The required form of a page. */
export interface AnswerShape {
  /** The maximum number of items. */
  readonly size: number
  readonly options: ListLawOptions
}

/** The first problem with the form of a page; undefined when it is well-formed. */
export function problemOf(answer: unknown, shape: AnswerShape): string | undefined {
  if (!isObject(answer)) return `the answer is ${nameOf(answer)}, not an object`
  const { items, nextPageToken } = answer as { readonly items?: unknown; readonly nextPageToken?: unknown }
  if (items !== undefined && !Array.isArray(items)) return `\`items\` is ${nameOf(items)}, not an array`
  if (nextPageToken !== undefined && typeof nextPageToken !== 'string')
    return `\`nextPageToken\` is ${nameOf(nextPageToken)}, not a string`
  const elements: readonly unknown[] = items ?? []
  return problemOfItems(elements) ?? problemOfSize(elements.length, items !== undefined, nextPageToken, shape)
}

function problemOfItems(items: readonly unknown[]): string | undefined {
  for (const [index, item] of items.entries()) {
    if (!isObject(item)) return `\`items[${String(index)}]\` is ${nameOf(item)}, not an object`
    const { name } = item as { readonly name?: unknown }
    if (typeof name !== 'string') return `\`items[${String(index)}].name\` is ${nameOf(name)}, not a string`
  }
  return undefined
}

function problemOfSize(
  count: number,
  hasItems: boolean,
  nextPageToken: string | undefined,
  { size, options }: AnswerShape,
): string | undefined {
  if (count > size) return `a page of ${String(count)}`
  if (options.fullPages !== false && count < size && nextPageToken !== undefined && nextPageToken !== '')
    return `a page of ${String(count)} that is not the last`
  if (options.leftOut === false) return undefined
  if (hasItems && count === 0) return 'an empty `items`, which must be left out'
  return nextPageToken === '' ? 'an empty `nextPageToken`, which must be left out' : undefined
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value in a few words. */
function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array'
  switch (typeof value) {
    case 'object':
      return value === null ? 'null' : 'an object'
    case 'function':
      return 'a function'
    case 'string':
      return showJson(value)
    case 'undefined':
    case 'boolean':
    case 'number':
    case 'bigint':
    case 'symbol':
      return String(value)
  }
}
