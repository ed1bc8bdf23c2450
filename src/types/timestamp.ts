import { compareInstants, type Instant, parseFixedTimestamp, parseTimestamp, timestampText } from '../values/index.ts'
import { allComparators, type ScalarTypeDefinition } from './scalar-type.ts'

/** An instant, exact to the nanosecond. Patterns match the text that is stored. */
export const timestampType: ScalarTypeDefinition<Instant, string | Date> = {
  words: 'a timestamp',
  form: 'write date, time and offset, as in `2025-01-31T12:00:00Z` or `2025-01-31T12:00:00.000-08:00`',
  comparators: allComparators,
  takesWildcards: false,
  patternText: timestampText,
  parse: parseTimestamp,
  read(json) {
    const text = timestampText(json)
    return text === undefined ? undefined : parseTimestamp(text)
  },
  compare: compareInstants,
  default: undefined,
  canonical: writeInstant,
  fast: {
    by: 'rank',
    // Milliseconds since 1970: the form that the API writes has no finer ones.
    rankOfJson: (json) => (typeof json === 'string' ? (parseFixedTimestamp(json) ?? NaN) : NaN),
    rankOf: ({ seconds, nanos }) => (nanos % 1_000_000 === 0 ? seconds * 1000 + nanos / 1_000_000 : NaN),
  },
}

const maxOffset = (23 * 60 + 59) * 60

/** RFC 3339 in UTC; where the year in UTC has not four digits, with the largest offset, which gives it four. */
function writeInstant({ seconds, nanos }: Instant): string {
  const fraction = nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`
  const write = (shift: number, offset: string): string =>
    new Date((seconds + shift) * 1000).toISOString().replace('.000Z', fraction + offset)
  const text = write(0, 'Z')
  if (text.startsWith('-')) return write(maxOffset, '+23:59')
  return text.startsWith('+') ? write(-maxOffset, '-23:59') : text
}
