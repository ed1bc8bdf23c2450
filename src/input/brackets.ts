/** Levels of arrays and objects in one entry: what is deeper could not be printed or compared. */
export const maxNesting = 1000

/** The brackets of JSON text that begins with one. */
export interface Brackets {
  /** The place behind the value that the text begins with; undefined where it does not end in the text. */
  readonly end: number | undefined
  /** The bracket that was opened last and is open at the end of the text; undefined for none. */
  readonly innermost: string | undefined
  readonly endsInString: boolean
}

const marks = /[{}[\]"]|\\./gs

/** Looks for the end of the value that the text begins with. Brackets of different kinds are not told apart. */
export function findBrackets(text: string): Brackets {
  const open: string[] = []
  let isInString = false
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark === '"') isInString = !isInString
    else if (isInString || mark.startsWith('\\')) continue
    else if (mark === '{' || mark === '[') open.push(mark)
    else {
      open.pop()
      if (open.length === 0) return { end: index + 1, innermost: undefined, endsInString: false }
    }
  }
  return { end: undefined, innermost: open.at(-1), endsInString: isInString }
}

/** Whether JSON text has more levels than `maxNesting`. */
export function isTooDeep(text: string): boolean {
  if (text.length <= 2 * maxNesting) return false
  let depth = 0
  let isInString = false
  for (const [mark] of text.matchAll(marks)) {
    if (mark === '"') isInString = !isInString
    else if (isInString || mark.startsWith('\\')) continue
    else if (mark === '}' || mark === ']') depth--
    else if (++depth > maxNesting) return true
  }
  return false
}
