import type { Profile, ScalarType } from '../../index.ts'

/*
 * Values at which filters are wrong, few enough that two of them are often the same: what never meets shows nothing.
 * The first of each list is the simplest, which a counter-example shrinks to.
 */

const base = 'https://www.googleapis.com/compute/v1/projects/p/'
const url = `${base}global/images/a?x=1&y=%2F`
const texts = ['a', '', 'A', 'ab', 'prod', 'debian-12', '10', '9', 'é', '\uFF5E', '😀', 'a b', 'a\nb', url, '*', '*']
const awkward = ['\\', '"', "'", '-1', '-a', 'AND', 'eq', 'a*b', '~', 'true', '(a)', '\t', '\u0007', 'a\\"b', ',']
const integers = ['0', '1', '-1', '9', '10', '2147483647', '9007199254740992', '9007199254740993']
const wide = ['9223372036854775807', '-9223372036854775808']
const unsigned = ['18446744073709551615']

/** URLs of resources in every scope, one on another host, and what is often written for them. */
export const urls = [
  `${base}zones/us-central1-a`,
  `${base}regions/us-central1`,
  `${base}global/networks/default`,
  `${base}zones/us-central1-a/machineTypes/n1-standard-1`,
  `${base}zones/us-central1-a/disks/a`,
  'https://compute.googleapis.com/compute/v1/projects/p/zones/us-central1-a',
  'projects/p/zones/us-central1-a',
  'us-central1-a',
  'a',
  '',
]

