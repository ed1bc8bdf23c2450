import type { Choose, Clause, Draft, Restriction, Value } from './draft.ts'

/** The text of a draft. What is chosen is white space, quotes, escapes, spellings of names, and needless parentheses. */
export function spell(draft: Draft, choose: Choose): string {
  const space = () => choose(' ', '  ', '\n', '\t ')
  const blank = () => choose('', ' ')
  const group = (text: string) => `(${blank()}${text}${blank()})`
  const grouped = (part: Draft) => {
    const text = spell(part, choose)
    return part.kind === 'restriction' ? choose(text, group(text)) : group(text)
  }
  switch (draft.kind) {
    case 'AND':
    case 'OR':
      return draft.parts.map(grouped).join(`${space()}${draft.kind}${space()}`)
    case 'side by side':
      return draft.parts.map(grouped).join(space())
    case 'NOT':
      return `${choose(`NOT${space()}`, '-')}${grouped(draft.part)}`
    case 'restriction':
      return spellRestriction(draft, choose)
    case 'clause':
      return spellClause(draft, space)
  }
}

function spellRestriction({ names, comparator, values }: Restriction, choose: Choose): string {
  const [first = [], ...others] = values.map((value) => spellValue(value, choose))
  const value = others.length === 0 ? choose(first, `(${String(first)})`) : `(${[first, ...others].join(' OR ')})`
  const around = () => choose(' ', '', '  ')
  return `${spellNames(names, choose)}${around()}${comparator}${around()}${String(value)}`
}

function spellNames(names: readonly string[], choose: Choose): string {
  return names
    .map((name) => {
      const quoted = `"${name}"`
      if (/[^\w-]/.test(name)) return quoted
      const snakeCase = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
      return choose(name, quoted, snakeCase)
    })
    .join('.')
}

/** A `*` of the text is escaped, one between parts is not. */
function spellValue(parts: Value, choose: Choose): string {
  const quote = choose('"', "'")
  const quoted = `${quote}${parts.map((part) => escapePart(part, quote, choose)).join('*')}${quote}`
  const bare = parts.join('*')
  const isBare = /^[\w*][\w*.:/+-]*$/.test(bare) && !parts.some((part) => part.includes('*'))
  // A keyword is a value only in quotes.
  return isBare && !/^(?:AND|OR|NOT|~|&&|\|\|)$/.test(bare) ? choose(bare, quoted) : quoted
}

function escapePart(part: string, quote: string, choose: Choose): string {
  const escaped = part.replace(/[\\*]/g, '\\$&').replaceAll(quote, `\\${quote}`)
  return choose(
    escaped,
    escaped.replace(/(?<!\\)[a-z]/, (letter) => `\\x${letter.charCodeAt(0).toString(16)}`),
  )
}

function spellClause({ names, comparator, literal }: Clause, space: () => string): string {
  return [spellNames(names, (first) => first), comparator, `"${literal}"`].join(space())
}
