import type { Condition } from '../plan/index.ts'
import type { Path } from '../schema/index.ts'
import { type Bitmap, createBitmap, setRow } from './bitmap.ts'
import { type Cell, cellTest, keyingOf, readerOf } from './cells.ts'
import { exactValueOf } from '../matcher/index.ts'
import { holdingPart, sortCells } from './order.ts'
import { createLargeMap } from '../values/index.ts'
import { atOnce, inParts, type Pace, type Resumable } from './steps.ts'

/** What every row has at one path: each distinct cell once, and its number for each row. */
export interface Column {
  /** Reads a row again: it is new, or another resource has taken its place. */
  update(row: number, resource: unknown): void
  /**
   * The rows whose cell meets a condition. Each distinct cell is judged at most once. Rows that are updated between two steps
   * may be in it wrongly.
   */
  select(condition: Condition, pace: Pace): Resumable<Bitmap>
  /** Whether it keeps many cells that no row has any more: to be forgotten, and laid out again when it is wanted. */
  isWorn(): boolean
}

/** How many rows show whether a column is worth its making at once, and how many of them may differ for that. */
const sampleSize = 1024
const maxDistinct = 256

/** The number of cells kept that no row has any more, besides one for each row. */
const maxUnused = 1024

/** Sorting is one step: of more cells than this it is left to those who do all steps at once. */
const maxSortedInSteps = 1024

/**
 * Lays out a column of the resources that there are at first. Unless it is wanted in any case, it is given up when the
 * first rows differ too much: then a scan is cheaper.
 */
export function* layOutColumn(
  path: Path,
  resources: readonly unknown[],
  isWanted: boolean,
  pace: Pace,
): Resumable<Column | undefined> {
  const read = readerOf(path)
  const keyOf = keyingOf(path)
  const cells: Cell[] = []
  const numbers = createLargeMap<unknown, number>()
  const { length: atFirst } = resources
  let rows = new Uint32Array(Math.max(32, atFirst))
  let length = 0
  /** The numbers of the cells that fit the field's type, in its order. Dropped when a cell is added. */
  let sorted: Uint32Array | undefined

  function numberOf(cell: Cell): number {
    const key = keyOf(cell)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, cells.length)
    sorted = undefined
    return cells.push(cell) - 1
  }

  function update(row: number, resource: unknown): void {
    if (row >= rows.length) {
      const larger = new Uint32Array(Math.max(row + 1, rows.length * 2))
      larger.set(rows)
      rows = larger
    }
    rows[row] = numberOf(read(resource))
    length = Math.max(length, row + 1)
  }

  /** One entry for each distinct cell: whether it meets the condition. */
  function* judgeAll(condition: Condition, pace: Pace): Resumable<Uint8Array> {
    const { test } = condition
    const exact = path.repeated ? undefined : exactValueOf(condition)
    const verdicts = new Uint8Array(cells.length)
    const meets = cellTest(condition)
    if (exact !== undefined) {
      const number = numbers.get(exact)
      if (number !== undefined) verdicts[number] = 1
    } else if (test.op === 'order' && (sorted !== undefined || pace === atOnce || cells.length <= maxSortedInSteps)) {
      sorted ??= sortCells(cells, test.scalar.type)
      for (const number of holdingPart(sorted, (number) => meets(cells[number]))) verdicts[number] = 1
    } else {
      const judge = (from: number, to: number): void => {
        for (let number = from; number < to; number++) verdicts[number] = meets(cells[number]) ? 1 : 0
      }
      yield* inParts(0, verdicts.length, pace.cells, judge, pace.cellsUnclocked)
    }
    return verdicts
  }

  const updateAll = (from: number, to: number): void => {
    for (let row = from; row < to; row++) rows[row] = numberOf(read(resources[row]))
    length = to
  }
  const sample = Math.min(sampleSize, atFirst)
  yield* inParts(0, sample, pace.rows, updateAll)
  if (!isWanted && sample < atFirst && cells.length > maxDistinct) return undefined
  yield* inParts(sample, atFirst, pace.rows, updateAll)

  return {
    update,
    isWorn: () => cells.length > 2 * length + maxUnused,
    *select(condition, pace) {
      const verdicts = yield* judgeAll(condition, pace)
      const bitmap = createBitmap(length)
      yield* inParts(0, length, pace.rows, (from, to) => {
        for (let row = from; row < to; row++) if (verdicts[rows[row] ?? 0] === 1) setRow(bitmap, row, true)
      })
      return bitmap
    },
  }
}
