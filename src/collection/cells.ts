import { presenceOf, valuesAt, type ValueVerdict, verdictOf } from '../evaluate/index.ts'
import { ownReaderOf } from '../matcher/index.ts'
import type { Condition } from '../plan/index.ts'
import { isSingle, type Path } from '../schema/index.ts'
import { scalarTypes } from '../types/index.ts'
import { isObject } from '../values/index.ts'

/** Represents a value that is not a scalar, and the values above it. */
const [above, there, notThere] = [Symbol('unset above'), Symbol('there'), Symbol('not there')]

/**
 * What one resource has at a path: a scalar as it is, one of the symbols, or the list of them on the way through
 * arrays. Copies nothing but that, so what later becomes of the resource makes no difference.
 */
export type Cell = unknown

/** Reads the cells of a path. */
export function readerOf(path: Path): (resource: unknown) => Cell {
  const simplify = simplifierOf(path)
  if (path.repeated) return (resource) => valuesAt(path.steps, resource).map(simplify)
  const parents = path.steps.slice(0, -1).map(({ name }) => ownReaderOf(name))
  const readLast = ownReaderOf(path.steps.at(-1)?.name ?? '')
  return (resource) => {
    let parent = resource
    for (const read of parents) {
      parent = read(parent)
      if (!isObject(parent)) return above
    }
    return simplify(readLast(parent))
  }
}

/** Gives the same for cells that meet the same conditions. */
export const keyingOf = ({ repeated }: Path): ((cell: Cell) => unknown) =>
  repeated ? (cell) => (cell as readonly unknown[]).map(describe).join() : (cell) => cell

const describe = (value: unknown): string =>
  typeof value === 'string' ? `${value.length} ${value}` : `${typeof value} ${String(value)}`

/** Whether a cell meets a condition. */
export function cellTest(condition: Condition): (cell: Cell) => boolean {
  const { isNegated, whenParentUnset } = condition
  const verdict = verdictOf(condition)
  const holds: ValueVerdict = (value) => value === there || verdict(value === notThere ? undefined : value)
  return (cell) => {
    if (cell === above) return whenParentUnset
    return Array.isArray(cell) ? cell.some(holds) !== isNegated : holds(cell)
  }
}

const isNested = (value: unknown): boolean =>
  value !== null && (typeof value === 'object' || typeof value === 'function')

/** Messages and maps are only tested for presence. A `Date` becomes its text; other objects count as unset. */
function simplifierOf(path: Path): (value: unknown) => unknown {
  if (isSingle(path.field)) {
    const { patternText } = scalarTypes[path.field.type]
    return (value) => (isNested(value) ? (patternText?.(value) ?? notThere) : value)
  }
  const isPresent = presenceOf(path.field)
  return (value) => (isPresent(value) ? there : notThere)
}
