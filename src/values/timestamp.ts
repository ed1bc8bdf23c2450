/** An instant, exact to the nanosecond. */
export interface Instant {
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly seconds: number
  /** 0 … 999,999,999 */
  readonly nanos: number
}

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/

const { getTime, toISOString } = Date.prototype

/**
 * The text of a resource's timestamp: text as it is, of a `Date` its RFC 3339 text in UTC; undefined for anything else,
 * for an invalid `Date` and for one outside of the years 0 to 9999. Calls nothing that the value itself brings along.
 */
export function timestampText(json: unknown): string | undefined {
  if (typeof json === 'string') return json
  if (typeof json !== 'object' || json === null) return undefined
  try {
    if (Number.isNaN(Reflect.apply(getTime, json, []))) return undefined
    const text: string = Reflect.apply(toISOString, json, [])
    return text.length === isoLength ? text : undefined
  } catch {
    // It is not a Date.
    return undefined
  }
}

/** `2024-01-31T12:00:00.000Z`; other years have a sign and six digits. */
const isoLength = 24

/** RFC 3339 with offset and at most nine digits of a second; undefined when it is none or there is no such day. */
export function parseTimestamp(text: string): Instant | undefined {
  const match = text.length <= 35 ? rfc3339.exec(text) : null
  if (match === null) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as Six
  const [, , , , , , , fraction = '', sign, offsetHour = 0, offsetMinute = 0] = match
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  if (hour > 23 || minute > 59 || second > 60 || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -60 : 60)
  const seconds = secondsOf(year, month, day) + hour * 3600 + minute * 60 + second - offset
  // A leap second ends a day of UTC and counts as the first second of the next.
  if (second === 60 && seconds % 86_400 !== 0) return undefined
  return { seconds, nanos: Number(fraction.padEnd(9, '0')) }
}

type Six = [number, number, number, number, number, number]

export const compareInstants = (a: Instant, b: Instant): number => a.seconds - b.seconds || a.nanos - b.nanos

function secondsOf(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / 1000
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
