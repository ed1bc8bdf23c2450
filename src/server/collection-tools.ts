import { type Limits, observed } from '../index.ts'
import {
  type AggregatedLister,
  createAggregatedLister,
  createFilterCache,
  createLister,
  type Lister,
} from '../list/index.ts'
import { type ResourceCollection, type CollectionList, schemaOf } from '../resources/index.ts'
import { aggregatedShape, listShape, resourceShape, type Shape } from './fields.ts'
import type { HandlerOptions } from './options.ts'

/** Lower than the defaults, so that no filter blocks the thread for long. */
export const serverLimits: Pick<Limits, 'programSize' | 'matchWork'> = Object.freeze({
  programSize: 1500,
  matchWork: 100_000,
})

/** What the lists of a collection need. */
export interface CollectionTools {
  readonly list: Lister<object>
  readonly aggregate: AggregatedLister<object>
  /** What of an answer can be selected. */
  readonly shapes: { readonly resource: Shape; readonly list: (list: CollectionList) => Shape }
}

/** Makes the tools of a collection when it is first asked for. @throws TypeError that names the wrong option */
export function createTools(options: HandlerOptions): (collection: ResourceCollection) => CollectionTools {
  const { baseUrl, secret, profile = observed, limits, regexEngine } = options
  // One bound on the memory of filters for all collections.
  const filters = createFilterCache()
  const shared = { baseUrl, secret, profile, limits: { ...serverLimits, ...limits }, regexEngine, filters }
  const kept = new Map<ResourceCollection, CollectionTools>()

  function make({ resource }: ResourceCollection): CollectionTools {
    const schema = schemaOf(resource)
    const shape = resourceShape(schema)
    return {
      list: createLister({ ...shared, schema }),
      aggregate: createAggregatedLister({ ...shared, schema }),
      shapes: {
        resource: shape,
        list: ({ scope, field }) => (scope === 'aggregated' ? aggregatedShape(shape, field) : listShape(shape, field)),
      },
    }
  }

  return (collection) => {
    const tools = kept.get(collection) ?? make(collection)
    kept.set(collection, tools)
    return tools
  }
}
