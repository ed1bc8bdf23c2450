import { validate } from '../index.ts'
import type { FilterLine } from './read-filter.ts'

/** Longer than any valid filter, in UTF-16 units: a longer file holds one filter on each line. */
const maxOneFilter = 8192

/**
 * The filters of a file, from its lines: one on each line; or one filter, where the file as a whole is valid and some
 * line of it is not.
 */
export async function* joinLines(lines: AsyncIterable<FilterLine>): AsyncGenerator<FilterLine> {
  let held: FilterLine[] = []
  let length = 0
  for await (const line of lines) {
    held.push(line)
    length += line.text.length + 1
    if (length <= maxOneFilter + 1) continue
    yield* held
    held = []
  }
  const [first] = held
  if (first === undefined) return
  const whole = { ...first, text: held.map(({ text }) => text).join('\n') }
  if (length <= maxOneFilter + 1 && isValid(whole) && !held.every(isValid)) yield whole
  else yield* held
}

/** Whether a text can be read, whatever it means. */
const isValid = ({ text }: FilterLine): boolean => validate(text).length === 0
