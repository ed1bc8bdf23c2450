/** The options of a list law about places. */
export interface PlaceOptions {
  /**
   * The path below the project, which each request has: `global/firewalls`, `zones/us-east1-b/instances`,
   * `aggregated/addresses`. Default: none; requests have no path, and resources are anywhere
   */
  readonly path?: string | undefined
  /**
   * The scopes of the resources: `global`, `regions/us-east1`, `zones/us-east1-b`. Required for an aggregated list. The list of
   * one scope has to leave out the resources of the others. Default: that of the path
   */
  readonly scopes?: readonly string[] | undefined
  /** The field of each scope of an aggregated list. Default: the last segment of the path */
  readonly field?: string | undefined
}

/** Where the list of a law is, and where its resources are. */
export interface Placement {
  /** The path below the project: `zones/us-east1-b/instances`. */
  readonly path: string
  /** The last segment of the path. */
  readonly collection: string
  /** The scope that is listed; undefined for an aggregated list. */
  readonly own: string | undefined
  /** The scopes of the resources, that of the path first. */
  readonly scopes: readonly string[]
  /** The field of each scope of an aggregated list. */
  readonly field: string
}

/** `zones/us-east1-b`, `regions/us-east1` or `global`. */
const scopePattern = /^(?:global|zones\/[^/]+|regions\/[^/]+)$/

const pathPattern = /^(aggregated|global|zones\/[^/]+|regions\/[^/]+)\/([^/]+)$/

export const isPath = (value: unknown): boolean => typeof value === 'string' && pathPattern.test(value)

export const areScopes = (value: unknown): boolean =>
  Array.isArray(value) &&
  new Set(value).size === value.length &&
  value.every((scope) => typeof scope === 'string' && scopePattern.test(scope))

/** Undefined without a path. @throws TypeError for scopes without a path, and for an aggregated list without scopes */
export function placementOf({ path, scopes = [], field }: PlaceOptions): Placement | undefined {
  if (path === undefined) {
    if (scopes.length > 0) throw new TypeError('the option `scopes` requires `path`')
    return undefined
  }
  const [, place = '', collection = ''] = pathPattern.exec(path) ?? []
  const own = place === 'aggregated' ? undefined : place
  if (own === undefined && scopes.length === 0)
    throw new TypeError('the option `scopes` must name the scopes of an aggregated list, such as `zones/us-east1-b`')
  const all = [...new Set(own === undefined ? scopes : [own, ...scopes])]
  return { path, collection, own, scopes: all, field: field ?? collection }
}

/** The same collection elsewhere; undefined if the law has no other scope. */
export function otherPathOf({ own, scopes, collection }: Placement): string | undefined {
  const other = scopes.find((scope) => scope !== own)
  return other === undefined ? undefined : `${other}/${collection}`
}

const fields = { zones: 'zone', regions: 'region' } as const

/** The resource in a scope: with the URL of its zone or region, or without both. */
export function placeIn<R extends object>(resource: R, scope: string): R {
  const others = Object.entries(resource).filter(([name]) => name !== 'zone' && name !== 'region')
  const [kind] = scope.split('/')
  const url = `https://www.googleapis.com/compute/v1/projects/p/${scope}`
  const own = kind === 'zones' || kind === 'regions' ? [[fields[kind], url] as const] : []
  return Object.fromEntries([...others, ...own]) as R
}

/** The scope of a resource by its own `zone`, else by its own `region`, else by its `selfLink`, else `global`. */
export function scopeOf(resource: object): string {
  const { zone, region, selfLink } = resource as Readonly<Record<'zone' | 'region' | 'selfLink', unknown>>
  if (typeof zone === 'string') return `zones/${lastSegmentOf(zone)}`
  if (typeof region === 'string') return `regions/${lastSegmentOf(region)}`
  const link =
    typeof selfLink === 'string' ? /\/projects\/[^/]+\/((?:zones|regions)\/[^/]+)\/./.exec(selfLink) : undefined
  return link?.[1] ?? 'global'
}

const lastSegmentOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

/** What tells a resource from all others of the list: its name, in an aggregated list with its scope. */
export const labelOf = (resource: { readonly name?: unknown }, placement: Placement | undefined): unknown =>
  placement !== undefined && placement.own === undefined
    ? `${scopeOf(resource)} ${String(resource.name)}`
    : resource.name
