import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compile,
  defaultLimits,
  type Diagnostic,
  documented,
  observed,
  type Profile,
  validate,
} from '../../src/index.ts'
import {
  type Acceptance,
  codes,
  expectRejects,
  filterTextArbitrary,
  invalidFilterArbitrary,
} from '../../src/testing/index.ts'
import { filterArbitrary } from '../../src/testing/index.ts'
import { unhurried } from './fault-seeds.ts'
import { resourceSchema } from './schemas.ts'

const profiles: readonly (readonly [string, Profile])[] = [
  ['documented', documented],
  ['observed', observed],
]

describe('validate', () => {
  it.each(profiles)('rejects invalid filters and no others: %s', async (_, profile) => {
    await expectRejects((filter) => validate(filter, { profile }).length === 0, {
      profile,
      runs: 2000,
      withinMs: Infinity,
    })
  })

  it('with another schema', async () => {
    const options = { schema: resourceSchema, runs: 2000, withinMs: Infinity }
    await expectRejects((filter) => validate(filter, { schema: resourceSchema }).length === 0, options)
  })

  it.each(codes)('%s comes first', (code) => {
    fc.assert(
      fc.property(invalidFilterArbitrary(code), (filter) => {
        expect(validate(filter)[0]?.code).toBe(code)
      }),
      { numRuns: 100 },
    )
  })

  it('an impossible code is reported', () => {
    const schema = { resource: 'Bare', fields: { name: { type: 'string' } } } as const
    expect(() => invalidFilterArbitrary('unknown-enum-value', { schema })).toThrow('Bare has no field of the kind enum')
    expect(() => invalidFilterArbitrary('multiple-fields', { schema })).toThrow('no two fields of the kind string')
    expect(() => invalidFilterArbitrary('multiple-fields', { profile: observed })).toThrow('the profile accepts')
  })

  it('schemas with few kinds of field are tried with those', async () => {
    for (const schema of [
      { resource: 'Bare', fields: { name: { type: 'string' } } },
      { resource: 'Count', fields: { count: { type: 'integer' } } },
    ] as const)
      await expectRejects((filter) => validate(filter, { schema }).length === 0, {
        schema,
        runs: 500,
        withinMs: Infinity,
      })
  })
})

describe('filters that are not valid', () => {
  it('are rejected, as text and as trees, in both profiles', () => {
    for (const profile of [documented, observed]) {
      const options = { profile, valid: false }
      const text = fc.property(filterTextArbitrary(options), (filter) => validate(filter, { profile }).length > 0)
      fc.assert(text, { numRuns: 500 })
      const tree = fc.property(filterArbitrary(options), (filter) => validate(filter, { profile }).length > 0)
      fc.assert(tree, { numRuns: 500 })
    }
  })
})

const isRight = (filter: string): boolean => validate(filter).length === 0
/** Takes one kind of error for none. */
const overlooks =
  (isOverlooked: (filter: string, first: Diagnostic) => boolean) =>
  (filter: string): boolean => {
    const [first] = validate(filter)
    return first === undefined || isOverlooked(filter, first)
  }
const withLimit =
  (limit: keyof typeof defaultLimits, value: number) =>
  (filter: string): boolean =>
    validate(filter, { limits: { [limit]: value } }).length === 0

const faults: Readonly<Record<string, (filter: string) => boolean>> = {
  'accepts everything': () => true,
  'accepts nothing': () => false,
  'throws, whatever the filter': () => {
    throw new Error('down')
  },
  'does not look into parentheses': overlooks((filter) => filter.startsWith('(')),
  'does not look behind NOT': overlooks((filter, { code }) => /^(?:NOT|-)/.test(filter) && code === 'unknown-field'),
  'looks at the first restriction only': overlooks((_, { span, code }) => span.start > 30 && code === 'literal-type'),
  'accepts a text one too long': withLimit('textLength', defaultLimits.textLength + 1),
  'rejects a text as long as may be': withLimit('textLength', defaultLimits.textLength - 1),
  'accepts one parenthesis too many': withLimit('nesting', defaultLimits.nesting + 1),
  'rejects as many parentheses as may be': withLimit('nesting', defaultLimits.nesting - 1),
  'accepts one restriction too many': withLimit('restrictions', defaultLimits.restrictions + 1),
  'rejects as many restrictions as may be': withLimit('restrictions', defaultLimits.restrictions - 1),
  'accepts a pattern one too long': withLimit('patternLength', defaultLimits.patternLength + 1),
  'rejects a pattern as long as may be': withLimit('patternLength', defaultLimits.patternLength - 1),
  'counts the length of a text in bytes': (filter) =>
    isRight(filter) && Buffer.byteLength(filter) <= defaultLimits.textLength,
  'counts the length of a pattern in bytes': (filter) =>
    isRight(filter) && !(filter.includes(' eq "é') && Buffer.byteLength(filter) > defaultLimits.patternLength),
  'accepts a wildcard for a key': overlooks((filter, { code }) => code === 'literal-type' && filter.includes('labels')),
  'accepts yes for a boolean': overlooks((filter, { code }) => code === 'literal-type' && /\byes\b/.test(filter)),
  'accepts an order of wildcards': overlooks((_, { message }) =>
    message.endsWith('cannot be used in an order comparison'),
  ),
  'accepts unknown parts of a message': overlooks((_, { message }) => /deprecated|rawDisk|Key/.test(message)),
  'accepts a wrong value among right ones': overlooks(
    (filter, { code }) => code === 'literal-type' && filter.includes('OR'),
  ),
  'accepts NOT -x': overlooks((filter) => filter.includes('NOT -')),
  'accepts the 24th hour': overlooks((filter) => filter.includes('T24:')),
  'accepts the 61st second': overlooks((filter) => filter.includes(':61Z')),
  'accepts enum values in any case': overlooks((filter) => /Ready|aRm64|raw\b/.test(filter)),
  'accepts lower-case keywords': overlooks((filter) => / (?:and|or) /.test(filter)),
  'accepts \\X': overlooks((filter) => filter.includes('\\X')),
  'accepts clauses without parentheses': overlooks((filter) => / eq x \S+ eq y/.test(filter)),
  'accepts an order of enum values': overlooks(
    (_, { code, message }) => code === 'comparator-type' && message.includes('enum'),
  ),
}

