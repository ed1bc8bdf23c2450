import { createMatcher } from '../matcher/index.ts'
import { isCheap, type Plan } from '../plan/index.ts'
import type { Bitmap } from './bitmap.ts'
import type { Ordering } from './ordering.ts'
import type { ResourceOrder } from './resource-order.ts'
import { createRowSet, type RowSet } from './row-set.ts'
import { sortRows } from './sort-rows.ts'
import { mergeRows, selectRows } from './sorted-rows.ts'
import { finish, inParts, inSteps, paceOf, type Resumable } from './steps.ts'

/** The rows that matched when their selections were combined, and the changes since then. */
export interface Matching {
  /** Undefined: every row matches. */
  readonly plan: Plan | undefined
  /** Undefined: all rows. */
  readonly bitmap: Bitmap | undefined
  readonly changes: Changes
  /** Undefined for a row that is empty. */
  readonly resourceAt: (row: number) => unknown
}

/** The rows that have changed since the set was last taken. */
export interface Changes {
  rows: RowSet
}

const matchAll: Plan = { kind: 'all', plans: [] }

/** The maximum number of changed rows that are placed in one step, if judging them is cheap. */
const maxAtOnce = 200

/** The maximum number of rounds in steps. After that, the remaining rows are placed in one step, so that the work ends. */
const maxRounds = 8

/** The matching rows in an order, after a key, as of the last step. */
export function* arrange<K>(
  order: ResourceOrder<K>,
  ordering: Ordering<K>,
  after: K | undefined,
  { plan = matchAll, bitmap, changes, resourceAt }: Matching,
): Resumable<Uint32Array> {
  const { keyOf, compare } = order
  const { cells, cellsUnclocked } = paceOf(isCheap(plan), inSteps)
  const matches = createMatcher(plan)

  /** Removes the changed rows, and inserts those that still match in their new places. */
  function* place(found: Uint32Array, changed: RowSet): Resumable<Uint32Array> {
    const rows = changed.toArray()
    const resources: unknown[] = []
    let count = 0
    const judge = (from: number, to: number): void => {
      for (let at = from; at < to; at++) {
        const row = rows[at] ?? 0
        const resource = resourceAt(row)
        if (resource === undefined || !matches(resource)) continue
        if (after !== undefined && compare(keyOf(resource), after) <= 0) continue
        rows[count++] = row
        resources.push(resource)
      }
    }
    yield* inParts(0, rows.length, cells, judge, cellsUnclocked)
    const others = yield* sortRows(rows.subarray(0, count), compare, (_, at) => keyOf(resources[at]))
    const kept = yield* selectRows(found, changed.bitmap, false)
    return yield* mergeRows(kept, others.rows, (at) => {
      const [other, key] = [others.rows[at] ?? 0, others.keyAt(at)]
      return {
        isLater: (row) => (compare(keyOf(resourceAt(row)), key) || row - other) > 0,
        // The current resource of the row does not determine its place.
        isUnplaced: (row) => changes.rows.has(row),
      }
    })
  }

  function take(): RowSet {
    const { rows } = changes
    changes.rows = createRowSet()
    return rows
  }

  yield* ordering.settle()
  const ordered = ordering.rowsAfter(after)
  let found = bitmap === undefined ? ordered : yield* selectRows(ordered, bitmap, true)
  const isMuch = (): boolean => changes.rows.size > (isCheap(plan) ? maxAtOnce : 0)
  for (let round = 0; round < maxRounds && isMuch(); round++) found = yield* place(found, take())
  return changes.rows.size === 0 ? found : finish(place(found, take()))
}
