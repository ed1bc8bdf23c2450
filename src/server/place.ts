import { type ResourceCollection, collections, type ListScope } from '../resources/index.ts'

/** Where resources of a project are. */
export interface Place {
  readonly collection: ResourceCollection
  /**
   * `global`, `zones/Z`, `regions/R`; `aggregated` for all of these together. `project` for what is in no scope, such as the
   * zones. `organization` for the resources of an organization or a folder, whose name is then that of the project:
   * `organizations/1`.
   */
  readonly scope: string
  /** The resource that these belong to, if the collection has a parent: `instanceGroupManagers/web`. */
  readonly parent: string | undefined
}

const prefixes: Readonly<Record<string, string>> = { project: '', organization: 'locations/global' }

/** The path of a place, below its project: `zones/z/instances`. */
export const pathOf = ({ collection, scope, parent }: Place): string =>
  [prefixes[scope] ?? scope, parent ?? '', collection.name].filter((part) => part !== '').join('/')

/** The kind of a scope: `zones` of `zones/z`. */
export const scopeTypeOf = (scope: string): ListScope => scope.split('/', 1)[0] as ListScope

export const hasScope = ({ lists }: ResourceCollection, type: ListScope): boolean =>
  lists.some(({ scope }) => scope === type)

/** @throws Error for a name that the table lacks, which is a mistake of this program */
export function collectionNamed(name: string): ResourceCollection {
  const found = collections.find((collection) => collection.name === name)
  if (found === undefined) throw new Error(`no collection ${name}`)
  return found
}
