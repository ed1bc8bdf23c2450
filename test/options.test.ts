import { describe, expect, it, test } from 'vitest'
import {
  compile,
  documented,
  explain,
  type FilterNode,
  FilterError,
  observed,
  type Options,
  parse,
  print,
  type Profile,
  type RegexEngine,
  type Schema,
  validate,
} from '../src/index.ts'
import { createCollection } from '../src/collection/index.ts'
import { checkSchema } from '../src/schema/index.ts'

/** All functions that take options, with the same options. */
const verbs: readonly (readonly [name: string, call: (filter: string, options: Options) => unknown])[] = [
  ['compile', compile],
  ['validate', validate],
  ['explain', (filter, options) => explain(filter, {}, options)],
  ['Collection.count', (filter, options) => createCollection([], options).count(filter)],
]

function expectTypeError(options: unknown, message: string, filter = 'name = a'): void {
  for (const [name, call] of verbs) {
    // Spreading null adds no properties.
    if (name === 'Collection.count' && options === null) continue
    expect(() => call(filter, options as Options), name).toThrow(new TypeError(message))
  }
}

describe('options', () => {
  test.each([
    [null, 'options must be an object, not null'],
    [5, 'options must be an object, not 5'],
    ['observed', 'options must be an object, not `observed`'],
    [[], 'options must be an object, not an array'],
    [() => ({}), 'options must be an object, not a function'],
  ])('are not %j', (options, message) => {
    for (const [name, call] of verbs.slice(0, 3))
      expect(() => call('name = a', options as Options), name).toThrow(new TypeError(message))
    expect(() => parse('name = a', options as Options)).toThrow(new TypeError(message))
  })

  test.each([
    [{ proflie: observed }, 'unknown option `proflie`; did you mean `profile`?'],
    [{ limit: { nesting: 3 } }, 'unknown option `limit`; did you mean `limits`?'],
    [{ fixes: true }, 'unknown option `fixes`; use `schema`, `profile`, `limits` or `regexEngine`'],
  ])('%j is misspelt', (options, message) => {
    expectTypeError(options, message)
    expect(() => parse('name = a', options as Options)).toThrow(new TypeError(message))
  })

  it('may be `hints` for validate alone', () => {
    const options = { hints: true } as Options
    const message = 'unknown option `hints`; use `schema`, `profile`, `limits` or `regexEngine`'
    expect(validate('name = a', options)).toEqual([])
    for (const call of [() => compile('name = a', options), () => parse('name = a', options)])
      expect(call).toThrow(new TypeError(message))
  })

  it('with a name whose value is undefined are taken, and so are all options by parse', () => {
    expect(validate('name = a', { hints: undefined })).toEqual([])
    expect(parse('name = a', { profile: observed } as Options)).toEqual(parse('name = a'))
  })
})

describe('a profile', () => {
  it('may mix the switches', () => {
    const profile: Profile = { ...documented, hasOnString: 'contains' }
    expect(compile('name:deb', { profile })({ name: 'debian' })).toBe(true)
    expect(validate('status = ready', { profile })[0]?.code).toBe('unknown-enum-value')
  })

  test.each([
    ['observed', 'the profile must be an object of switches: pass `observed` itself'],
    ['documented', 'the profile must be an object of switches: pass `documented` itself'],
    ['live', 'the profile must be an object of switches: as `documented` is, not `live`'],
    [null, 'the profile must be an object of switches: as `documented` is, not null'],
    [{ hasOnString: 'contains' }, "the profile's multipleFields must be reject or and, not undefined"],
    [{ ...observed, enumCase: 'yes' }, "the profile's enumCase must be sensitive or insensitive, not `yes`"],
    [{ ...observed, enumCase: Symbol('x') }, "the profile's enumCase must be sensitive or insensitive, not Symbol(x)"],
    [{ ...observed, enumcase: 'sensitive' }, 'unknown switch of the profile `enumcase`; did you mean `enumCase`?'],
  ])('is not %j', (profile, message) => {
    expectTypeError({ profile }, message, '')
  })
})

describe('limits', () => {
  test.each([
    [null, 'limits must be an object, not null'],
    [9, 'limits must be an object, not 9'],
    [{ nestng: 9 }, 'unknown limit `nestng`; did you mean `nesting`?'],
    [{ nesting: NaN }, 'limits.nesting must be a number of at least 0, not NaN'],
    [{ matchWork: '9' }, 'limits.matchWork must be a number of at least 0, not `9`'],
    [{ restrictions: -1 }, 'limits.restrictions must be a number of at least 0, not -1'],
  ])('are not %j', (limits, message) => {
    expectTypeError({ limits }, message)
    expect(() => parse('name = a', { limits: limits as never })).toThrow(new TypeError(message))
  })
})

