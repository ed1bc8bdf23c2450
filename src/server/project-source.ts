import type { Source } from '../list/index.ts'

/** Where the projects of a server come from. */
export interface ProjectSource<R> {
  /** The resources of a project; undefined when there is no such project. */
  open(project: string): Source<R> | undefined | Promise<Source<R> | undefined>
}
