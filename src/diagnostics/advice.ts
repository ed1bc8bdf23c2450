import type { Span } from '../ast/index.ts'
import type { Fix, TextEdit } from './fix.ts'
import { proposal, quoted } from './wording.ts'

/** What to do about a diagnostic: in words, and as changes of the text where that can be told. */
export interface Advice {
  readonly help: string
  readonly fixes: readonly Fix[]
}

/** Words alone, or with fixes. */
export type Help = string | Advice

/** The edit that puts a text in a place. */
export const replace = ({ start, end }: Span, text: string): TextEdit => ({ span: { start, end }, text })

/** The edit that puts a text before an offset. */
export const insert = (offset: number, text: string): TextEdit => replace({ start: offset, end: offset }, text)

/** Words that one change carries out; they are its title, too. */
export const advise = (help: string, edits: readonly TextEdit[], isPreferred = true): Advice => ({
  help,
  fixes: [{ title: help, edits, isPreferred }],
})

interface Proposed {
  /** Where the text belongs. */
  readonly span: Span
  readonly text: string
  /** The filter, for a text that takes the place of a restriction: the edit adds parentheses where it needs them. */
  readonly source?: string
  readonly lead?: string
  readonly rest?: string
  readonly isPreferred?: boolean
}

/** ``write `labels.env = prod` ``, and the edit that does; the title says no more than that. */
export function propose({ span, text, source, lead = 'write', rest = '', isPreferred = true }: Proposed): Advice {
  const inserted = source === undefined ? text : embed(text, span, source)
  const help = `${lead} ${proposal(text)}${rest}`
  return { help, fixes: [{ title: `write ${quoted(text)}`, edits: [replace(span, inserted)], isPreferred }] }
}

const enclosed = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\([^()]*\)/g
const negation = /(?:(?<![^ \t\r\n\f(])NOT[ \t\r\n\f]+|-)$/

/** A text in the place of a restriction: in parentheses where its neighbours would change the meaning. */
export function embed(text: string, { start, end }: Span, source: string): string {
  const isNegation = /^(?:NOT |-)/.test(text)
  const isConjunction = text.replace(enclosed, '').includes(' AND ')
  const isAlone = `${source.slice(0, start)}${source.slice(end)}`.trim() === ''
  const needsParentheses = isConjunction ? !isAlone : isNegation && negation.test(source.slice(0, start))
  return needsParentheses ? `(${text})` : text
}

/** The words of help without its fixes. */
export const wordsOf = (help: Help | undefined): string | undefined => (typeof help === 'object' ? help.help : help)

/** The fixes that come with help. */
export const fixesOf = (help: Help | undefined): readonly Fix[] => (typeof help === 'object' ? help.fixes : [])

/** Advice without its fixes where they do not fit. */
export const adviseIf = (isFitting: boolean, advice: Advice): Help => (isFitting ? advice : advice.help)