describe('expectRejects', () => {
  it('accepts a validator that throws to reject', () =>
    expectRejects(
      (filter) => {
        compile(filter)
        return true
      },
      { runs: 2000, withinMs: Infinity },
    ))

  it.each(Object.entries(faults))('finds a validator that %s', async (_, accepts) => {
    const found = (await expectRejects(accepts, unhurried).catch((error: unknown) => error)) as Error
    expect(found).toMatchObject({ name: 'DisagreementError' })
    expect(found.message).toMatch(/^filter: {3}[^]*\nexpected: (?:accepted|rejected with `[\w-]+`)\nfound: {4}/)
  })

  const failing = (error: unknown) => (filter: string) => {
    if (isRight(filter)) return true
    throw error
  }
  const systemError = (code: string) => Object.assign(new Error(`connect ${code} 127.0.0.1:8080`), { code })
  class ParseError extends TypeError {
    override readonly name = 'ParseError'
  }

  it.each<readonly [string, (filter: string) => Acceptance | Promise<Acceptance>, string]>([
    ['a TypeError', failing(new TypeError('x is not a function')), 'crashes with TypeError: x is not a function'],
    ['a RangeError', failing(new RangeError('too deep')), 'crashes with RangeError: too deep'],
    ['a ReferenceError', failing(new ReferenceError('x')), 'crashes with ReferenceError: x'],
    ['a refused connection', failing(systemError('ECONNREFUSED')), 'crashes with Error: connect ECONNREFUSED'],
    ['a lost connection', failing(systemError('ECONNRESET')), 'crashes with Error: connect ECONNRESET'],
    ['a failed fetch', failing(new Error('failed', { cause: systemError('EPIPE') })), 'crashes with Error: failed'],
    ['a status of 503', failing(Object.assign(new Error('down'), { status: 503 })), 'crashes with Error: down'],
    ['a statusCode of 500', failing(Object.assign(new Error('down'), { statusCode: 500 })), 'crashes with Error: down'],
    ['a code of 500', failing(Object.assign(new Error('down'), { code: 500 })), 'crashes with Error: down'],
    ['an answer of 500', (filter) => (isRight(filter) ? { status: 200 } : { status: 500, body: {} }), 'status 500'],
    ['an answer of 302', (filter) => (isRight(filter) ? { status: 200 } : { status: 302 }), 'status 302'],
    [
      'a promise that breaks',
      async (filter) => failing(await Promise.resolve(new TypeError('x')))(filter),
      'crashes with',
    ],
  ])('takes %s for a fault, not for a rejection', async (_, accepts, words) => {
    await expect(expectRejects(accepts, unhurried)).rejects.toThrow(
      new RegExp(`\nexpected: rejected with \`[\\w-]+\`\nfound: {4}${words}`),
    )
  })

  it.each<readonly [string, (filter: string) => Acceptance | Promise<Acceptance>]>([
    ['an Error', failing(new Error('no'))],
    ['an error with a name of its own', failing(new ParseError('no'))],
    ['an error with a status of 400', failing(Object.assign(new Error('no'), { status: 400, code: 400 }))],
    ['a text', failing('no')],
    ['{ rejected: true }', (filter) => isRight(filter) || { rejected: true }],
    ['a promise of it', (filter) => Promise.resolve(isRight(filter) || { rejected: true })],
    ['{ status: 400 }', (filter) => ({ status: isRight(filter) ? 200 : 400, body: null })],
  ])('takes %s for a rejection', async (_, accepts) => {
    await expectRejects(accepts, { seed: 1, runs: 200 })
  })

  it('shows how a valid filter was rejected', async () => {
    const found = (accepts: (filter: string) => Acceptance) => expectRejects(accepts, unhurried)
    await expect(found(() => ({ status: 400 }))).rejects.toThrow(
      'expected: accepted\nfound:    rejected (status 400)\n',
    )
    await expect(found(() => ({ rejected: true }))).rejects.toThrow('expected: accepted\nfound:    rejected\n')
  })

  it('shows the expected code of a filter, in its smallest form', async () => {
    const sloppy = overlooks((_, { code }) => code === 'comparator-type')
    const found = (await expectRejects(sloppy, unhurried).catch((error: unknown) => error)) as Error
    expect(found.message).toMatch(
      /^filter: {3}\S{1,30} ?[<>!=]{1,2} ?\S{0,5}\nexpected: rejected with `comparator-type`\n/,
    )
  })

  it('ends a call that takes too long', async () => {
    const silent = expectRejects(() => new Promise(() => undefined), { timeoutMs: 20, runs: 1 })
    await expect(silent).rejects.toThrow('does not answer within 20 ms')
    const answersUndefined = expectRejects(() => undefined as unknown as boolean, { runs: 1 })
    await expect(answersUndefined).rejects.toThrow('found:    neither: undefined')
  })

  it('a valid filter is accepted', () => {
    fc.assert(fc.property(filterTextArbitrary(), isRight), { numRuns: 1000 })
  })
})
