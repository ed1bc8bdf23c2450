/**
 * Whether a text has the parts in this order, the first at its start, the last at its end, anything between them.
 * Takes time of the order text × parts at worst, never more: each part is looked for once, from left to right.
 */
export function compileWildcard(parts: readonly [string, ...string[]]): (text: string) => boolean {
  const [first, ...others] = parts
  const last = others.pop()
  if (last === undefined) return (text) => text === first
  const middle = others.filter((part) => part !== '')
  const shortest = first.length + last.length
  if (middle.length === 0) {
    return (text) => text.length >= shortest && text.startsWith(first) && text.endsWith(last)
  }
  return (text) => {
    if (text.length < shortest || !text.startsWith(first) || !text.endsWith(last)) return false
    const end = text.length - last.length
    let at = first.length
    for (const part of middle) {
      const found = text.indexOf(part, at)
      if (found < 0) return false
      at = found + part.length
      if (at > end) return false
    }
    return true
  }
}
