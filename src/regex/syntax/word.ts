import { wordCharacters } from './named-classes.ts'

/** Whether a character belongs to a word, as `\b` sees it; false for the NaN outside of a text. */
export const isWordCharacter = (codePoint: number): boolean => codePoint < 0x80 && isWord[codePoint] === 1

const isWord = new Uint8Array(0x80)

for (let at = 0; at < wordCharacters.length; at += 2) {
  isWord.fill(1, wordCharacters[at], (wordCharacters[at + 1] ?? 0) + 1)
}
