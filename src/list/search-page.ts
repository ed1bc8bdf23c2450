import type { Matcher } from '../index.ts'
import { checkJson } from './check-resource.ts'
import { collectOrdered, collectUnordered, type PageItem } from './collectors.ts'
import { readThrough } from './read-through.ts'
import type { ScanQuery, Source } from './source.ts'
import type { Work } from './work.ts'

const matchAll = Object.assign((): boolean => true, { isCheap: true })

/**
 * The first resources, in order, that a query asks for. Of those with equal keys, only the first. Holds no more of them
 * than `query.limit`, and reads no more of an ordered source than it needs.
 *
 * @param matcher undefined: every resource matches
 * @throws ListError 500 for a source that fails, gives what is not a resource, or is not in the order that it claims
 */
export async function searchPage<R extends object>(
  source: Source<R>,
  query: ScanQuery,
  matcher: Matcher<R> | undefined,
  work: Work,
): Promise<readonly PageItem<R>[]> {
  const matches = matcher ?? matchAll
  const collect = source.ordered?.includes(query.order.by) === true ? collectOrdered : collectUnordered
  const page = collect<R>({ ...query, matches })
  return work.search(async () => {
    const resources = await work.wait(source.scan(query))
    await readThrough({ resources, isCheap: matches.isCheap }, page.add, work)
    const items = page.take()
    for (const { resource } of items) checkJson(resource)
    return items
  })
}
