import { compile } from '../../src/index.ts'

/*
 * A matcher that reads the text of a filter by itself, as other implementations do: no tree of the library, only its
 * verdict on single restrictions. Each way of reading can be changed to a wrong one.
 */

/** The binary levels from loose to tight, and which of them NOT and `-` reach over. */
export interface Reading {
  readonly levels?: readonly Level[]
  readonly notReaches?: Level
  readonly minusReaches?: Level
  /** How values in parentheses are read, where otherwise than restrictions. */
  readonly values?: Pick<Reading, 'levels' | 'notReaches' | 'minusReaches' | 'verdict'>
  /** Instead of what AND, OR and NOT mean. */
  readonly verdict?: (operator: Level | 'NOT', verdicts: readonly boolean[]) => boolean
}

type Level = 'AND' | 'beside' | 'OR'

const right = ['AND', 'beside', 'OR'] as const

type Decide = (leaf: string, resource: object) => boolean

/** What is read of a text: a function of the verdicts on its leaves. */
type Read = (decide: Decide, resource: object) => boolean

export function createTextMatcher(reading: Reading): (filter: string, resource: object) => boolean {
  const decideLeaf: Decide = (leaf, resource) => {
    const [, field = '', values = ''] = /^([^]*?[=:<>!]{1,2}[ \t\r\n\f]*)(\([^]*)$/.exec(leaf) ?? []
    const isComposite = values !== '' && !/["']/.test(field.replace(/\\[^]/g, '').replace(quoted, ''))
    if (!isComposite) return compile<object>(leaf)(resource)
    const read = readLogic(values, { ...reading, ...reading.values }, true)
    return read((value, given) => compile<object>(field + value)(given), resource)
  }
  return (filter, resource) => {
    if (isRegex(filter)) return compile<object>(filter)(resource)
    const text = filter.replace(/^[ \t\r\n\f]+|[ \t\r\n\f]+$/g, '')
    return text === '' || readLogic(text, reading, false)(decideLeaf, resource)
  }
}

const quoted = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'/g

/** An escape outside quotes may be that of a quote. */
const escapedOrQuoted = new RegExp(`\\\\[^]|${quoted.source}`, 'g')

export const withoutQuotes = (filter: string): string =>
  filter.replace(escapedOrQuoted, (found) => (found.startsWith('\\') ? found : '"Q"'))

export const isRegex = (filter: string): boolean => /[ \t\r\n\f](?:eq|ne)[ \t\r\n\f]/.test(withoutQuotes(filter))

function readLogic(text: string, reading: Reading, isValue: boolean): Read {
  const { levels = right, notReaches, minusReaches, verdict = mean } = reading
  let at = 0
  const skip = (): boolean => {
    while (/[ \t\r\n\f]/.test(text.charAt(at))) at++
    return at < text.length
  }
  const peek = (word: string) => text.startsWith(word, at) && /^(?:$|[ \t\r\n\f()])/.test(text.slice(at + word.length))

  const level = (index: number): Read => {
    const operator = levels[index]
    if (operator === undefined) return term()
    const parts = [level(index + 1)]
    while (skip() && text[at] !== ')') {
      if (operator !== 'beside') {
        if (!peek(operator)) break
        at += operator.length
      } else if (peek('AND') || peek('OR')) break
      parts.push(level(index + 1))
    }
    if (parts.length === 1) return parts[0] as Read
    return (decide, resource) =>
      verdict(
        operator,
        parts.map((part) => part(decide, resource)),
      )
  }

  const term = (): Read => {
    skip()
    const isNot = peek('NOT')
    const isMinus = text[at] === '-' && (!isValue || !/\d/.test(text.charAt(at + 1)))
    if (!isNot && !isMinus) return simple()
    at += isNot ? 3 : 1
    const reaches = isNot ? notReaches : minusReaches
    skip()
    const operand = reaches === undefined ? simple() : level(levels.indexOf(reaches))
    return (decide, resource) => verdict('NOT', [operand(decide, resource)])
  }

  const simple = (): Read => {
    if (text[at] !== '(') return leaf()
    at++
    const inner = level(0)
    skip()
    if (text[at++] !== ')') throw new Error(`no ) in ${text}`)
    return inner
  }

  const leaf = (): Read => {
    const start = at
    at = isValue ? endOfValue(at) : endOfRestriction(at)
    const source = text.slice(start, at)
    return (decide, resource) => decide(source, resource)
  }

  const endOfValue = (from: number): number => {
    const end = /["']/.test(text.charAt(from)) ? matchAt(quoted, from) : matchAt(/(?:\\[^]|[^ \t\r\n\f()"'\\])+/g, from)
    if (end === from) throw new Error(`no value at ${String(from)} of ${text}`)
    return end
  }

  const endOfRestriction = (from: number): number => {
    let end = from
    while (end < text.length && !/[=:<>!]/.test(text.charAt(end)))
      end = matchAt(/\\[^]|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|[^]/g, end)
    end = matchAt(/[=:<>!]{1,2}[ \t\r\n\f]*/g, end)
    if (text[end] !== '(') return endOfValue(end)
    for (let depth = 0; ;) {
      if (text[end] === '(') depth++
      if (text[end] === ')') depth--
      end = matchAt(/\\[^]|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|[^]/g, end)
      if (depth === 0) return end
    }
  }

  const matchAt = (pattern: RegExp, from: number): number => {
    const sticky = new RegExp(pattern.source, 'y')
    sticky.lastIndex = from
    return from + (sticky.exec(text)?.[0].length ?? 0)
  }

  return level(0)
}

function mean(operator: Level | 'NOT', verdicts: readonly boolean[]): boolean {
  if (operator === 'NOT') return !verdicts[0]
  return operator === 'OR' ? verdicts.some(Boolean) : verdicts.every(Boolean)
}
