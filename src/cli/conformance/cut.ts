import { escapeJson, escapeText } from '../escape.ts'

/** A text in one line, with at most `most` characters; how many are left out is said behind it. */
export function cut(text: string, most = 200): string {
  const characters = Array.from(escapeText(text))
  if (characters.length <= most) return characters.join('')
  return `${characters.slice(0, most).join('')}… (${String(characters.length - most)} more characters)`
}

export const cutJson = (value: unknown): string => cut(escapeJson(JSON.stringify(value)), 600)

/** As it is, or as JSON where its ends or some of its characters would not be seen. */
export function cutFilter(filter: string): string {
  const isPlain = filter !== '' && filter === escapeText(filter).trim()
  return cut(isPlain ? filter : escapeJson(JSON.stringify(filter)))
}
