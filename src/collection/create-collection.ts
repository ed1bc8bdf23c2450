import QuickLRU from 'quick-lru'
import type { FilterNode } from '../ast/index.ts'
import { preparePlan } from '../compile.ts'
import type { Options } from '../options.ts'
import type { Image, ResourceOf, Schema } from '../schema/index.ts'
import { createLargeMap } from '../values/index.ts'
import { createSelectionCache } from './answers.ts'
import { arrange, type Changes } from './arrange.ts'
import { type Bitmap, countRows, createBitmap, enlarge, forEachRow, hasRow, setRow } from './bitmap.ts'
import { checkCall, checkDefaults, checkIterable, checkLimit, checkOrder } from './check-options.ts'
import type { Collection, SortedView } from './collection.ts'
import { compactTable, type Compaction, type Table } from './compaction.ts'
import { createOrdering, type Ordering } from './ordering.ts'
import type { ResourceOrder } from './resource-order.ts'
import { createRowSet } from './row-set.ts'
import { readSnapshot } from './snapshot.ts'
import { atOnce, finish, inSteps } from './steps.ts'

/** The maximum number of sorted orders that are kept; at most twice as many are held. */
const maxOrderings = 4

/** Smaller collections do not close the gaps of deleted rows. */
const minCompacted = 1024

/**
 * Indexes resources for running many filters. The fields of a filter are laid out in columns on first use. Each distinct value
 * of a column is judged once per restriction, and the selections are combined bit by bit. The verdicts are those of the
 * Matcher. After changing a resource in place, call `replace(resource, resource)`.
 *
 * @param options the schema, and the defaults for all calls
 * @throws TypeError for wrong options, as do all methods
 * @example createCollection(images).count('labels.env = prod AND diskSizeGb > 50')
 */
