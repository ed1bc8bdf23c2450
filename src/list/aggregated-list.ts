import type { Page } from './read-page.ts'
import { type ListWarning, warnOf } from './resource-list.ts'
import { scopeOf, scopeOfPlace } from './scope.ts'
import type { Unreachable } from './source.ts'

/** A page of resources of all scopes, as the API answers (SEMANTICS.md section 9). */
export interface AggregatedList<R, F extends string = string> {
  /** `compute#instanceAggregatedList`; absent if it is empty. */
  readonly kind?: string
  /** `projects/P/aggregated/instances` */
  readonly id: string
  /** The scopes, by name: `zones/us-east1-b`. Never absent, since clients iterate over it. */
  readonly items: Readonly<Record<string, ScopedList<R, F>>>
  /** Absent on the last page. */
  readonly nextPageToken?: string
  readonly selfLink: string
  /** The scopes that could not be reached. Absent when every scope was reached. */
  readonly unreachables?: readonly string[]
  /** About unreachable places that are neither zones nor regions. */
  readonly warning?: ListWarning
}

/** The resources of one scope on a page, in the field of the collection: `instances`. */
export type ScopedList<R, F extends string = string> = { readonly [name in F]?: readonly R[] } & {
  /** `NO_RESULTS_ON_PAGE` for a scope without resources on this page, `UNREACHABLE` for one that could not be reached. */
  readonly warning?: ListWarning
}

/** What a scope shows of itself. */
interface ScopeContent<R> {
  readonly resources: R[]
  readonly unreachable: Unreachable[]
}

/** How the resources of a page are grouped. */
export interface Grouping<F extends string> {
  readonly field: F
  /** The scopes that are shown in any case, and first. */
  readonly scopes: readonly string[]
}

/** The page with its resources grouped by their scopes. Empty members except `items` are left out. */
export function createAggregatedList<R, F extends string>(
  page: Page<R>,
  baseUrl: string,
  { field, scopes }: Grouping<F>,
): AggregatedList<R, F> {
  const { kind, id, resources, nextPageToken, unreachable } = page
  const contents = new Map<string, ScopeContent<R>>()
  const contentOf = (scope: string): ScopeContent<R> => {
    const content = contents.get(scope) ?? { resources: [], unreachable: [] }
    contents.set(scope, content)
    return content
  }
  for (const scope of scopes) contentOf(scope)
  for (const resource of resources) contentOf(scopeOf(resource)).resources.push(resource)

  const unreachables = new Set<string>()
  const elsewhere: Unreachable[] = []
  for (const place of unreachable) {
    const scope = scopeOfPlace(place.key, place.value)
    if (scope !== undefined) unreachables.add(scope)
    const places = scope === undefined ? elsewhere : contentOf(scope).unreachable
    places.push(place)
  }
  return {
    ...(kind !== '' && { kind }),
    id,
    // Every name becomes an own property, `__proto__` too.
    items: Object.fromEntries(Array.from(contents, ([scope, content]) => [scope, showScope(scope, field, content)])),
    ...(nextPageToken !== undefined && { nextPageToken }),
    selfLink: `${baseUrl}/${id}`,
    ...(unreachables.size > 0 && { unreachables: Array.from(unreachables) }),
    ...(elsewhere.length > 0 && { warning: warnOf(elsewhere) }),
  }
}

function showScope<R, F extends string>(
  scope: string,
  field: F,
  { resources, unreachable }: ScopeContent<R>,
): ScopedList<R, F> {
  const warning = unreachable.length > 0 ? warnOf(unreachable) : resources.length > 0 ? undefined : warnOfNone(scope)
  const shown: object = { ...(resources.length > 0 && { [field]: resources }), ...(warning && { warning }) }
  return shown
}

const warnOfNone = (scope: string): ListWarning => ({
  code: 'NO_RESULTS_ON_PAGE',
  message: `There are no results for scope '${scope}' on this page.`,
  data: [{ key: 'scope', value: scope }],
})
