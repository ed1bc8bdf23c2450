/*
 * The one form of timestamp that the API itself writes, `2016-09-05T07:32:57.152-07:00`, read without a regular
 * expression and without allocating.
 */

const length = 29
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
/** Character codes at fixed positions of this form. */
const T = 0x54
const minus = 0x2d
const plus = 0x2b
const colon = 0x3a
const point = 0x2e

/** Milliseconds since 1970; undefined for any other form, for which it says nothing. */
export function parseFixedTimestamp(text: string): number | undefined {
  if (text.length !== length) return undefined
  if (text.charCodeAt(4) !== minus || text.charCodeAt(7) !== minus || text.charCodeAt(10) !== T) return undefined
  if (text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon || text.charCodeAt(19) !== point) return undefined
  const sign = text.charCodeAt(23)
  if ((sign !== minus && sign !== plus) || text.charCodeAt(26) !== colon) return undefined
  const year = two(text, 0) * 100 + two(text, 2)
  const month = two(text, 5)
  const day = two(text, 8)
  const hour = two(text, 11)
  const minute = two(text, 14)
  const second = two(text, 17)
  const milliseconds = two(text, 20) * 10 + digit(text, 22)
  const offset = two(text, 24) * 60 + two(text, 27)
  // A non-digit yields NaN, which fails the check below. Days 29 to 31 and leap seconds are left to parseTimestamp.
  const known = year + milliseconds + offset
  if (!(known >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28)) return undefined
  if (!(hour <= 23 && minute <= 59 && second <= 59 && two(text, 24) <= 23 && two(text, 27) <= 59)) return undefined
  const minutes = (daysSince1970(year, month, day) * 24 + hour) * 60 + minute
  return ((sign === minus ? minutes + offset : minutes - offset) * 60 + second) * 1000 + milliseconds
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 0x30
  return value >= 0 && value <= 9 ? value : NaN
}

const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)

function daysSince1970(year: number, month: number, day: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const before = year - 1
  const days = year * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  return days - 719_527 + (daysBeforeMonth[month - 1] ?? NaN) + (isLeap && month > 2 ? 1 : 0) + day - 1
}