export function createCollection<const S extends Schema>(
  resources: Iterable<ResourceOf<S> & object>,
  options: Options & { readonly schema: S },
): Collection<ResourceOf<S> & object>
export function createCollection<R extends object = Image>(resources: Iterable<R>, options?: Options): Collection<R>
export function createCollection<R extends object>(resources: Iterable<R>, defaults: Options = {}): Collection<R> {
  let rows: (R | undefined)[] = []
  let rowOf = createLargeMap<R, number>()
  let present: Bitmap = createBitmap(0)
  /** For rows whose resource was replaced: the number of replacements at that time. */
  let replacedAt = createLargeMap<number, number>()
  let replacements = 0
  /** Undefined unless gaps are being closed. */
  let compaction: Compaction<R> | undefined
  const answers = createSelectionCache(() => rows)
  /** For each running `prepare`: the rows that have changed since its selections were combined. */
  const underWay = new Map<Changes, Ordering<never>>()
  const orderings = new QuickLRU<object, Ordering<unknown>>({ maxSize: maxOrderings })

  function orderingOf<K>(order: ResourceOrder<K>): Ordering<K> {
    checkOrder(order)
    const known = orderings.get(order) as Ordering<K> | undefined
    if (known !== undefined) return known
    const ordering = createOrdering(order, { count: () => rows.length, resourceAt: (row) => rows[row] })
    orderings.set(order, ordering)
    return ordering
  }

  function orderedRows<K>({ order, after }: SortedView<K>): Uint32Array {
    const ordering = orderingOf(order)
    finish(ordering.settle())
    return ordering.rowsAfter(after)
  }

  function snapshotOf<K>(order: ResourceOrder<K>, numbers: Uint32Array): Iterable<R> {
    // Captures the current arrays, since closing gaps moves the rows into new ones.
    const [rowsThen, replacedThen, replacementsThen] = [rows, replacedAt, replacements]
    const resourceAt = (row: number): R | undefined => rowsThen[row]
    const isReplaced = (row: number): boolean =>
      replacements > replacementsThen && (replacedThen.get(row) ?? 0) > replacementsThen
    return readSnapshot({ order, numbers, resourceAt, isReplaced })
  }

  /** The rows that match a filter. Releases the plan. */
  function selectNow(filter: string | FilterNode, options: Options): Bitmap {
    const { plan, free } = preparePlan(filter, { ...defaults, ...options })
    try {
      // Never undefined, since nothing runs between the steps.
      return finish(answers.select(plan, () => present, atOnce)) as Bitmap
    } finally {
      free()
    }
  }

  function resourcesIn(bitmap: Bitmap, limit: number): R[] {
    const found = new Array<R>(Math.min(countRows(bitmap), limit))
    let length = 0
    forEachRow(bitmap, (row) => {
      found[length++] = rows[row] as R
      return length < found.length
    })
    return found
  }

  /** The cached orders, and those of running `prepare` calls. */
  function currentOrderings(): Iterable<Pick<Ordering<never>, 'add' | 'remove'>> {
    if (orderings.size + underWay.size === 0) return []
    return underWay.size === 0 ? orderings.values() : new Set([...orderings.values(), ...underWay.values()])
  }

  /** Updates selections and orders after a change of a row. */
  function refresh(row: number): void {
    answers.refresh(row)
    for (const ordering of currentOrderings()) ordering.add(row)
    for (const { rows: changed } of underWay.keys()) changed.add(row)
  }

  /** @param former the former resource of the row; undefined if it was changed in place */
  function forget(row: number, former: R | undefined): void {
    for (const ordering of currentOrderings()) ordering.remove(row, former)
    for (const { rows: changed } of underWay.keys()) changed.add(row)
  }

  function insert(resource: R): boolean {
    if (rowOf.get(resource) !== undefined) return false
    const row = rows.push(resource) - 1
    rowOf.set(resource, row)
    if (row >= present.length * 32) {
      const room = Math.max(1024, rows.length * 2)
      present = enlarge(present, room)
      answers.enlarge(room)
    }
    setRow(present, row, true)
    refresh(row)
    advanceCompaction()
    return true
  }

  /** Starts closing the gaps of deleted rows once half of the rows are empty. */
  function compactIfSparse(): void {
    if (compaction !== undefined || rows.length < minCompacted || rowOf.size * 2 > rows.length) return
    compaction = compactTable({ rows, rowOf })
  }

  /** Closes some gaps on every change. At the end, drops all columns, which are laid out again on demand. */
  function advanceCompaction(): void {
    const compacted = compaction?.advance()
    if (compacted === undefined) return
    compaction = undefined
    answers.clear()
    orderings.clear()
    underWay.clear()
    install(compacted)
  }

  function install(table: Table<R>): void {
    rows = table.rows
    rowOf = table.rowOf
    replacedAt = createLargeMap()
    present = createBitmap(rows.length)
    for (let row = 0; row < rows.length; row++) if (rows[row] !== undefined) setRow(present, row, true)
  }

  function load(loaded: Iterable<R>): void {
    const table: Table<R> = { rows: [], rowOf: createLargeMap() }
    for (const resource of loaded) {
      if (table.rowOf.get(resource) === undefined) table.rowOf.set(resource, table.rows.push(resource) - 1)
    }
    install(table)
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
      checkOrder(order)
      const asked = filter === undefined ? undefined : preparePlan(filter, { ...defaults, ...options })
      const changes: Changes = { rows: createRowSet() }
      try {
        const bitmap = asked && (yield* answers.select(asked.plan, () => present, inSteps))
        if (asked !== undefined && bitmap === undefined) return undefined
        const ordering = orderingOf(order)
        underWay.set(changes, ordering)
        const resourceAt = (row: number): R | undefined => rows[row]
        const steps = arrange(order, ordering, after, { plan: asked?.plan, bitmap, changes, resourceAt })
        for (;;) {
          const { done, value } = steps.next()
          if (done === true) return snapshotOf(order, value)
          yield
          if (!underWay.has(changes)) return undefined
        }
      } finally {
        underWay.delete(changes)
        asked?.free()
      }
    },
    inOrder: (part) => snapshotOf(part.order, orderedRows(part)),
    count: (filter, options = {}) => countRows(selectNow(filter, checkCall(options, []))),
    insert,
    delete(resource) {
      const row = rowOf.get(resource)
      if (row === undefined) return false
      rowOf.delete(resource)
      forget(row, resource)
      rows[row] = undefined
      setRow(present, row, false)
      compaction?.delete(resource)
      compactIfSparse()
      advanceCompaction()
      return true
    },
    replace(resource, replacement) {
      const row = rowOf.get(resource)
      if (row === undefined || (replacement !== resource && rowOf.get(replacement) !== undefined)) return false
      rowOf.delete(resource)
      rowOf.set(replacement, row)
      forget(row, replacement === resource ? undefined : resource)
      rows[row] = replacement
      replacedAt.set(row, ++replacements)
      compaction?.replace(resource, replacement)
      refresh(row)
      advanceCompaction()
      return true
    },
    get size() {
      return rowOf.size
    },
  }
}
