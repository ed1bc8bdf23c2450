import { presenceAt, type Question, valuesAt } from '../evaluate/index.ts'
import type { Path } from '../schema/index.ts'
import { isObject, ownValue } from '../values/index.ts'

/** What one resource has at a path, in the form in which equals are recognised. */
export interface Cell {
  /** The same for cells of which every question says the same. */
  readonly key: unknown
  /** The value, where there is one and not several. */
  readonly value: unknown
  satisfies(question: Question): boolean
}

const [above, there, notThere] = [Symbol('unset above'), Symbol('there'), Symbol('not there')]

/** Reads the cells of a path. */
export function readerOf(path: Path): (resource: unknown) => Cell {
  const keyOf = keysOf(path)
  if (path.repeated) return (resource) => several(valuesAt(path.steps, resource), keyOf)
  const parents = path.steps.slice(0, -1).map(({ name }) => name)
  const last = path.steps.at(-1)?.name ?? ''
  return (resource) => {
    let parent = resource
    for (const name of parents) {
      parent = ownValue(parent, name)
      if (!isObject(parent)) return nothingAbove
    }
    const value = ownValue(parent, last)
    return { key: keyOf(value), value, satisfies: ({ holds }) => holds(value) }
  }
}

const nothingAbove: Cell = { key: above, value: undefined, satisfies: ({ underUnset }) => underUnset }

const several = (values: readonly unknown[], keyOf: (value: unknown) => unknown): Cell => ({
  key: values.map((value) => describe(keyOf(value))).join(),
  value: undefined,
  satisfies: ({ holds }) => values.some(holds),
})

const describe = (key: unknown): string =>
  typeof key === 'string' ? JSON.stringify(key) : `${typeof key} ${String(key)}`

/** A scalar is its own key. Of messages and maps only presence is asked. */
function keysOf(path: Path): (value: unknown) => unknown {
  if (path.field.type !== 'message' && path.field.type !== 'map') {
    return (value) => (typeof value === 'object' && value !== null ? notThere : value)
  }
  const isPresent = presenceAt(path)
  return (value) => (isPresent(value) ? there : notThere)
}
