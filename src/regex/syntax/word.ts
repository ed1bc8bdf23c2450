import { wordCharacters } from './named-classes.ts'

/** Whether a unit belongs to a word, as `\b` sees it; false for the NaN outside of a text. */
export const isWordUnit = (unit: number): boolean => unit < 0x80 && isWord[unit] === 1

const isWord = new Uint8Array(0x80)

/** Where among the units words begin and end. */
export const wordBorders: readonly number[] = wordCharacters.map((end, at) => (at % 2 === 0 ? end : end + 1))

for (let at = 0; at < wordBorders.length; at += 2) isWord.fill(1, wordBorders[at], wordBorders[at + 1])
