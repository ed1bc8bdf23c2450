import type { MemorySource } from './memory-source.ts'
import { openStores } from './open-stores.ts'
import type { ProjectSource } from './project-source.ts'

/** A source that knows its scopes. */
export interface JoinedSource<R extends object> extends ProjectSource<R> {
  scopes(project: string): readonly string[]
}

/**
 * Several memory sources as one. A project has the resources that it has in any of them.
 *
 * @example joinSources([createMemorySource({ p: instances }), createMemorySource({ p: disks })])
 */
export const joinSources = <R extends object>(sources: readonly MemorySource<R>[]): JoinedSource<R> => ({
  open: (project, place) =>
    openStores((at) => {
      const stores = sources.map((source) => source.storesAt(project, at)).filter((one) => one !== undefined)
      return stores.length === 0 ? undefined : stores.flat()
    }, place),
  scopes: (project) => Array.from(new Set(sources.flatMap((source) => source.scopes(project)))),
})
