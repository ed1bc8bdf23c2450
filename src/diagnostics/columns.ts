// East Asian wide and full-width characters, and emoji.
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/gu

/** How many columns of a terminal a text takes: two for a wide character, none for a combining one. */
export function countColumns(text: string): number {
  const shown = text.replace(/\p{M}/gu, '')
  return Array.from(shown).length + (shown.match(wide)?.length ?? 0)
}
