import { wordCharacters } from './named-classes.ts'

/** Whether `\b` counts a character as part of a word; false for NaN, which is the value outside of a text. */
export const isWordCharacter = (codePoint: number): boolean => codePoint < 0x80 && isWord[codePoint] === 1

const isWord = new Uint8Array(0x80)

for (let at = 0; at < wordCharacters.length; at += 2) {
  isWord.fill(1, wordCharacters[at], (wordCharacters[at + 1] ?? 0) + 1)
}
