import { createTimeSlice } from '../scheduling.ts'
import { checkScanned, type Scanned } from './source.ts'
import type { Work } from './work.ts'

/** The maximum number of resources between two looks at the clock, each of which takes as long as a cheap match. */
const maxStride = 4

/** What is read, and whether that takes next to no time for each resource. */
export interface Reading<R> {
  readonly resources: Scanned<R>
  readonly isCheap: boolean
}

/**
 * Shows resources, one after the other, until one is enough. The iterator is then closed, without waiting for that: a
 * page is complete whatever becomes of the source.
 *
 * The clock is looked at after each resource, and less often where all takes next to no time: after one, two, then four.
 *
 * @param isEnough whether no more are wanted
 * @throws ListError 500 for what cannot be read
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

/** What it throws is of no interest any more. */
function close(iterator: Iterator<unknown> | AsyncIterator<unknown>): void {
  new Promise((resolve) => {
    resolve(iterator.return?.())
  }).catch(() => undefined)
}
