import { describe, expect, it } from 'vitest'
import {
  applyFix,
  compile,
  documented,
  formatDiagnostics,
  observed,
  type Options,
  type Schema,
  validate,
} from '../../src/index.ts'

/** [filter, then for each hint: code, place, and the texts after its fixes; a preferred one is marked with *] */
type Row = readonly [filter: string, ...found: readonly (readonly string[])[]]

function expectHints(rows: readonly Row[], options: Options = {}): void {
  it.each(rows.map(([filter, ...found]) => ({ filter, found })))('$filter', ({ filter, found }) => {
    expect(() => compile(filter, options)).not.toThrow()
    expect(validate(filter, options)).toEqual([])
    const hints = validate(filter, { ...options, hints: true })
    const shown = hints.map(({ code, severity, span, fixes = [] }) => {
      expect(severity).toBe('hint')
      const fixed = fixes.map((fix) => (fix.isPreferred ? '* ' : '') + applyFix(filter, fix))
      return [code, filter.slice(span.start, span.end), ...fixed]
    })
    expect(shown).toEqual(found)
  })
}

const schema = {
  resource: 'Thing',
  fields: {
    zone: { type: 'string', format: 'url' },
    users: { type: 'string', format: 'url', repeated: true },
    count: { type: 'integer' },
    small: { type: 'uint32' },
    big: { type: 'uint64' },
    id: { type: 'int64' },
    ratio: { type: 'double' },
    flag: { type: 'boolean' },
    kind: { type: 'enum', values: ['ONE', 'One'] },
    name: { type: 'string' },
    at: { type: 'timestamp' },
    sizes: { type: 'integer', repeated: true },
    parts: { type: 'message', repeated: true, fields: { url: { type: 'string', format: 'url' } } },
  },
} as const satisfies Schema

describe('whole-url', () => {
  expectHints(
    [
      ['zone = us-a', ['whole-url', 'us-a', 'zone = */us-a']],
      ['zone != us-a', ['whole-url', 'us-a', 'zone != */us-a']],
      ['NOT zone = "us a"', ['whole-url', '"us a"', 'NOT zone = "*/us a"']],
      ['zone = (a OR b/c)', ['whole-url', 'a', 'zone = (*/a OR b/c)']],
      ['users:u', ['whole-url', 'u', 'users:*/u']],
      // Nothing to tell.
      ['zone = "https://x/us-a"'],
      ['zone = zones/us-a'],
      ['zone = *us-a'],
      ['zone = ""'],
      ['zone:*'],
      ['users:*'],
      ['zone > us-a'],
      ['name = us-a'],
    ],
    { schema },
  )
  expectHints(
    [
      ['users:u', ['whole-url', 'u', 'users:*/u']],
      ['parts.url:u', ['profile-dependent', 'u']],
      ['kind = one', ['profile-dependent', 'one', '* kind = ONE']],
    ],
    { schema, profile: observed },
  )
  it('not where `:` asks for a part', () => {
    const hints = validate('zone:us-a', { schema, profile: observed, hints: true })
    expect(hints.map(({ code }) => code)).toEqual(['profile-dependent'])
  })
  it('on the fields of an image that are URLs', () => {
    const fields = [
      'selfLink',
      'sourceDisk',
      'sourceImage',
      'sourceSnapshot',
      'deprecated.replacement',
      'rawDisk.source',
    ]
    for (const field of fields) {
      expect(validate(`${field} = x`, { hints: true }).map(({ code }) => code)).toEqual(['whole-url'])
    }
    expect(validate('licenses:x', { hints: true }).map(({ code }) => code)).toEqual(['whole-url'])
  })
})

describe('whole-pattern', () => {
  expectHints(
    [
      ['zone eq us-a', ['whole-pattern', 'us-a', 'zone eq ".*/us-a"']],
      ['zone ne us\\-a', ['whole-pattern', 'us\\-a', 'zone ne ".*/us\\-a"']],
      ['(zone eq "us-a")', ['whole-pattern', '"us-a"', '(zone eq ".*/us-a")']],
      ['zone eq .*us-a'],
      ['zone eq us.a'],
      ['zone eq zones/us-a'],
      ['name eq us-a'],
    ],
    { schema },
  )
})

describe('out-of-range', () => {
  expectHints(
    [
      ['count = 2147483648', ['out-of-range', '2147483648']],
      ['count = -2147483649', ['out-of-range', '-2147483649']],
      ['count > 2147483648', ['out-of-range', '2147483648']],
      ['count:(1 OR 2147483648)', ['out-of-range', '2147483648']],
      ['small = -1', ['out-of-range', '-1']],
      ['small eq 4294967296', ['out-of-range', '4294967296']],
      ['big != 18446744073709551616', ['out-of-range', '18446744073709551616']],
      ['id = 9223372036854775808', ['out-of-range', '9223372036854775808']],
      ['NOT sizes:2147483648', ['out-of-range', '2147483648']],
      ['count = 2147483647'],
      ['count = -2147483648'],
      ['small = 4294967295'],
      ['big = 18446744073709551615'],
      ['id = -9223372036854775808'],
      ['ratio = 1e300'],
      ['name = 99999999999999999999'],
    ],
    { schema },
  )
})

