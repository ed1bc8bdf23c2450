import { collectOrdered, collectUnordered, type PageItem, type PageRequest } from './collectors.ts'
import { readThrough } from './read-through.ts'
import type { Scanned } from './source.ts'
import type { Work } from './work.ts'

/** What is searched, and for what. */
interface Search<R> extends PageRequest<R> {
  readonly resources: Scanned<R>
  /** Whether the resources come in the order that is wanted. */
  readonly isOrdered: boolean
  /** Whether it takes next to no time to tell that a resource matches. */
  readonly isCheap: boolean
}

/**
 * The first that match, in order; of those with equal keys, only the first. Never keeps more than it was asked for, and
 * of an ordered source reads no more than it needs.
 *
 * @throws ListError 500 for what is not a resource, and for a source that is not in the order that it claims
 */
export async function firstOf<R extends object>(
  search: Search<R>,
  work: Pick<Work, 'pause' | 'wait'>,
): Promise<readonly PageItem<R>[]> {
  const page = search.isOrdered ? collectOrdered(search) : collectUnordered(search)
  await readThrough(search, page.add, work)
  return page.take()
}
