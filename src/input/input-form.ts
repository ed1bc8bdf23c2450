import type { Brackets } from './brackets.ts'

/** The form of the first value of an input: on one line, or across lines. */
export type InputForm = 'lines' | 'values'

/** Whether text begins like an array or an object. */
export const beginsValue = (text: string): boolean => text.startsWith('{') || text.startsWith('[')

/**
 * Whether a line that is not JSON begins a value that continues on the next line; undefined if the next line decides.
 *
 * In NDJSON, a broken line must not swallow the lines after it. There, a value that spans lines begins with a line of
 * brackets, as JSON printers write it.
 */
export function opensValue(
  line: string,
  form: InputForm | undefined,
  { innermost, endsInString }: Brackets,
): boolean | undefined {
  if (form === 'lines') return /^[{[][{[\s]*$/.test(line)
  if (line.startsWith('[')) return true
  if (!line.startsWith('{') || endsInString) return false
  // After `{` or a comma in an object, only a quote can follow. A brace would be the next line of NDJSON.
  if (/[{,]$/.test(line) && innermost === '{') return undefined
  return /[{[,:]$/.test(line) || undefined
}

/** Whether a line continues a value of an earlier line. */
export const goesOn = (line: string): boolean => /^[\]},":]/.test(line)