describe('profile-dependent', () => {
  expectHints([
    ['name:deb', ['profile-dependent', 'name:deb', '* name = deb', 'name = *deb*']],
    ['labels.env:"a b"', ['profile-dependent', 'labels.env:"a b"', '* labels.env = "a b"', 'labels.env = "*a b*"']],
    ['name:(a OR b*)', ['profile-dependent', 'a']],
    ['name:""', ['profile-dependent', 'name:""']],
    ['name:"a\\*b"', ['profile-dependent', 'name:"a\\*b"']],
    ['shieldedInstanceInitialState.dbs.content:x', ['profile-dependent', 'x']],
    ['name:deb*'],
    ['name:*'],
    ['name = deb'],
    ['status:READY'],
    ['status:*'],
    ['diskSizeGb:10'],
    ['licenses:"https://x/y"'],
    ['labels:env'],
    ['status = READY'],
    ['labels.env = x'],
  ])
  expectHints(
    [
      ['name:deb', ['profile-dependent', 'name:deb', 'name = deb', '* name = *deb*']],
      ['status = ready', ['profile-dependent', 'ready', '* status = READY']],
      ['status = READY'],
      ['(name eq a.*) (family ne b)', ['profile-dependent', 'family']],
      ['(name eq a.*) (name ne b)'],
      ['(name eq a.*) (family ne b) (family eq c) (id eq 1)', ['profile-dependent', 'family']],
      ['name = a family = b'],
      ['status:*'],
    ],
    { profile: observed },
  )
  expectHints(
    [
      ['labels.env != x', ['profile-dependent', 'labels.env != x']],
      ['deprecated.replacement = ""', ['profile-dependent', 'deprecated.replacement = ""']],
      ['labels.env = x'],
      ['name != x'],
      ['labels.env ne x'],
      ['labels.env != (x OR y)', ['profile-dependent', 'labels.env != (x OR y)']],
      ['licenses = "https://x/y"', ['profile-dependent', 'licenses = "https://x/y"']],
      ['licenses:"https://x/y"'],
      ['licenses = (*/x OR */y)', ['profile-dependent', 'licenses = (*/x OR */y)']],
    ],
    { profile: { ...documented, unsetParent: 'default', repeatedEquals: 'any' } },
  )
})

