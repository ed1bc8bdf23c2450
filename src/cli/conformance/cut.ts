import { escapeJson, escapeText } from '../escape.ts'

/** A text on one line, cut to `max` characters and followed by the number of omitted ones. */
export function cut(text: string, max = 200): string {
  const characters = Array.from(escapeText(text))
  if (characters.length <= max) return characters.join('')
  return `${characters.slice(0, max).join('')}… (${String(characters.length - max)} more characters)`
}

export const cutJson = (value: unknown): string => cut(escapeJson(JSON.stringify(value)), 600)

/** The filter, or its JSON if some characters would be invisible. */
export function cutFilter(filter: string): string {
  const isPlain = filter !== '' && filter === escapeText(filter).trim()
  return cut(isPlain ? filter : escapeJson(JSON.stringify(filter)))
}
