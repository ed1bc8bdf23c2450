import type { AipComparator } from '../../ast/index.ts'
import { type Help, proposal, writeRestriction } from '../../diagnostics/index.ts'
import { parseTimestamp } from '../../values/index.ts'
import { type Site, proposeAt } from './place.ts'

const duration = /^[+-]?P(?=\d|T\d)(?:\d+[YMWD])*(?:T(?:\d+[HMS])*)?$/i
const date = /^(\d{4})[-/](\d\d)[-/](\d\d)$/
const dateAndTime = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?\s*([Zz]|[+-]\d\d:?\d\d)?$/
/** The rest of `2024-01-01 10:00`, which is a restriction of its own. */
const timeBehind = /^[ \t]+\d\d:\d\d(?![^\s)])/
const day = 86_400_000

/** Help for a text that is not a timestamp, as the whole restriction where the text tells which moment is meant. */
export function helpForTimestamp(
  value: string,
  comparator: AipComparator,
  field: string,
  place?: Site,
): Help | undefined {
  if (duration.test(value)) {
    return `only gcloud has durations: write date, time and offset, as in ${proposal(`${field} > 2025-01-31T12:00:00Z`)}`
  }
  const whole = readDay(value)
  if (whole !== undefined) {
    const time = place && timeBehind.exec(place.source.slice(place.span.end))
    if (time) {
      const span = { start: place.span.start, end: place.span.end + time[0].length }
      const moment = readMoment(`${write(whole).slice(0, 10)} ${time[0].trim()}`)
      return moment && proposeAt({ ...place, span }, writeRestriction(field, comparator, moment))
    }
    const during = writeDay(field, comparator, whole)
    return during === undefined ? undefined : proposeAt(place, during)
  }
  const moment = readMoment(value)
  return moment && proposeAt(place, writeRestriction(field, comparator, moment))
}

/** The start of a day, in milliseconds since 1970. */
function readDay(value: string): number | undefined {
  if (!date.test(value)) return undefined
  const start = value.replace(date, '$1-$2-$3T00:00:00Z')
  return parseTimestamp(start) === undefined ? undefined : Date.parse(start)
}

/**
 * Equality means all of a day, `<=` its end and `>` what comes after it; `<` and `>=` mean its start. Undefined where the next
 * day has a year of five digits.
 */
function writeDay(field: string, comparator: AipComparator, start: number): string | undefined {
  if (comparator === '<' || comparator === '>=') return writeRestriction(field, comparator, write(start))
  const next = write(start + day)
  if (next.startsWith('+')) return undefined
  if (comparator === '<=' || comparator === '>') return writeRestriction(field, comparator === '<=' ? '<' : '>=', next)
  const during = `(${field} >= ${write(start)} AND ${field} < ${next})`
  return comparator === '!=' ? `NOT ${during}` : during
}

function readMoment(value: string): string | undefined {
  if (dateAndTime.test(value)) {
    const text = value.replace(dateAndTime, writeMoment)
    return parseTimestamp(text) === undefined ? undefined : text
  }
  // Seconds or milliseconds since 1970.
  if (!/^\d{9,10}(?:\d{3})?$/.test(value)) return undefined
  return write(Number(value) * (value.length > 10 ? 1 : 1000))
}

const writeMoment = (_: string, days: string, minutes: string, seconds = ':00', offset = 'Z'): string =>
  `${days}T${minutes}${seconds}${offset.replace(/(?<=\d\d)(?=\d\d)/, ':')}`

const write = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('.000', '')
