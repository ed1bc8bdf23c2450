import type { Question } from '../evaluate/index.ts'
import type { Path } from '../schema/index.ts'
import { type Scalar, scalars, type ScalarValues } from '../values/index.ts'
import { type Bitmap, createBitmap, setRow } from './bitmap.ts'
import { type Cell, readerOf } from './cells.ts'

/** What every row has at one path: each distinct value once, and its number for each row. */
export interface Column {
  /** Reads the row anew: it is new, or another resource has taken its place. */
  update(row: number, resource: unknown): void
  /** The rows for whose value the question holds. Each distinct value is judged at most once. */
  select(question: Question): Bitmap
  /** Whether the question holds for the value of one row. */
  judge(question: Question, row: number): boolean
}

export function createColumn(path: Path, resources: readonly unknown[]): Column {
  const read = readerOf(path)
  const cells: Cell[] = []
  const numbers = new Map<unknown, number>()
  let rows = new Uint32Array(Math.max(32, resources.length))
  let length = 0
  /** Of a type's order: the numbers of all values that fit the type, in this order. Dropped when a value is added. */
  let sorted: Uint32Array | undefined

  function numberOf(resource: unknown): number {
    const cell = read(resource)
    const known = numbers.get(cell.key)
    if (known !== undefined) return known
    numbers.set(cell.key, cells.length)
    sorted = undefined
    return cells.push(cell) - 1
  }

  function update(row: number, resource: unknown): void {
    if (row >= rows.length) {
      const larger = new Uint32Array(rows.length * 2)
      larger.set(rows)
      rows = larger
    }
    rows[row] = numberOf(resource)
    length = Math.max(length, row + 1)
  }

  /** One entry for each distinct value: whether the question holds for it. */
  function verdicts(question: Question): Uint8Array {
    const { equals, order, holds } = question
    const verdict = new Uint8Array(cells.length)
    if (equals !== undefined) {
      const number = numbers.get(equals)
      if (number !== undefined) verdict[number] = 1
    } else if (order !== undefined && path.field.type === order && !path.repeated) {
      sorted ??= sortCells(cells, order)
      for (const number of holdingPart(sorted, (at) => holds(cells[at]?.value))) verdict[number] = 1
    } else {
      for (const [number, cell] of cells.entries()) if (cell.satisfies(question)) verdict[number] = 1
    }
    return verdict
  }

  for (const [row, resource] of resources.entries()) update(row, resource)

  return {
    update,
    judge: (question, row) => cells[rows[row] ?? 0]?.satisfies(question) ?? false,
    select(question) {
      const verdict = verdicts(question)
      const bitmap = createBitmap(length)
      for (let row = 0; row < length; row++) if (verdict[rows[row] ?? 0] === 1) setRow(bitmap, row, true)
      return bitmap
    },
  }
}

/** The numbers of the cells that fit a type, in its order. */
function sortCells<K extends keyof ScalarValues>(cells: readonly Cell[], type: K): Uint32Array {
  const { read, compare }: Scalar<ScalarValues[K]> = scalars[type]
  const fitting: { readonly number: number; readonly value: ScalarValues[K] }[] = []
  for (const [number, cell] of cells.entries()) {
    const value = read(cell.value)
    if (value !== undefined) fitting.push({ number, value })
  }
  return Uint32Array.from(fitting.sort((a, b) => compare(a.value, b.value)).map(({ number }) => number))
}

/** An order comparator holds from one end of the order up to somewhere: for a first part, or for a last part. */
function holdingPart(sorted: Uint32Array, holds: (number: number) => boolean): Uint32Array {
  const first = sorted[0]
  if (first === undefined) return sorted
  const holdsFirst = holds(first)
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(sorted[middle] ?? 0) === holdsFirst) low = middle + 1
    else high = middle
  }
  return holdsFirst ? sorted.subarray(0, low) : sorted.subarray(low)
}
