import type { Brackets } from './brackets.ts'

/** What the first value of an input was: whole on a line, or over several. */
export type InputForm = 'lines' | 'values'

/** Whether text begins as an array or an object does. */
export const beginsValue = (text: string): boolean => text.startsWith('{') || text.startsWith('[')

/**
 * Whether a line that is not JSON begins a value that goes on in the next; undefined when the next line has to tell.
 *
 * Among lines, a broken one shall not swallow those after it: there a value over several lines begins with brackets alone,
 * as printers of JSON write it.
 */
export function opensValue(
  line: string,
  form: InputForm | undefined,
  { innermost, endsInString }: Brackets,
): boolean | undefined {
  if (form === 'lines') return /^[{[][{[\s]*$/.test(line)
  if (line.startsWith('[')) return true
  if (!line.startsWith('{') || endsInString) return false
  // Behind `{` and a comma in an object only a quote can follow, and a brace there begins the next line of NDJSON.
  if (/[{,]$/.test(line) && innermost === '{') return undefined
  return /[{[,:]$/.test(line) || undefined
}

/** Whether a line goes on with a value that an earlier line has begun. */
export const goesOn = (line: string): boolean => /^[\]},":]/.test(line)
