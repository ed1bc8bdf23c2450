import QuickLRU from 'quick-lru'
import { createMatcher } from '../matcher/index.ts'
import { conditionsOf, isCheap, keyOf, keyOfPath, type Plan, type PlannedCondition } from '../plan/index.ts'
import type { Path } from '../schema/index.ts'
import { type Bitmap, complementOf, createBitmap, enlarge, intersect, setRow, unite } from './bitmap.ts'
import { type Column, layOutColumn } from './column.ts'
import { atOnce, inParts, type Pace, paceOf, type Resumable } from './steps.ts'

/** What single restrictions say of every row: computed when first asked for, kept current, combined to plans. */
export interface SelectionCache {
  /**
   * The rows among those present for which a plan holds, as all of them are when the last step is done; undefined when
   * rows have moved meanwhile.
   */
  select(plan: Plan, presentNow: () => Bitmap, pace: Pace): Resumable<Bitmap | undefined>
  /** Brings all up to date with what a row holds now. */
  refresh(row: number): void
  /** Makes room for a number of rows. */
  enlarge(room: number): void
  /** Forgets everything: rows have moved. */
  clear(): void
}

/** The rows for which a restriction holds. */
interface CachedSelection {
  readonly judge: (row: number) => boolean
  /** Whether that takes next to no time. */
  readonly isCheap: boolean
  bitmap: Bitmap
  /** The rows that have changed since they were judged. A cheap answer has none: it is brought up to date at once. */
  readonly stale: Set<number>
}

/** A selection that is under way: the rows that have changed since it began, with repeats. */
type Changes = number[]

/** How many answers to single restrictions are kept. */
export const maxSelections = 64

/** How many columns are kept, each of four bytes a row and its distinct values, and at most twice as many. */
const maxColumns = 32

/** An answer that is not cheap is forgotten when more of its rows have changed since it was last asked for. */
const maxStale = 1024

/** How often the rows that have changed meanwhile are judged in steps: of cheap answers, and of others. */
const rounds = { cheap: 1, dear: 8 }

/** How many paths are remembered to have been asked for. */
const maxTouchedPaths = 1024

