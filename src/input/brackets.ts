/** The maximum depth of arrays and objects in an entry. Deeper values could not be printed or compared. */
export const maxNesting = 1000

/** The brackets of JSON text that begins with a bracket. */
export interface Brackets {
  /** The index after the first value; undefined if the value does not end in the text. */
  readonly end: number | undefined
  /** The innermost bracket that is open at the end of the text; undefined for none. */
  readonly innermost: string | undefined
  readonly endsInString: boolean
}

const marks = /[{}[\]"]|\\./gs

/** Finds the end of the first value. Does not distinguish kinds of brackets. */
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
