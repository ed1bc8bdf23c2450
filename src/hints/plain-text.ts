/** The one text that a pattern matches, where it is made of letters, digits, `_`, hyphens and escaped punctuation. */
export function plainText(pattern: string): string | undefined {
  return /^(?:[\w-]|\\[.-])+$/.test(pattern) ? pattern.replaceAll('\\', '') : undefined
}
