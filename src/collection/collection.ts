import QuickLRU from 'quick-lru'
import type { Filter } from '../ast/index.ts'
import { preparePlan } from '../compile.ts'
import type { Options } from '../options.ts'
import { documented } from '../profiles.ts'
import type { Image, ResourceOf, Schema } from '../schema/index.ts'
import { createAnswers } from './answers.ts'
import { type Bitmap, countRows, createBitmap, enlarge, forEachRow, hasRow, setRow } from './bitmap.ts'
import { checkCall, checkDefaults, checkIterable, checkLimit, checkOrder } from './check-options.ts'
import { createOrdering, type Ordering, type ResourceOrder } from './ordering.ts'
import { readSnapshot } from './snapshot.ts'
import { atOnce, finish, inSteps, type Pace, type Steps } from './steps.ts'

/** Resources that many filters are asked of. */
export interface Collection<R extends object = Image> {
  /**
   * The resources that match, in the order in which they came in unless another is asked for; at most `limit` of them.
   *
   * @throws FilterError; TypeError for a limit that is neither a non-negative integer nor Infinity
   */
  filter<K = unknown>(
    filter: string | Filter,
    options?: Options & Partial<Part<K>> & { readonly limit?: number | undefined },
  ): R[]
  /**
   * What `filter` does, in steps of a fraction of a millisecond (but for compiling the filter and sorting for the first
   * time), so that it can be paused between two of them. Resources may come and go meanwhile: the result is what matches
   * when the last step is done. Undefined when so many were deleted that it has to begin again.
   *
   * @throws FilterError
   */
  prepare<K>(filter: string | Filter, options: Options & Part<K>): Generator<undefined, Iterable<R> | undefined>
  /**
   * The resources that are there now, in an order. Those that are deleted before they are reached are left out; of those
   * that are replaced, the replacement is read, unless its place in the order is another.
   */
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

/** What is wanted of an order. Orders are kept sorted by identity: give the same object again. */
export interface Part<K> {
  readonly order: ResourceOrder<K>
  /** Only what comes after this key. */
  readonly after?: K | undefined
}

/** How many orders are kept. */
const mostOrderings = 4

/**
 * Holds resources so that asking many filters of them is cheap: what a filter touches is laid out in columns when it is
 * first touched, each distinct value of a column is judged once for each restriction, and the answers are combined bit
 * by bit. Says the same as the Matcher; resources that are changed in place must be replaced.
 *
 * @param options the schema and the defaults of the calls that name none
 * @throws TypeError for options that are wrong, as all its methods do
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
  /** For rows whose resource was replaced: the count of replacements then. */
  let replacedAt = new Map<number, number>()
  let replacements = 0
  const answers = createAnswers(() => rows)
  const orderings = new QuickLRU<object, Ordering<unknown>>({ maxSize: mostOrderings })

  function orderedRows<K>({ order, after }: Part<K>): Uint32Array {
    checkOrder(order)
    const known = orderings.get(order) as Ordering<K> | undefined
    const ordering = known ?? createOrdering(order, (row) => rows[row], rowOf.values())
    if (known === undefined) orderings.set(order, ordering)
    return ordering.rowsAfter(after)
  }

  function snapshotOf<K>(order: ResourceOrder<K>, numbers: Uint32Array): Iterable<R> {
    // Rows move into new arrays.
    const [there, replacedThere, before] = [rows, replacedAt, replacements]
    const resourceAt = (row: number): R | undefined => there[row]
    const isReplaced = (row: number): boolean => replacements > before && (replacedThere.get(row) ?? 0) > before
    return readSnapshot({ order, numbers, resourceAt, isReplaced })
  }

  function* select(filter: string | Filter, options: Options, pace: Pace): Steps<Bitmap | undefined> {
    const combined = { ...defaults, ...options }
    const { plan, free } = preparePlan(filter, combined)
    try {
      return yield* answers.select(plan, combined.profile ?? documented, () => present, pace)
    } finally {
      free()
    }
  }

  /** Nothing can come between its steps. */
  const selectNow = (filter: string | Filter, options: Options): Bitmap =>
    finish(select(filter, options, atOnce)) as Bitmap

  function resourcesIn(bitmap: Bitmap, limit: number): R[] {
    const found = new Array<R>(Math.min(countRows(bitmap), limit))
    let length = 0
    forEachRow(bitmap, (row) => {
      found[length++] = rows[row] as R
      return length < found.length
    })
    return found
  }

  /** Brings answers and orders up to date with what now stands in a row. */
  function refresh(row: number): void {
    answers.refresh(row)
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
      answers.enlarge(room)
    }
    setRow(present, row, true)
    refresh(row)
  }

  /** Closes the gaps that deletions have left, once they are more than half; columns are laid out again when needed. */
  function compact(): void {
    if (rows.length < 1024 || rowOf.size * 2 > rows.length) return
    const remaining = rows.filter((resource) => resource !== undefined)
    answers.clear()
    orderings.clear()
    load(remaining)
  }

  function load(loaded: Iterable<R>): void {
    rows = []
    rowOf = new Map()
    replacedAt = new Map()
    for (const resource of loaded) if (!rowOf.has(resource)) rowOf.set(resource, rows.push(resource) - 1)
    present = createBitmap(rows.length)
    for (let row = 0; row < rows.length; row++) setRow(present, row, true)
  }

  checkDefaults(defaults)
  checkIterable(resources)
  load(resources)
  return {
    filter(filter, given = {}) {
      const { order, after, limit = Infinity, ...options } = checkCall(given, ['order', 'after', 'limit'])
      checkLimit(limit)
      const bitmap = selectNow(filter, options)
      if (limit === 0) return []
      if (order === undefined) return resourcesIn(bitmap, limit)
      const found: R[] = []
      orderedRows({ order, after }).every((row) => !hasRow(bitmap, row) || found.push(rows[row] as R) < limit)
      return found
    },
    *prepare(filter, given) {
      const { order, after, ...options } = checkCall(given, ['order', 'after'])
      const bitmap = yield* select(filter, options, inSteps)
      if (bitmap === undefined) return undefined
      const matching = orderedRows({ order, after }).filter((row) => hasRow(bitmap, row))
      return snapshotOf(order, matching)
    },
    inOrder: (part) => snapshotOf(part.order, orderedRows(part)),
    count: (filter, options = {}) => countRows(selectNow(filter, checkCall(options, []))),
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
      replacedAt.set(row, ++replacements)
      refresh(row)
      return true
    },
    get size() {
      return rowOf.size
    },
  }
}
