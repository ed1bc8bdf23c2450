import { createSearch } from './search.ts'

/**
 * Whether a value is a text that has the parts in this order, the first at its start, the last at its end, anything
 * between them. Each part is looked for once, from left to right, in time of the order text + parts.
 */
export function compileWildcard(parts: readonly [string, ...string[]]): (value: unknown) => boolean {
  const [first, ...others] = parts
  const last = others.pop()
  if (last === undefined) return (value) => value === first
  if (others.length > 0) {
    const searches = others.map((part) => ({ length: part.length, find: createSearch(part) }))
    return (value) => typeof value === 'string' && hasInOrder(value, first, searches, last)
  }
  if (last === '') return (value) => typeof value === 'string' && value.startsWith(first)
  if (first === '') return (value) => typeof value === 'string' && value.endsWith(last)
  const shortest = first.length + last.length
  return (value) =>
    typeof value === 'string' && value.length >= shortest && value.startsWith(first) && value.endsWith(last)
}

interface Search {
  readonly length: number
  readonly find: (text: string, from: number) => number
}

function hasInOrder(text: string, first: string, middle: readonly Search[], last: string): boolean {
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  const end = text.length - last.length
  let at = first.length
  for (const { length, find } of middle) {
    const found = find(text, at)
    if (found < 0) return false
    at = found + length
  }
  return at <= end
}