describe('never-matches', () => {
  expectHints([
    ['status = READY AND status = FAILED', ['never-matches', 'status = FAILED', 'status = (READY OR FAILED)']],
    ['status = READY status:FAILED', ['never-matches', 'status:FAILED']],
    ['id:1 id:2', ['never-matches', 'id:2', 'id:(1 OR 2)']],
    ['status = READY AND (name = x AND status = FAILED)', ['never-matches', 'status = FAILED']],
    [
      'name = x OR (status = READY AND status = FAILED)',
      ['never-matches', 'status = FAILED', 'name = x OR (status = (READY OR FAILED))'],
    ],
    ['NOT (status = READY OR NOT status = FAILED) AND status = READY', ['never-matches', 'status = READY']],
    ['name = (a AND b)', ['never-matches', 'b']],
    ['name = a AND name = b*', ['never-matches', 'name = b*', 'name = (a OR b*)']],
    ['name = a AND name != a', ['never-matches', 'name != a']],
    ['name = a AND NOT name = a', ['never-matches', 'name = a']],
    ['name = a* AND -name = a*', ['never-matches', 'name = a*']],
    ['diskSizeGb > 10 AND diskSizeGb < 5', ['never-matches', 'diskSizeGb < 5']],
    ['diskSizeGb > 5 AND diskSizeGb <= 5', ['never-matches', 'diskSizeGb <= 5']],
    ['diskSizeGb >= 10 AND diskSizeGb = 5', ['never-matches', 'diskSizeGb = 5']],
    ['diskSizeGb < 5 AND diskSizeGb = 5', ['never-matches', 'diskSizeGb = 5']],
    ['-family:* AND family = x', ['never-matches', 'family = x']],
    ['labels.a = b AND -labels.a:*', ['never-matches', '-labels.a:*'.slice(1)]],
    ['labels:a AND -labels:a', ['never-matches', 'labels:a']],
    ['-deprecated:* AND deprecated:*', ['never-matches', 'deprecated:*']],
    [
      'satisfiesPzi = true AND satisfiesPzi = false',
      ['never-matches', 'satisfiesPzi = false', 'satisfiesPzi = (true OR false)'],
    ],
    [
      'creationTimestamp > 2025-01-01T00:00:00Z AND creationTimestamp < 2024-01-01T00:00:00Z',
      ['never-matches', 'creationTimestamp < 2024-01-01T00:00:00Z'],
    ],
    ['(name eq a) (name eq b)', ['never-matches', 'name eq b']],
    ['(name eq a) (name ne a)', ['never-matches', 'name ne a']],
    ['(name eq a) (name eq b.*)', ['never-matches', 'name eq b.*']],
    ['name = a\n  AND\t name = b', ['never-matches', 'name = b', 'name = (a OR b)']],
    ['name = a   name = b', ['never-matches', 'name = b', 'name = (a OR b)']],
    ['name = a AND NOT name != b', ['never-matches', 'name != b']],
    ['(name = a)AND(name = b)', ['never-matches', 'name = b']],
    ['name = a AND labels.x = y AND name = b', ['never-matches', 'name = b']],
    ['name = (a AND a) name != a', ['never-matches', 'name != a']],
    ['name != a AND name = a', ['never-matches', 'name = a']],
    ['diskSizeGb < 5 AND diskSizeGb >= 5', ['never-matches', 'diskSizeGb >= 5']],
    ['diskSizeGb < 5 AND diskSizeGb > 5', ['never-matches', 'diskSizeGb > 5']],
    ['diskSizeGb = 1 AND diskSizeGb > 1', ['never-matches', 'diskSizeGb > 1']],
    ['satisfiesPzi = true AND -satisfiesPzi:*', ['never-matches', 'satisfiesPzi:*']],
    ['NOT name = a AND name = a', ['never-matches', 'name = a']],
    ['name = (a AND a) AND name = b', ['never-matches', 'name = b']],
    ['name = b AND name = (a AND a)', ['never-matches', 'a'], ['never-matches', 'a']],
    // What can hold together.
    ['diskSizeGb = 1 AND diskSizeGb = 01'],
    ['name = "" AND -name:*'],
    ['name = a name = a'],
    ['(name eq a\\-b) (name eq a.b)'],
    ['status = READY AND name = x'],
    ['status = READY OR status = FAILED'],
    ['NOT (status = READY AND status = FAILED)'],
    ['status != READY AND status != FAILED'],
    ['diskSizeGb >= 5 AND diskSizeGb <= 5'],
    ['diskSizeGb > 5 AND diskSizeGb > 10'],
    ['diskSizeGb > 10 AND diskSizeGb > 5'],
    ['diskSizeGb = 0 AND NOT diskSizeGb < 5'],
    ['creationTimestamp = 2025-01-01T00:00:00Z AND creationTimestamp > 2024-01-01T00:00:00Z'],
    ['NOT diskSizeGb > 5 AND NOT diskSizeGb < 10'],
    ['name = a* AND name = *b'],
    ['guestOsFeatures.type:GVNIC AND guestOsFeatures.type:WINDOWS'],
    ['(name eq a.*) (name eq b.*)'],
    ['diskSizeGb = 0 AND -diskSizeGb:*'],
    ['labels.a = x AND labels.b = y'],
  ])
  it('says what contradicts, and where', () => {
    const filter = 'name = a AND NOT name = a'
    expect(formatDiagnostics(filter, validate(filter, { hints: true }))).toBe(
      [
        'hint[never-matches]: `name = a` and `NOT name = a` cannot both hold',
        '  1 | name = a AND NOT name = a',
        '    |                  ^^^^^^^^',
        '  note: the other comparison',
        '  1 | name = a AND NOT name = a',
        '    | --------',
      ].join('\n'),
    )
  })
  it('compares a bounded number of restrictions', () => {
    const many = Array.from({ length: 100 }, (_, number) => `name != ${String(number)}`)
    const hintsFor = (texts: readonly string[]) => validate(texts.join(' '), { hints: true }).map(({ code }) => code)
    expect(hintsFor(['name = 0', ...many])).toEqual(['never-matches'])
    expect(hintsFor([...many, 'name = 99'])).toEqual([])
    expect(hintsFor([...many.slice(0, 64), 'name = 63'])).toEqual(['never-matches'])
    expect(hintsFor([...many.slice(0, 65), 'name = 64'])).toEqual([])
  })
})

describe('hints', () => {
  it('come only on request, and only without errors', () => {
    expect(validate('name:deb')).toEqual([])
    expect(validate('name:deb', { hints: false })).toEqual([])
    expect(validate('name:deb AND nme = x', { hints: true }).map(({ code }) => code)).toEqual(['unknown-field'])
    expect(validate('name:deb AND', { hints: true }).map(({ code }) => code)).toEqual(['unexpected-end'])
    expect(validate('', { hints: true })).toEqual([])
  })

  it('stand in the order of the text', () => {
    const filter = 'name:x AND sourceDisk = d AND diskSizeGb = 99999999999999999999'
    expect(validate(filter, { hints: true }).map(({ code }) => code)).toEqual([
      'profile-dependent',
      'whole-url',
      'out-of-range',
    ])
  })

  it('refuse another value of the option', () => {
    expect(() => validate('', { hints: 1 as unknown as boolean })).toThrow(
      new TypeError('`hints` must be true, false or absent'),
    )
  })

  it('say which switch, and what the profiles make of it', () => {
    const [hint] = validate('name:deb', { hints: true })
    expect(hint?.details).toEqual({ switch: 'hasOnString', value: 'equals', profile: 'observed', other: 'contains' })
  })
})
