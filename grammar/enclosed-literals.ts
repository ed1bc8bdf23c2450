import { invisible, regexComparator, space } from './characters.ts'

/*
 * Where an unquoted literal inside a parenthesised clause ends: SEMANTICS.md section 2. The text is scanned once, however
 * many such literals it has: a search ends at the next clause at the latest.
 */

const whiteSpace: ReadonlySet<string | undefined> = new Set([' ', '\t', '\r', '\n', '\f'])

// The start of a second clause, or of an operator, where a literal that contains spaces could continue. At any place at most
// three searches for a field are under way (outside quotes, inside `"`, inside `'`), so this takes linear time, too.
const field = `(?:[^${space}()"'<>=!:]|"[^"]*"|'[^']*')+`
const nextClause = new RegExp(
  `[${space}]+(?:(?:AND|OR)(?=[${space}(])|NOT[${space}]|${field}[${space}]+(?:${regexComparator})[${space}])`,
  'y',
)
const invisibleCharacter = new RegExp(`[${invisible}]`)

/**
 * The literal ends at the `)` that closes the clause, with its own parentheses, escapes and classes balanced first; if that
 * `)` was forgotten, before the next clause. An invisible character ends it in any case. Trailing white space is not part
 * of it.
 */
export function endOfEnclosedLiteral(source: string, start: number): number {
  const end = endOfBalanced(source, start)
  const at = source.slice(start, end).search(invisibleCharacter)
  return at === -1 ? end : start + at
}

function endOfBalanced(source: string, start: number): number {
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
        if (close === -1) classes = false
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
      case '\f':
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
const nextComparator = new RegExp(`[${space}](?:${regexComparator})[${space}]`, 'y')

/** The index of the `]` that closes the class opened at `start`, or -1. No class reaches over the next comparator. */
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

/** End of a sticky match at `start`; undefined if there is none. */
function endOf(pattern: RegExp, source: string, start: number): number | undefined {
  pattern.lastIndex = start
  return pattern.test(source) ? pattern.lastIndex : undefined
}
