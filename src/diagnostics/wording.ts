const longest = 60

/** What a user wrote, in backticks: on one line, control characters shown as escapes, shortened when long. */
export function quoted(text: string): string {
  const shown = visible(text.length > longest ? `${sliceCodePoints(text, longest - 1)}…` : text)
  return `\`${shown}\``
}

const longestProposal = 1000

/** Filter text that help proposes, in backticks: whole, so that it can be copied. */
export function proposal(text: string): string {
  return `\`${visible(text.length > longestProposal ? `${sliceCodePoints(text, longestProposal - 1)}…` : text)}\``
}

/** Whatever a terminal or log would not show, or would obey, as escapes: controls, marks, white space, lone surrogates. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu,
    (character) => shortEscapes[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}

const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const characterNames: Readonly<Record<string, string>> = {
  '\0': 'a null character',
  '\b': 'a backspace',
  '\v': 'a vertical tab',
  '\x1b': 'an escape character',
  '\x7f': 'a delete character',
  '\x85': 'a next-line character',
  '\xa0': 'a no-break space',
}

/** A character in backticks; one that cannot be seen by its code point: `U+00A0, a no-break space`. */
export function nameCharacter(character: string): string {
  if (!/(?![\t\n\r\f])[\p{Cc}\xa0]/u.test(character)) return quoted(character)
  const codePoint = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return `U+${codePoint}, ${characterNames[character] ?? 'a control character'}`
}

function sliceCodePoints(text: string, length: number): string {
  const cut = text.slice(0, length)
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}

/** `1,000 restrictions`; digits are grouped the same way on every machine. */
export function plural(count: number, noun = ''): string {
  const digits = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return noun === '' ? digits : `${digits} ${noun}${count === 1 ? '' : 's'}`
}

/** ``did you mean `a`, `b` or `c`?`` */
export function alternatives(lead: string, names: readonly string[]): string | undefined {
  const [last, ...others] = names.map(quoted).reverse()
  if (last === undefined) return undefined
  const list = others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`
  return lead.startsWith('did') ? `${lead} ${list}?` : `${lead} ${list}`
}
