import { nearest } from '../diagnostics/index.ts'
import { type ResourceCollection, collections, type ResourceName } from '../resources/index.ts'
import { UsageError } from './usage-error.ts'

/** A resource that the API lists, under the names that the command takes. */
export interface ResourceNaming {
  /** The name of its schema: `Instance`. */
  readonly resource: ResourceName
  /** `instances`; for parts of a resource, which have no collection of their own, `managedInstances`. */
  readonly several: string
}

/** All resources, in the order of their collections. */
export const namedResources: readonly ResourceNaming[] = [
  ...new Map(collections.map((row) => [row.resource, { resource: row.resource, several: pluralOf(row) }])).values(),
]

const byName = new Map<string, ResourceNaming>()
for (const named of namedResources) {
  byName.set(fold(named.several), named)
  byName.set(fold(named.resource), named)
}

/** The names for completion: `instances`. */
export const resourceNames: readonly string[] = namedResources.map(({ several }) => several).sort()

/**
 * Finds a resource by the name of its collection or message, in any letter case and with or without hyphens.
 *
 * @param where for messages: `--resource`
 * @throws UsageError
 */
export function findResource(name: string, where: string): ResourceNaming {
  const found = byName.get(fold(name))
  if (found !== undefined) return found
  const near = nearest(name, resourceNames)
  const help = near.length === 0 ? '; compute-filter fields --help names some' : `; did you mean ${near.join(' or ')}?`
  throw new UsageError(`${where}: unknown resource '${name.slice(0, 100)}'${help}`)
}

function fold(name: string): string {
  return name
    .replace(/^compute#/, '')
    .replaceAll(/[-_ ]/g, '')
    .toLowerCase()
}

function pluralOf(row: ResourceCollection): string {
  const { name, parent, resource } = row
  const isOwn = parent === undefined && !/^(?:get|list)[A-Z]/.test(name)
  // Two resources may have collections of one name.
  if (isOwn && collections.find((other) => other.name === name) === row) return name
  const singular = resource.charAt(0).toLowerCase() + resource.slice(1)
  if (/(?<!u)s$/.test(singular)) return singular
  return `${singular.replace(/(?<=[^aeiou])y$/, 'ie').replace(/(?<=us|x)$/, 'e')}s`
}
