import type { ResourceCollection } from '../resources/index.ts'
import type { JsonObject } from './exact-json.ts'
import { collectionOfKind } from './kinds.ts'

/** Where a resource is from, as far as the input tells. */
export interface Origin {
  /** The `kind` of the resource, else that of its list or asset: `compute#instance`. */
  readonly kind: string | undefined
  /** The collection of that kind. The resources of some collections have no kind. */
  readonly collection: ResourceCollection | undefined
  /** `zones/Z`, `regions/R`, `global`, `project` (zones, regions and projects themselves) or `organization`. */
  readonly scope: string | undefined
  readonly project: string | undefined
}

type Place = Pick<Origin, 'scope' | 'project'>

export const unknownOrigin: Origin = { kind: undefined, collection: undefined, scope: undefined, project: undefined }

/**
 * The origin of a resource. What it says itself comes first: its `kind` and `selfLink`, then its `zone` or `region`.
 *
 * @param around the origin of its list, of its scope in an aggregated list, or of its asset
 */
export function originOf(resource: JsonObject, around: Origin): Origin {
  const { kind, selfLink, zone, region } = resource
  const own = placeOf(selfLink)
  const beside = own.project === undefined ? placeBeside(zone, region) : own
  return {
    kind: typeof kind === 'string' ? kind : around.kind,
    collection: typeof kind === 'string' ? collectionOfKind(kind) : around.collection,
    scope: own.scope ?? around.scope ?? beside.scope,
    project: own.project ?? around.project ?? beside.project,
  }
}

/** Longer texts are not read, in UTF-16 units. */
const maxUrlLength = 2000

const inProject = /(?:^|\/)projects\/([^/]+)(?:\/(global|aggregated|(?:zones|regions)\/[^/]+)(?=\/))?/
const inOrganization = /\/locations\/global\/[^/]+\/./

/** Reads a URL or the name of an asset: `//compute.googleapis.com/projects/P/zones/Z/instances/N`. */
export function placeOf(url: unknown): Place {
  if (typeof url !== 'string' || url.length > maxUrlLength) return { project: undefined, scope: undefined }
  const [, project, scope = 'project'] = inProject.exec(url) ?? []
  if (project !== undefined) return { project, scope: scope === 'aggregated' ? undefined : scope }
  return { project: undefined, scope: inOrganization.test(url) ? 'organization' : undefined }
}

/** The place of a resource by the URLs or names of its zone or region. */
function placeBeside(zone: unknown, region: unknown): Place {
  for (const [scopes, text] of [
    ['zones', zone],
    ['regions', region],
  ] as const) {
    if (typeof text !== 'string' || text === '' || text.length > maxUrlLength) continue
    return { scope: `${scopes}/${text.slice(text.lastIndexOf('/') + 1)}`, project: placeOf(text).project }
  }
  return placeOf(undefined)
}