/** @param rowsNow what the rows hold; a row may be empty */
export function createSelectionCache(rowsNow: () => readonly unknown[]): SelectionCache {
  const columns = new QuickLRU<string, Column>({ maxSize: maxColumns })
  const touched = new QuickLRU<string, true>({ maxSize: maxTouchedPaths })
  const answers = new QuickLRU<string, CachedSelection>({ maxSize: maxSelections })
  const underWay = new Set<Changes>()

  /** The column of a path; undefined when one scan is cheaper, which it is only once. */
  function* columnOf(path: Path, changes: Changes, pace: Pace): Resumable<Column | undefined> {
    const name = keyOfPath(path)
    const known = columns.get(name)
    if (known !== undefined) return known
    const since = changes.length
    const isWanted = touched.has(name)
    touched.set(name, true)
    const made = yield* layOutColumn(path, rowsNow(), isWanted, pace)
    // Another selection may have laid it out meanwhile.
    const column = columns.get(name) ?? made
    if (column === undefined) return undefined
    for (const row of changes.slice(since)) column.update(row, rowsNow()[row])
    columns.set(name, column)
    return column
  }

  function* selectionFor(planned: PlannedCondition, changes: Changes, pace: Pace): Resumable<CachedSelection> {
    const { condition } = planned
    const matches = createMatcher(planned)
    const column = yield* columnOf(condition.path, changes, pace)
    const cheap = isCheap(planned)
    const judging = paceOf(cheap, pace)
    const bitmap = yield* column?.select(condition, judging) ?? scan(rowsNow(), matches, judging)
    // Judges the resource, not the column, which may be forgotten at any time.
    return { judge: (row) => matches(rowsNow()[row]), isCheap: cheap, bitmap, stale: new Set() }
  }

  /** Judges the rows that have changed since the answers were computed. */
  function* rejudge(
    judged: readonly CachedSelection[],
    changes: Changes,
    presentNow: () => Bitmap,
    pace: Pace,
  ): Resumable<void> {
    const inSteps = judged.every(({ isCheap }) => isCheap) ? rounds.cheap : rounds.dear
    let next = 0
    // What changes during the last of these rounds is judged at once, so that there is an end.
    for (let round = 1; next < changes.length; round++) {
      const rows = [...new Set(changes.slice(next))]
      next = changes.length
      for (const one of judged) one.bitmap = enlarge(one.bitmap, presentNow().length * 32)
      for (const one of judged) {
        const judge = (from: number, to: number): void => {
          for (const row of rows.slice(from, to)) {
            setRow(one.bitmap, row, one.judge(row))
            one.stale.delete(row)
          }
        }
        const { cells, cellsUnclocked } = round > inSteps ? atOnce : paceOf(one.isCheap, pace)
        yield* inParts(0, rows.length, cells, judge, cellsUnclocked)
      }
    }
  }

  function* select(plan: Plan, presentNow: () => Bitmap, changes: Changes, pace: Pace): Resumable<Bitmap> {
    const found = new Map<PlannedCondition, CachedSelection>()
    const fresh = new Map<string, CachedSelection>()
    for (const test of conditionsOf(plan)) {
      const name = keyOf(test.condition)
      const known = answers.get(name) ?? fresh.get(name)
      const one = known ?? (yield* selectionFor(test, changes, pace))
      if (known === undefined) fresh.set(name, one)
      else for (const row of known.stale) changes.push(row)
      found.set(test, one)
    }
    yield* rejudge([...found.values()], changes, presentNow, pace)
    const present = presentNow()
    for (const [name, one] of fresh) {
      one.bitmap = enlarge(one.bitmap, present.length * 32)
      answers.set(name, one)
    }
    return combine(plan, present, (test) => (found.get(test) as CachedSelection).bitmap)
  }

  return {
    *select(plan, presentNow, pace) {
      const changes: Changes = []
      underWay.add(changes)
      const steps = select(plan, presentNow, changes, pace)
      try {
        for (;;) {
          const { done, value } = steps.next()
          if (done === true) return value
          yield
          if (!underWay.has(changes)) return undefined
        }
      } finally {
        underWay.delete(changes)
      }
    },
    refresh(row) {
      if (touched.size === 0) return
      const resource = rowsNow()[row]
      for (const [name, column] of columns) {
        column.update(row, resource)
        if (column.isWorn()) columns.delete(name)
      }
      for (const [name, kept] of answers) {
        if (kept.isCheap) setRow(kept.bitmap, row, kept.judge(row))
        else if (kept.stale.add(row).size > maxStale) answers.delete(name)
      }
      for (const changes of underWay) changes.push(row)
    },
    enlarge(room) {
      for (const kept of answers.values()) kept.bitmap = enlarge(kept.bitmap, room)
    },
    clear() {
      columns.clear()
      touched.clear()
      answers.clear()
      underWay.clear()
    },
  }
}

function combine(plan: Plan, present: Bitmap, bitmapOf: (planned: PlannedCondition) => Bitmap): Bitmap {
  const inner = (part: Plan): Bitmap => combine(part, present, bitmapOf)
  switch (plan.kind) {
    case 'condition':
      return intersect(present, [bitmapOf(plan)])
    case 'not':
      return complementOf(present, inner(plan.plan))
    case 'all':
      return intersect(present, plan.plans.map(inner))
    case 'any':
      return unite(present, plan.plans.map(inner))
  }
}

function* scan(rows: readonly unknown[], matches: (resource: unknown) => boolean, pace: Pace): Resumable<Bitmap> {
  const { length } = rows
  const bitmap = createBitmap(length)
  const judge = (from: number, to: number): void => {
    for (let row = from; row < to; row++) if (matches(rows[row])) setRow(bitmap, row, true)
  }
  yield* inParts(0, length, pace.cells, judge, pace.cellsUnclocked)
  return bitmap
}
