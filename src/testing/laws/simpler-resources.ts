/** The resource without one of its parts, at any depth; large parts first. */
export function simplerResources(resource: object): readonly object[] {
  return pathsOf(resource).map((path) => without(resource, path))
}

/** The list without one of its elements. */
export function shorterLists<T>(list: readonly T[]): readonly (readonly T[])[] {
  return list.map((_, index) => list.filter((_, other) => other !== index))
}

/** The list with one of its elements made simpler. */
export function simplerElements<T>(
  list: readonly T[],
  simpler: (element: T) => readonly T[],
): readonly (readonly T[])[] {
  return list.flatMap((element, index) => simpler(element).map((other) => list.with(index, other)))
}

type Path = readonly [string, ...string[]]

/** The paths of all parts, each before the paths inside it. */
function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  return [
    ...entries.map(([name]): Path => [name]),
    ...entries.flatMap(([name, part]) => pathsOf(part).map((path): Path => [name, ...path])),
  ]
}

/** A copy without one part. The elements after a removed array element move up. */
function without<T>(value: T, [first, ...rest]: Path): T {
  const [second, ...others] = rest
  if (Array.isArray(value)) {
    const elements: readonly unknown[] = value
    const at = Number(first)
    return (
      second === undefined ? elements.toSpliced(at, 1) : elements.with(at, without(elements[at], [second, ...others]))
    ) as T
  }
  const entries = Object.entries(value as Record<string, unknown>)
  const kept = second === undefined ? entries.filter(([name]) => name !== first) : entries
  return Object.fromEntries(
    kept.map(([name, part]) => [
      name,
      name === first && second !== undefined ? without(part, [second, ...others]) : part,
    ]),
  ) as T
}
