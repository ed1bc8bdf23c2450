import { problemOfScopes, resourcesOf } from './aggregated-shape.ts'
import { isObject, nameOf, problemOfElements } from './elements.ts'
import type { ListLawOptions } from './listing.ts'
import type { Placement } from './placement.ts'

/** The required form of a page. */
export interface AnswerShape {
  /** The maximum number of items. */
  readonly size: number
  readonly options: ListLawOptions
  /** Where the list is; undefined for any place. */
  readonly placement: Placement | undefined
}

/** The resources of a well-formed page. */
export function elementsOf(answer: unknown, { placement }: AnswerShape): readonly { readonly name?: unknown }[] {
  const { items } = answer as { readonly items?: unknown }
  if (placement !== undefined && placement.own === undefined)
    return resourcesOf(items as Parameters<typeof resourcesOf>[0], placement)
  return (items ?? []) as readonly { readonly name?: unknown }[]
}

/** The first problem with the form of a page; undefined when it is well-formed. */
export function problemOf(answer: unknown, shape: AnswerShape): string | undefined {
  if (!isObject(answer)) return `the answer is ${nameOf(answer)}, not an object`
  const { items, nextPageToken } = answer as { readonly items?: unknown; readonly nextPageToken?: unknown }
  const { placement, options } = shape
  const isAggregated = placement !== undefined && placement.own === undefined
  if (!isAggregated && items !== undefined && !Array.isArray(items))
    return `\`items\` is ${nameOf(items)}, not an array`
  if (nextPageToken !== undefined && typeof nextPageToken !== 'string')
    return `\`nextPageToken\` is ${nameOf(nextPageToken)}, not a string`
  const problem = isAggregated
    ? problemOfScopes(items, placement, options)
    : problemOfElements((items ?? []) as readonly unknown[], 'items')
  if (problem !== undefined) return problem
  const { length } = elementsOf(answer, shape)
  return problemOfSize(length, !isAggregated && items !== undefined, nextPageToken, shape)
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