describe('a regex engine', () => {
  const engineOf = (more: object): RegexEngine => ({
    compile: () => ({ test: () => true, free: () => undefined }),
    ...more,
  })

  test.each([
    [null, 'regexEngine must be an object, not null'],
    [{}, 'regexEngine.compile must be a function, not undefined'],
    [{ compile: 'a' }, 'regexEngine.compile must be a function, not `a`'],
    [engineOf({ weigh: 1 }), 'regexEngine.weigh must be a function, not 1'],
  ])('is not %j', (regexEngine, message) => {
    expectTypeError({ regexEngine }, message)
  })

  test.each([
    [NaN, 'NaN'],
    [-1, '-1'],
    [Infinity, 'Infinity'],
    ['1', '`1`'],
    [{}, 'an object'],
  ])('does not weigh %j', (weight, shown) => {
    const regexEngine = engineOf({ weigh: () => weight })
    expectTypeError({ regexEngine }, `regexEngine.weigh must return a number of at least 0, not ${shown}`, 'name eq a')
    expect(validate('name = a', { regexEngine })).toEqual([])
  })

  test.each<[unknown]>([
    [undefined],
    [null],
    [/a/],
    [{ test: () => true }],
    [{ code: 'invalid-pattern' }],
    [{ code: 'wrong', reason: 'x' }],
    [{ test: () => true, free: () => undefined, reason: 'x' }],
  ])('must not return %j for a pattern', (made) => {
    expectTypeError(
      { regexEngine: { compile: () => made } },
      'regexEngine.compile must return `{ test, free }`, or `{ code, reason }` for a pattern that it rejects',
      'name eq a',
    )
  })

  it('may have the weight 0; then texts of any length are matched', () => {
    const options = { regexEngine: engineOf({ weigh: () => 0 }), limits: { matchWork: 0 } }
    expect(compile('name eq a', options)({ name: 'long text' })).toBe(true)
  })

  it('that throws frees the patterns that it has compiled', () => {
    let held = 0
    const compilePattern = (pattern: string) => {
      if (pattern === 'b') throw new Error('out of order')
      held++
      return {
        test: () => true,
        free: () => {
          held--
        },
      }
    }
    for (const [name, call] of verbs.slice(0, 3)) {
      expect(() => call('(name eq a) (name eq b)', { regexEngine: { compile: compilePattern } }), name).toThrow(
        'out of order',
      )
      expect(held, name).toBe(0)
    }
  })
})

describe('a schema', () => {
  const withField = (field: unknown) => ({ resource: 'Thing', fields: { name: { type: 'string' }, part: field } })
  const types = 'string, enum, boolean, int64, uint64, uint32, integer, double, timestamp'
  test.each<[unknown, string]>([
    [null, 'schema must be an object, not null'],
    ['Image', 'schema must be an object, not `Image`'],
    [{}, 'schema.resource must be a string, not undefined'],
    [{ resource: 5, fields: {} }, 'schema.resource must be a string, not 5'],
    [{ resource: 'Thing' }, 'schema.fields must be an object, not undefined'],
    [{ resource: 'Thing', fields: [] }, 'schema.fields must be an object, not an array'],
    [{ resource: 'Thing', field: {} }, 'unknown part of the schema `field`; did you mean `fields`?'],
    [withField(null), 'schema.fields.part must be an object, not null'],
    [withField('string'), 'schema.fields.part must be an object, not `string`'],
    [withField({}), `schema.fields.part.type must be ${types}, message or map, not undefined`],
    [withField({ type: 'strng' }), `schema.fields.part.type must be ${types}, message or map, not \`strng\``],
    [withField({ type: 'str' }), `schema.fields.part.type must be ${types}, message or map, not \`str\``],
    [withField({ type: 'enum' }), 'schema.fields.part.values must be an array of strings, not undefined'],
    [
      withField({ type: 'enum', values: 'READY' }),
      'schema.fields.part.values must be an array of strings, not `READY`',
    ],
    [
      withField({ type: 'enum', values: ['A', 5] }),
      'schema.fields.part.values must be an array of strings, not an array',
    ],
    [
      withField({ type: 'map' }),
      'schema.fields.part.value must be string, boolean, int64, uint64, uint32, integer, double or timestamp, or a message, not undefined',
    ],
    [
      withField({ type: 'map', value: 'enum' }),
      'schema.fields.part.value must be string, boolean, int64, uint64, uint32, integer, double or timestamp, or a message, not `enum`',
    ],
    [
      withField({ type: 'map', value: { type: 'string' } }),
      'schema.fields.part.value.type must be `message`, not `string`',
    ],
    [
      withField({ type: 'map', value: { type: 'message', fields: { a: 5 } } }),
      'schema.fields.part.value.fields.a must be an object, not 5',
    ],
    [
      withField({ type: 'map', value: { type: 'message', fields: {}, repeated: true } }),
      'unknown part of the field `value` `repeated`; use `type` or `fields`',
    ],
    [withField({ type: 'string', format: 'date' }), 'schema.fields.part.format must be `url` or absent, not `date`'],
    [
      withField({ type: 'map', value: 'string', repeated: true }),
      'schema.fields.part.repeated must be absent from a map, not true',
    ],
    [withField({ type: 'message' }), 'schema.fields.part.fields must be an object, not undefined'],
    [
      withField({ type: 'message', fields: { inner: { type: 'message', fields: { a: 5 } } } }),
      'schema.fields.part.fields.inner.fields.a must be an object, not 5',
    ],
    [
      withField({ type: 'string', repeat: true }),
      'unknown part of the field `part` `repeat`; did you mean `repeated`?',
    ],
    [
      withField({ type: 'string', values: ['A'] }),
      'unknown part of the field `part` `values`; use `type`, `repeated` or `format`',
    ],
    [withField({ type: 'string', repeated: 'yes' }), 'schema.fields.part.repeated must be `true` or absent, not `yes`'],
  ])('is not %j', (schema, message) => {
    expectTypeError({ schema }, message)
  })

  it('is named by the innermost part where it is nested', () => {
    let fields: object = { x: { type: 'wrong' } }
    for (let depth = 0; depth < 20_000; depth++) fields = { a: { type: 'message', fields } }
    expectTypeError(
      { schema: { resource: 'Thing', fields } },
      `schema.….a.fields.x.type must be ${types}, message or map, not \`wrong\``,
    )
  })

  it('may contain itself', () => {
    const fields: Record<string, unknown> = { name: { type: 'string' } }
    fields.inner = { type: 'message', fields }
    const schema = { resource: 'Thing', fields } as Schema
    expect(compile('inner.inner.name = a', { schema })({ inner: { inner: { name: 'a' } } })).toBe(true)
  })

  it('may have `repeated: false`', () => {
    const schema = withField({ type: 'string', repeated: false }) as unknown as Schema
    expect(compile('part = a', { schema })({ part: 'a' })).toBe(true)
  })

  it('is checked once', () => {
    let reads = 0
    const schema = new Proxy(withField({ type: 'string' }), {
      get(target, name, receiver) {
        reads++
        return Reflect.get(target, name, receiver) as unknown
      },
    }) as Schema
    checkSchema(schema)
    const before = reads
    for (let time = 0; time < 10; time++) checkSchema(schema)
    expect(reads).toBe(before)
  })
})

