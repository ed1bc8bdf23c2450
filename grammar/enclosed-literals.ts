/*
 * Where an unquoted literal inside a parenthesised clause ends: SEMANTICS.md section 2. The text is gone through once,
 * however many such literals are in it: a search ends at the next clause at the latest.
 */

const whiteSpace: ReadonlySet<string | undefined> = new Set([' ', '\t', '\r', '\n'])

// A second clause, or an operator, that stands where a literal with spaces in it could go on. At a place at
// most three searches for a field are under way – outside of quotes, inside of `"` and of `'` – so this is linear, too.
const field = `(?:[^ \\t\\r\\n()"'<>=!:]|"[^"]*"|'[^']*')+`
const nextClause = new RegExp(
  `[ \\t\\r\\n]+(?:(?:AND|OR)(?=[ \\t\\r\\n(])|NOT[ \\t\\r\\n]|${field}[ \\t\\r\\n]+(?:eq|ne)[ \\t\\r\\n])`,
  'y',
)

/**
 * At the `)` that closes the clause, with parentheses, escapes and classes of the literal balanced first, or before the
 * next clause, where that `)` was forgotten. White space at its end is not part of it.
 */
export function endOfEnclosedLiteral(source: string, start: number): number {
  let depth = 0
  let end = start
  let classes = true
  for (let at = start; at < source.length; at++) {
    switch (source.charAt(at)) {
      case '\\':
        at++
        break
      case '[': {
        const close = classes ? endOfClass(source, at) : -1
        if (close < 0) classes = false
        else at = close
        break
      }
      case '(':
        depth++
        break
      case ')':
        if (depth-- === 0) return end
        break
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        if (depth > 0) break
        if (endOf(nextClause, source, at) !== undefined) return end
        while (whiteSpace.has(source[at + 1])) at++
        continue
    }
    end = Math.min(at + 1, source.length)
  }
  return end
}

const namedClass = /\[:\^?\w*:\]/y
const nextComparator = /[ \t\r\n](?:eq|ne)[ \t\r\n]/y

/** The index of the `]` that closes the class opened at `start`, or -1. No class reaches over the next `eq` or `ne`. */
function endOfClass(source: string, start: number): number {
  let at = start + 1
  if (source[at] === '^') at++
  if (source[at] === ']') at++
  for (; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === ']') return at
    else if (source[at] === '[') at = (endOf(namedClass, source, at) ?? at + 1) - 1
    else if (endOf(nextComparator, source, at) !== undefined) return -1
  }
  return -1
}

/** Where that which a sticky pattern finds at `start` ends; undefined when it finds nothing. */
function endOf(pattern: RegExp, source: string, start: number): number | undefined {
  pattern.lastIndex = start
  return pattern.test(source) ? pattern.lastIndex : undefined
}
