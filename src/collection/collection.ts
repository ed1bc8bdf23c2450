import QuickLRU from 'quick-lru'
import type { Filter } from '../ast/index.ts'
import { preparePlan } from '../compile.ts'
import { compilePlan, type Plan, type PlannedTest } from '../evaluate/index.ts'
import type { Options } from '../options.ts'
import { documented, type Profile } from '../profiles.ts'
import type { Image, Path, ResourceOf, Schema } from '../schema/index.ts'
import {
  type Bitmap,
  complementOf,
  countRows,
  createBitmap,
  enlarge,
  forEachRow,
  hasRow,
  intersect,
  setRow,
  unite,
} from './bitmap.ts'
import { type Column, createColumn } from './column.ts'
import { createOrdering, type Ordering, type ResourceOrder } from './ordering.ts'

/** Resources that many filters are asked of. */
export interface Collection<R extends object = Image> {
  /** The resources that match, in the order in which they came in unless another is asked for. @throws FilterError */
  filter<K = unknown>(filter: string | Filter, options?: Options & Partial<Part<K>> & { readonly limit?: number }): R[]
  /** All resources in an order, as they are now; what goes meanwhile may be left out. */
  inOrder<K>(part: Part<K>): Iterable<R>
  /** How many match. @throws FilterError */
  count(filter: string | Filter, options?: Options): number
  /** Adds a resource at the end. One that is there already is not added again. */
  insert(resource: R): void
  /** Takes a resource out; false when it is not there. Resources are known by identity. */
  delete(resource: R): boolean
  /** Puts another resource in the place of one; false when that is not there. */
  replace(resource: R, replacement: R): boolean
  readonly size: number
}

/** What is wanted of an order; the order is kept, so give the same object again. */
export interface Part<K> {
  readonly order: ResourceOrder<K>
  /** Only what stands behind this key. */
  readonly after?: K | undefined
}

/** How many orders are kept. */
const mostOrderings = 4

/** How many answers to single restrictions are kept. */
const mostAnswers = 64

/** The rows for which a restriction holds, kept current. */
interface Answer {
  readonly judge: (row: number) => boolean
  bitmap: Bitmap
}

/**
 * Holds resources so that asking many filters of them is cheap: what a filter touches is laid out in columns when it is
 * first touched, each distinct value of a column is judged once for each restriction, and the answers are combined bit
 * by bit. Says the same as the Matcher; resources that are changed in place must be replaced.
 *
 * @param options the schema and the defaults of the calls that name none
 * @example createCollection(images).count('labels.env = prod AND diskSizeGb > 50')
 */
