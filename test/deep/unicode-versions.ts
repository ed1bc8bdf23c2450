import { isFailure, type RegexEngine } from '../../src/regex/index.ts'

/*
 * Where the bundled RE2, with the tables of Unicode 13, and a later one may differ: what Unicode has added or changed since.
 */

/** The scripts of Unicode 14, 15, 15.1, 16 and 17, which the bundled RE2 does not know. */
export const newerScripts: readonly string[] = [
  ...['Cypro_Minoan', 'Old_Uyghur', 'Tangsa', 'Toto', 'Vithkuqi'],
  ...['Kawi', 'Nag_Mundari'],
  ...['Garay', 'Gurung_Khema', 'Kirat_Rai', 'Ol_Onal', 'Sunuwar', 'Todhri', 'Tulu_Tigalari'],
  ...['Beria_Erfe', 'Sidetic', 'Tai_Yo', 'Tolong_Siki'],
]

export const namesNewerScript = (pattern: string): boolean => newerScripts.some((name) => pattern.includes(name))

/** Characters of Unicode 13 that have another general category now. */
const changed: ReadonlySet<string> = new Set(['\u1734' /* Hanunoo sign pamudpod: Mn, now Mc */])

/** Tells the characters that Unicode 13 does not assign, and those that have changed since. */
export function createNewerCharacters(bundled: RegexEngine): (text: string) => boolean {
  const assigned = bundled.compile(String.raw`[\pL\pM\pN\pP\pS\pZ\pC]`)
  if (isFailure(assigned)) throw new Error(assigned.reason)
  return (text) => Array.from(text).some((character) => changed.has(character) || !assigned.test(character))
}
