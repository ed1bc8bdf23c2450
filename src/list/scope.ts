import { ownValue } from '../values/index.ts'

/** The fields of a resource that name its place, and the collections of the places. */
const collections = { zone: 'zones', region: 'regions' } as const

/**
 * The scope of a resource, as Compute's URLs have it: `zones/us-east1-b` from its own `zone`, else `regions/us-east1` from
 * its own `region`, else what its `selfLink` says, else `global`. A field is the name or the URL of the place; what is not
 * text, or ends in a slash, counts as absent.
 */
export const scopeOf = (resource: unknown): string =>
  scopeAt('zone', ownValue(resource, 'zone')) ??
  scopeAt('region', ownValue(resource, 'region')) ??
  scopeIn(ownValue(resource, 'selfLink')) ??
  'global'

/** The scope of a place that a source could not reach; undefined for one that is neither a zone nor a region. */
export const scopeOfPlace = (key: string, value: string): string | undefined =>
  key === 'zone' || key === 'region' ? scopeAt(key, value) : undefined

function scopeAt(field: keyof typeof collections, place: unknown): string | undefined {
  if (typeof place !== 'string') return undefined
  const name = place.slice(place.lastIndexOf('/') + 1)
  return name === '' ? undefined : `${collections[field]}/${name}`
}

/** Longer links are not read, in UTF-16 units. */
const maxLinkLength = 2000
const scopeInLink = /\/projects\/[^/]+\/((?:zones|regions)\/[^/]+)\/./

/** Some resources of zones have no field of their zone, such as `vmExtensionPolicies`. */
const scopeIn = (link: unknown): string | undefined =>
  typeof link === 'string' && link.length <= maxLinkLength ? scopeInLink.exec(link)?.[1] : undefined
