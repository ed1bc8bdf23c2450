// Characters that control a terminal or hide text in it: controls, marks of direction and width, line separators.
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Text for one line of a terminal. Characters that control a terminal become escapes. */
export function escapeText(text: string): string {
  return text.replace(unsafe, (character) => short[character] ?? escapeUnits(character))
}

/**
 * JSON text on one line, with the same value. Outside strings, white space is the only such character in JSON; inside
 * strings, the escape is equivalent to the character.
 */
export function escapeJson(text: string): string {
  return text.replace(unsafe, (character) => (/[\n\r\t]/.test(character) ? ' ' : escapeUnits(character)))
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`
  }).join('')
}
