import type { Question } from '../evaluate/index.ts'
import type { Path } from '../schema/index.ts'
import { type Bitmap, createBitmap, setRow } from './bitmap.ts'
import { type Cell, keyingOf, readerOf, satisfies } from './cells.ts'
import { holdingPart, sortCells } from './order.ts'

/** What every row has at one path: each distinct cell once, and its number for each row. */
export interface Column {
  /** Reads the row anew: it is new, or another resource has taken its place. */
  update(row: number, resource: unknown): void
  /** The rows for whose cell the question holds. Each distinct cell is judged at most once. */
  select(question: Question): Bitmap
  /** Whether the question holds for the cell of one row. */
  judge(question: Question, row: number): boolean
}

/** How many rows show whether a column is worth its making at once, and how many of them may differ for that. */
const sampleSize = 1024
const mostDistinct = 256

/**
 * Lays out a column. Unless it is wanted in any case, it is given up when the first rows differ too much: then a scan
 * is cheaper.
 */
export function createColumn(path: Path, resources: readonly unknown[], isWanted: boolean): Column | undefined {
  const read = readerOf(path)
  const keyOf = keyingOf(path)
  const cells: Cell[] = []
  const numbers = new Map<unknown, number>()
  let rows = new Uint32Array(Math.max(32, resources.length))
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
      const larger = new Uint32Array(rows.length * 2)
      larger.set(rows)
      rows = larger
    }
    rows[row] = numberOf(read(resource))
    length = Math.max(length, row + 1)
  }

  /** One entry for each distinct cell: whether the question holds for it. */
  function judgeAll(question: Question): Uint8Array {
    const { equals, order } = question
    const verdicts = new Uint8Array(cells.length)
    if (equals !== undefined) {
      const number = numbers.get(equals)
      if (number !== undefined) verdicts[number] = 1
    } else if (order !== undefined) {
      sorted ??= sortCells(cells, order)
      for (const number of holdingPart(sorted, (number) => satisfies(question, cells[number]))) verdicts[number] = 1
    } else {
      for (let number = 0; number < cells.length; number++)
        verdicts[number] = satisfies(question, cells[number]) ? 1 : 0
    }
    return verdicts
  }

  for (let row = 0; row < resources.length; row++) {
    if (row === sampleSize && !isWanted && cells.length > mostDistinct) return undefined
    update(row, resources[row])
  }

  return {
    update,
    judge: (question, row) => satisfies(question, cells[rows[row] ?? 0]),
    select(question) {
      const verdicts = judgeAll(question)
      const bitmap = createBitmap(length)
      for (let row = 0; row < length; row++) if (verdicts[rows[row] ?? 0] === 1) setRow(bitmap, row, true)
      return bitmap
    },
  }
}
