import { type Bitmap, hasRow } from './bitmap.ts'
import type { Ordering, ResourceOrder } from './ordering.ts'
import { mergeRows, selectRows } from './sorted-rows.ts'
import { finish, type Steps } from './steps.ts'

/** The rows that match, as their answers were combined, and what has become of them since. */
export interface Matching {
  /** Undefined: all rows. */
  readonly bitmap: Bitmap | undefined
  /** The rows that have changed since. */
  readonly changed: ReadonlySet<number>
  /** Whether the resource of a row, if it has one, matches now. */
  readonly matchesNow: (row: number) => boolean
  readonly resourceAt: (row: number) => unknown
}

/** The matching rows in an order, behind a key, as they are when the last step is done. */
export function* arrange<K>(
  { keyOf, compare }: ResourceOrder<K>,
  ordering: Ordering<K>,
  after: K | undefined,
  { bitmap, changed, matchesNow, resourceAt }: Matching,
): Steps<Uint32Array> {
  yield* ordering.settle()
  const ordered = ordering.rowsAfter(after)
  const found =
    bitmap === undefined
      ? ordered
      : yield* selectRows(
          ordered.length,
          (at) => ordered[at] ?? 0,
          (row) => hasRow(bitmap, row),
        )
  if (changed.size === 0) return found
  // Where those that have changed meanwhile belong now.
  const keyAt = (row: number): K => keyOf(resourceAt(row))
  const others = Uint32Array.from(changed)
    .filter((row) => matchesNow(row) && (after === undefined || compare(keyAt(row), after) > 0))
    .sort((a, b) => compare(keyAt(a), keyAt(b)) || a - b)
  const isLater = (row: number, at: number): boolean => {
    const other = others[at] ?? 0
    return (compare(keyAt(row), keyAt(other)) || row - other) > 0
  }
  return finish(
    mergeRows(
      found.filter((row) => !changed.has(row)),
      others,
      isLater,
    ),
  )
}