/** The last segment, which is what is often written for the whole URL, and the same resource on another host. */
export const urlsBeside = (text: string): readonly string[] => [
  text.replace(/^.*\//, ''),
  text.replace('//www.', '//compute.'),
]

/** Some are the same instant, some differ by a nanosecond, and order as text is not their order. */
const instants = [
  '2020-01-01T00:00:00Z',
  '2020-01-01T01:00:00+01:00',
  '2019-12-31T16:00:00.000-08:00',
  '2019-12-31T23:59:59.999999999Z',
  '2020-01-01T00:00:00.000000001Z',
  '2020-01-01t00:00:00.0000001z',
  '2024-02-29T12:00:00.5-08:00',
  '2016-12-31T23:59:60Z',
  '2017-01-01t00:00:00z',
]

/** What the arbitraries write for a type, in filters and in resources. A type is one row of the table below. */
export interface TypeValues {
  /** What a filter may say a value is. Those of an enum are the values of its field. */
  readonly literals: readonly string[]
  /** The JSON values that mean the same as a literal. Default: the literal itself */
  readonly jsonOf?: (literal: string) => readonly unknown[]
  /** JSON values that look like one of the type and are not, or not quite. */
  readonly wrong: readonly unknown[]
  /** Other literals with the same meaning. Default: none */
  readonly formsOf?: (literal: string, profile: Profile) => readonly string[]
  /** Literals that differ from one by as little as they can. Default: none */
  readonly neighboursOf?: (literal: string) => readonly string[]
}

/**
 * Integers of 64 bits come as text, or as a number where its JSON is the same integer to every reader: -2^63 is exact as a
 * double, but JSON has it as -9223372036854776000.
 */
const longIntegers = (literals: readonly string[], wrong: readonly unknown[]): TypeValues => ({
  ...shortIntegers(literals, wrong),
  jsonOf: (literal) => (JSON.stringify(Number(literal)) === literal ? [literal, Number(literal)] : [literal]),
})

const shortIntegers = (literals: readonly string[], wrong: readonly unknown[]): TypeValues => ({
  literals,
  jsonOf: (literal) => [Number(literal)],
  wrong,
  formsOf: (literal) => [
    literal.replace(/\d/, '00$&'),
    ...(literal.startsWith('-') ? [] : [`+${literal}`]),
    ...(literal === '0' ? ['-0'] : []),
  ],
  neighboursOf: (literal) => [String(BigInt(literal) + 1n), String(BigInt(literal) - 1n)],
})

const natural = integers.filter((text) => !text.startsWith('-'))

export const typeValues: { readonly [T in ScalarType]: TypeValues } = {
  string: {
    // What is usual, and the empty text most of all, is more often the same in filter and resource.
    literals: [...texts, ...texts, '', '', ...awkward],
    wrong: [5, true, ['a']],
    neighboursOf: (literal) =>
      [
        literal.toUpperCase(),
        literal.toLowerCase(),
        Array.from(literal).slice(0, -1).join(''),
        `${literal}a`,
        // Above and below each other by UTF-16 and by code points.
        literal.replace('😀', '\uFF5E'),
        literal.replace('\uFF5E', '😀'),
      ].filter((text) => text !== literal),
  },
  enum: {
    literals: [],
    wrong: ['ready', 'NO_SUCH_VALUE', '', 5],
    formsOf: (literal, { enumCase }) => (enumCase === 'insensitive' ? [literal.toLowerCase()] : []),
  },
  boolean: {
    literals: ['false', 'true'],
    jsonOf: (literal) => [literal === 'true'],
    wrong: ['true', 1, 0],
    formsOf: (literal) => [literal.toUpperCase(), literal.charAt(0).toUpperCase() + literal.slice(1)],
  },
  int64: longIntegers([...integers, ...wide], ['1e3', ' 5', '5.0', '0x10', '+5', 'ten', '9223372036854775808', 1.5]),
  uint64: longIntegers([...natural, ...unsigned], ['1e3', ' 5', '-1', '18446744073709551616', -1]),
  uint32: shortIntegers(
    [...natural.filter((text) => text.length <= 10), '4294967295'],
    [1.5, -1, 4294967296, ' 5', '1.0'],
  ),
  integer: shortIntegers(
    integers.filter((text) => text.length <= 10),
    [1.5, 2147483648, ' 5', '1.0'],
  ),
  double: {
    literals: ['0', '-0.5', '1', '10', '9.5', '1e3'],
    jsonOf: (literal) => [Number(literal)],
    wrong: ['1.5.2', ' 1', 'Infinity', true],
    formsOf: (literal) => [
      ...(/^-?\d+$/.test(literal) ? [`${literal}.0`, `${literal}.`, `${literal}e0`, `${literal}E+0`] : []),
      ...(/^\d/.test(literal) ? [`+${literal}`] : []),
      ...(literal.includes('0.') ? [literal.replace('0.', '.')] : []),
    ],
    neighboursOf: (literal) => [String(Number(literal) + 0.5)],
  },
  timestamp: {
    literals: instants,
    wrong: ['2020-13-01T00:00:00Z', '2020-01-01T00:00:00', '2020-01-01', '2020-01-01T12:00:60Z', 1577836800000],
    formsOf: otherTimestamps,
    neighboursOf: (literal) => [literal.replace(/(\.\d{8})\d/, '$15'), literal.replace(/:(\d)\d(?=[.zZ+-])/, ':$11')],
  },
}

function otherTimestamps(literal: string): readonly string[] {
  const withFraction = literal.includes('.')
    ? literal.replace(/\.\d{1,8}(?!\d)/, '$&0')
    : literal.replace(/:\d\d(?=[zZ+-])(?=[^:]*(?::\d\d)?$)/, '$&.000')
  const others = [literal.toLowerCase(), withFraction, literal.replace(/z$/i, '-00:00')]
  const elsewhere = new Date(`${literal.slice(0, 19)}Z`)
  if (!/z$/i.test(literal) || Number.isNaN(elsewhere.getTime())) return others
  elsewhere.setUTCMinutes(elsewhere.getUTCMinutes() + 330)
  return [...others, `${elsewhere.toISOString().slice(0, 19)}${literal.slice(19, -1)}+05:30`]
}
