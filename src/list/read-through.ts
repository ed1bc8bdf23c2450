import { checkScanned, type Scanned } from './source.ts'
import type { Work } from './work.ts'

/** Milliseconds of work between two pauses. */
const slice = 2

/** After how many resources the clock is looked at: a pattern may take milliseconds for one (limit `matchWork`). */
const stride = 4

/**
 * Shows resources, one after the other, until one is enough. The iterator is then closed, without waiting for that: a
 * page is complete whatever becomes of the source.
 *
 * @param isEnough whether no more are wanted
 * @throws ListError 500 for what cannot be read
 */
export async function readThrough<R>(
  resources: Scanned<R>,
  isEnough: (resource: R) => boolean,
  { pause, wait }: Pick<Work, 'pause' | 'wait'>,
): Promise<void> {
  checkScanned(resources)
  const isSync = Symbol.iterator in resources
  const iterator: Iterator<R, unknown> | AsyncIterator<R, unknown> = isSync
    ? resources[Symbol.iterator]()
    : resources[Symbol.asyncIterator]()
  let since = performance.now()
  let isAtEnd: boolean | undefined
  try {
    for (let count = 1; ; count++) {
      const next = iterator.next()
      const result = isSync ? (next as IteratorResult<R, unknown>) : await wait(next)
      isAtEnd = result.done === true
      if (result.done === true || isEnough(result.value)) return
      if (count % stride !== 0 || performance.now() - since <= slice) continue
      await wait(pause())
      since = performance.now()
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
