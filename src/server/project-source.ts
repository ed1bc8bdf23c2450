import type { Source } from '../list/index.ts'
import type { Place } from './place.ts'

/** The projects that a server has. */
export interface ProjectSource<R = object> {
  /**
   * The resources at a place; undefined when there is no such project. For an organization or a folder the project is
   * `organizations/1` or `folders/1`.
   */
  open(project: string, place: Place): Source<R> | undefined | Promise<Source<R> | undefined>
  /**
   * The names of the zones and regions of a project: `zones/us-east1-b`, `regions/us-east1`. With them, paths in others have
   * status 404, aggregated lists show all scopes, and zones and regions that `open` does not have are derived from their
   * names.
   */
  scopes?(project: string): readonly string[] | Promise<readonly string[]>
}
