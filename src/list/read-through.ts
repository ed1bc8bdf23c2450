import { createTimeSlice } from '../scheduling.ts'
import { checkScanned, type Scanned } from './source.ts'
import type { Work } from './work.ts'

/** The maximum number of resources between two looks at the clock, each of which takes as long as a cheap match. */
const maxStride = 4

/** The resources to read, and whether looking at one takes almost no time. */
export interface Reading<R> {
  readonly resources: Scanned<R>
  readonly isCheap: boolean
}

/**
 * Visits resources, one after the other, until `isEnough` returns true. The iterator is then closed, without waiting for
 * it: the page is complete, whatever happens in the source.
 *
 * The clock is read after each resource, or for cheap ones after one, two, then four.
 *
 * @param isEnough visits a resource; true when no more are needed
 * @throws ListError 500 for resources that are not iterable
 */
export async function readThrough<R>(
  { resources, isCheap }: Reading<R>,
  isEnough: (resource: R) => boolean,
  { pause, wait }: Pick<Work, 'pause' | 'wait'>,
): Promise<void> {
  checkScanned(resources)
  const isSync = Symbol.iterator in resources
  const iterator: Iterator<R, unknown> | AsyncIterator<R, unknown> = isSync
    ? resources[Symbol.iterator]()
    : resources[Symbol.asyncIterator]()
  const slice = createTimeSlice()
  let [stride, count] = [1, 0]
  let isAtEnd: boolean | undefined
  try {
    for (;;) {
      const next = iterator.next()
      const result = isSync ? (next as IteratorResult<R, unknown>) : await wait(next)
      isAtEnd = result.done === true
      if (result.done === true || isEnough(result.value)) return
      if (++count < stride) continue
      count = 0
      if (!slice.isOver()) {
        if (isCheap && stride < maxStride) stride *= 2
        continue
      }
      await wait(pause())
      slice.restart()
      stride = 1
    }
  } finally {
    if (isAtEnd !== true) close(iterator)
  }
}

/** Ignores what the iterator throws: the page is complete. */
function close(iterator: Iterator<unknown> | AsyncIterator<unknown>): void {
  new Promise((resolve) => {
    resolve(iterator.return?.())
  }).catch(() => undefined)
}
