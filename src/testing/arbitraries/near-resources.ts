import type { Clauses, Draft, Near } from './draft.ts'

/** The resources with texts near the patterns that the filter has. */
export function withNearTexts(draft: Draft, resources: readonly object[]): readonly object[] {
  const all = draft.kind === 'clauses' ? nearOf(draft.clauses) : []
  const paths = new Map<string, Near[]>()
  for (const near of all) {
    const key = JSON.stringify(near.path)
    paths.set(key, [...(paths.get(key) ?? []), near])
  }
  return [...paths.values()].reduce(
    (changed, nears) =>
      changed.map((resource, index) => {
        const { path, texts } = nears[index % nears.length] as Near
        return withText(resource, path, texts[index % texts.length] as string) as object
      }),
    resources,
  )
}

const nearOf = (clauses: Clauses): readonly Near[] =>
  clauses.kind === 'leaf' ? (clauses.leaf.near === undefined ? [] : [clauses.leaf.near]) : clauses.parts.flatMap(nearOf)

/** A copy with a text at a path. A value on the way that is not an object is replaced by one. */
function withText(value: unknown, [first, ...rest]: readonly string[], text: string): unknown {
  if (first === undefined) return text
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
  const inner: unknown = entries.find(([name]) => name === first)?.[1]
  // `__proto__` may be a key.
  return Object.fromEntries([...entries.filter(([name]) => name !== first), [first, withText(inner, rest, text)]])
}