describe('neither text nor tree', () => {
  const { expression, span } = parse('name = a')
  test.each<[unknown]>([
    [undefined],
    [null],
    [5],
    [{}],
    [[]],
    [{ kind: 'value' }],
    [() => ''],
    [{ kind: 'filter' }],
    [{ kind: 'filter', expression: { kind: 'zzz' } }],
    [{ kind: 'filter', expression: { kind: 'negation', operand: undefined, span }, span }],
    [{ kind: 'filter', expression: { kind: 'conjunction', sequences: [expression, 5], span }, span }],
  ])('%j', (given) => {
    const filter = given as FilterNode
    const error = new TypeError('a filter must be a string, or a tree as `parse` returns it')
    expect(() => parse(filter as unknown as string)).toThrow(error)
    expect(() => print(filter)).toThrow(error)
    expect(() => compile(filter)).toThrow(error)
    expect(() => validate(filter)).toThrow(error)
    expect(() => explain(filter, {})).toThrow(error)
  })
})

describe('a tree with a pattern that has no text where it is', () => {
  const clause = (text: string) => ({
    kind: 'composite',
    expression: {
      kind: 'restriction',
      comparable: { kind: 'member', names: [{ kind: 'name', text: 'name' }] },
      comparator: { kind: 'comparator', symbol: 'eq' },
      arg: { kind: 'literal', text },
    },
  })
  const beside = (text: string) =>
    ({
      kind: 'filter',
      expression: { kind: 'juxtaposition', factors: [clause(text), clause('a')] },
    }) as unknown as FilterNode
  const alone = (text: string) => ({ kind: 'filter', expression: clause(text).expression }) as unknown as FilterNode

  test.each([['\\'], ['a\\\\\\'], ['[\\'], [' "\\"\\\'']])('%s', (text) => {
    const message = `the pattern \`${text}\` cannot be written beside other clauses`
    expect(() => print(beside(text))).toThrow(new RangeError(message))
    expect(validate(beside(text))).toMatchObject([{ code: 'invalid-pattern', message: `invalid pattern: ${message}` }])
    expect(() => compile(beside(text))).toThrow(FilterError)
  })

  test.each([['a\\\\'], ['\\)'], ['a \\"b\\\'c'], ['(a b)']])('%s has one', (text) => {
    const read = parse(print(beside(text)))
    expect(read.expression).toMatchObject(beside(text).expression as object)
  })

  it('alone it has one', () => {
    expect(print(alone('\\'))).toBe('name eq \\')
    expect(parse('name eq \\').expression).toMatchObject(alone('\\').expression as object)
  })
})
