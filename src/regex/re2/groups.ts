/** A pattern, rewritten for the bundled RE2. */
export interface GroupsRead {
  /** Without capturing: what groups capture is never asked for, and costs RE2 time. */
  readonly uncaptured: string
  /** With its names as the RE2 of 2020 reads them, which knows neither `(?<name>` nor names beyond ASCII. */
  readonly named: string
  /** Whether no parenthesis, backslash or quotation of the pattern can reach beyond its end. */
  readonly staysInside: boolean
}

/** Quotations, escapes and classes, in which parentheses are text; named groups, groups with flags, other parentheses. */
const token =
  /\\Q[^]*?(?:\\E|$)|\\[^]|\\$|\[\^?\]?(?:\\[^]|\[:\^?\w+:\]|[^\]\\])*\]?|\(\?P?<(?![=!])(?:([^>]*)>)?|\(\??|\)/g

/** Of current RE2: letters, marks, decimal digits, letter-like numbers and connectors. */
const groupName = /^[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}]+$/u

export function readGroups(pattern: string): GroupsRead {
  if (!/[()\\]/.test(pattern)) return { uncaptured: pattern, named: pattern, staysInside: true }
  let depth = 0
  let staysInside = true
  const uncaptured = pattern.replace(token, (found, name?: string) => {
    if (found === '\\' || (found.startsWith('\\Q') && !found.endsWith('\\E'))) staysInside = false
    if (found === ')') depth--
    if (found.startsWith('(')) depth++
    if (depth < 0) staysInside = false
    return found === '(' || isName(name) ? '(?:' : found
  })
  const named = pattern.replace(token, (found, name?: string) => {
    if (isName(name)) return `(?P<${name.replace(/\W/gu, '_')}>`
    return found.startsWith('(?<') ? `(?P${found.slice(2)}` : found
  })
  return { uncaptured, named, staysInside }
}

const isName = (name: string | undefined): name is string => name !== undefined && groupName.test(name)