export function createCollection<const S extends Schema>(
  resources: Iterable<ResourceOf<S> & object>,
  options: Options & { readonly schema: S },
): Collection<ResourceOf<S> & object>
export function createCollection<R extends object = Image>(resources: Iterable<R>, options?: Options): Collection<R>
export function createCollection<R extends object>(resources: Iterable<R>, defaults: Options = {}): Collection<R> {
  let rows: (R | undefined)[] = []
  let rowOf = new Map<R, number>()
  let present: Bitmap = createBitmap(0)
  const columns = new Map<string, Column>()
  const touched = new Set<string>()
  const answers = new QuickLRU<string, Answer>({ maxSize: mostAnswers })
  const orderings = new QuickLRU<object, Ordering<unknown>>({ maxSize: mostOrderings })

  function orderedRows<K>({ order, after }: Part<K>): Uint32Array {
    const known = orderings.get(order) as Ordering<K> | undefined
    const ordering = known ?? createOrdering(order, (row) => rows[row], rowOf.values())
    if (known === undefined) orderings.set(order, ordering)
    return ordering.rowsBehind(after)
  }

  /** The column of a path; undefined when one scan is cheaper, which it is only once. */
  function columnOf(path: Path): Column | undefined {
    const name = nameOfPath(path)
    const column = columns.get(name) ?? createColumn(path, rows, touched.has(name))
    if (column !== undefined) columns.set(name, column)
    touched.add(name)
    return column
  }

  function answer(test: PlannedTest, profile: Profile): Bitmap {
    const key = nameOf(test, profile)
    const known = answers.get(key)
    if (known !== undefined) return known.bitmap
    const column = columnOf(test.question.path)
    const matches = compilePlan(test)
    const bitmap = enlarge(column?.select(test.question) ?? scan(matches), present.length * 32)
    const judge =
      column === undefined ? (row: number) => matches(rows[row]) : (row: number) => column.judge(test.question, row)
    answers.set(key, { judge, bitmap })
    return bitmap
  }

  function scan(matches: (resource: unknown) => boolean): Bitmap {
    const bitmap = createBitmap(rows.length)
    for (let row = 0; row < rows.length; row++) if (matches(rows[row])) setRow(bitmap, row, true)
    return bitmap
  }

  function evaluate(plan: Plan, profile: Profile): Bitmap {
    switch (plan.kind) {
      case 'test':
        return intersect(present, [answer(plan, profile)])
      case 'not':
        return complementOf(present, evaluate(plan.plan, profile))
      case 'all':
        return intersect(
          present,
          plan.plans.map((part) => evaluate(part, profile)),
        )
      case 'any':
        return unite(
          present,
          plan.plans.map((part) => evaluate(part, profile)),
        )
    }
  }

  function select(filter: string | Filter, options: Options): Bitmap {
    const combined = { ...defaults, ...options }
    const { plan, free } = preparePlan(filter, combined)
    const bitmap = evaluate(plan, combined.profile ?? documented)
    free()
    return bitmap
  }

  /** Brings columns and answers up to date with what now stands in a row. */
  function refresh(row: number): void {
    const resource = rows[row]
    for (const column of columns.values()) column.update(row, resource)
    for (const kept of answers.values()) setRow(kept.bitmap, row, kept.judge(row))
    for (const ordering of orderings.values()) ordering.add(row)
  }

  const forget = (row: number): void => {
    for (const ordering of orderings.values()) ordering.remove(row)
  }

  function insert(resource: R): void {
    if (rowOf.has(resource)) return
    const row = rows.push(resource) - 1
    rowOf.set(resource, row)
    if (row >= present.length * 32) {
      const room = Math.max(1024, rows.length * 2)
      present = enlarge(present, room)
      for (const kept of answers.values()) kept.bitmap = enlarge(kept.bitmap, room)
    }
    setRow(present, row, true)
    refresh(row)
  }

  /** Closes the gaps that deletions have left, once they are more than half; everything is laid out anew when needed. */
  function compact(): void {
    if (rows.length < 1024 || rowOf.size * 2 > rows.length) return
    const remaining = rows.filter((resource) => resource !== undefined)
    columns.clear()
    touched.clear()
    answers.clear()
    orderings.clear()
    load(remaining)
  }

  function load(loaded: Iterable<R>): void {
    rows = [...new Set(loaded)]
    rowOf = new Map(rows.map((resource, row) => [resource as R, row]))
    present = createBitmap(rows.length)
    for (let row = 0; row < rows.length; row++) setRow(present, row, true)
  }

  load(resources)
  return {
    filter(filter, { order, after, limit = Infinity, ...options } = {}) {
      const found: R[] = []
      if (limit < 1) return found
      const bitmap = select(filter, options)
      const take = (row: number): boolean => {
        const resource = rows[row]
        return resource === undefined || found.push(resource) < limit
      }
      if (order === undefined) forEachRow(bitmap, take)
      else orderedRows({ order, after }).every((row) => !hasRow(bitmap, row) || take(row))
      return found
    },
    inOrder: (part) => resourcesAt(orderedRows(part), rows),
    count: (filter, options = {}) => countRows(select(filter, options)),
    insert,
    delete(resource) {
      const row = rowOf.get(resource)
      if (row === undefined) return false
      rowOf.delete(resource)
      forget(row)
      rows[row] = undefined
      setRow(present, row, false)
      compact()
      return true
    },
    replace(resource, replacement) {
      const row = rowOf.get(resource)
      if (row === undefined || (replacement !== resource && rowOf.has(replacement))) return false
      rowOf.delete(resource)
      rowOf.set(replacement, row)
      forget(row)
      rows[row] = replacement
      refresh(row)
      return true
    },
    get size() {
      return rowOf.size
    },
  }
}

/** The resources that are still there. */
function* resourcesAt<R>(numbers: Uint32Array, rows: readonly (R | undefined)[]): Iterable<R> {
  for (const row of numbers) {
    const resource = rows[row]
    if (resource !== undefined) yield resource
  }
}

/** The same for paths that lead to the same values, read in the same way. */
const nameOfPath = ({ steps, field }: Path): string =>
  JSON.stringify([steps, field.type, field.type === 'map' && field.value])

/** The same for restrictions that ask the same of the same field, whatever the schema and the limits of the call. */
function nameOf({ path, restriction, value, longestText }: PlannedTest, profile: Profile): string {
  return JSON.stringify([
    nameOfPath(path),
    longestText,
    restriction.comparator.symbol,
    value.kind === 'value' ? value.parts : value.text,
    [profile.hasOnString, profile.enumCase, profile.unsetParent],
  ])
}
