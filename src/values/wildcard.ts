/**
 * Whether a value is a text that has the parts in this order, the first at its start, the last at its end, anything
 * between them. Takes time of the order text × parts at worst, never more: each part is looked for once, from left to
 * right.
 */
export function compileWildcard(parts: readonly [string, ...string[]]): (value: unknown) => boolean {
  const [first, ...others] = parts
  const last = others.pop()
  if (last === undefined) return (value) => value === first
  const middle = others.filter((part) => part !== '')
  if (middle.length > 0) return (value) => typeof value === 'string' && hasInOrder(value, first, middle, last)
  if (last === '') return (value) => typeof value === 'string' && value.startsWith(first)
  if (first === '') return (value) => typeof value === 'string' && value.endsWith(last)
  const shortest = first.length + last.length
  return (value) =>
    typeof value === 'string' && value.length >= shortest && value.startsWith(first) && value.endsWith(last)
}

function hasInOrder(text: string, first: string, middle: readonly string[], last: string): boolean {
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  const end = text.length - last.length
  let at = first.length
  for (const part of middle) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= end
}
