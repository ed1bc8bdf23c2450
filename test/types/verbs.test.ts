import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  type DiagnosticCode,
  type HintCode,
  compile,
  type Diagnostic,
  explain,
  type FilterNode,
  type FilterError,
  type Image,
  imageSchema,
  type Int64,
  type Matcher,
  type OpenEnum,
  parse,
  print,
  type Schema,
  validate,
} from '../../src/index.ts'

const diskSchema = {
  resource: 'Disk',
  fields: {
    name: { type: 'string' },
    sizeGb: { type: 'int64' },
    status: { type: 'enum', values: ['READY', 'FAILED'] },
    users: { type: 'string', repeated: true },
    params: { type: 'message', fields: { provisionedIops: { type: 'integer' } } },
  },
} as const satisfies Schema

describe('compile', () => {
  test('makes a matcher for images', () => {
    expectTypeOf(compile('')).toEqualTypeOf<Matcher>()
    expectTypeOf(compile('')).parameters.toEqualTypeOf<[resource: Image]>()
    expectTypeOf(compile('')).returns.toEqualTypeOf<boolean>()
    expectTypeOf(compile('').filter).toEqualTypeOf<FilterNode>()
  })

  test('makes a matcher that goes into filter()', () => {
    const images: Image[] = [{ name: 'a' }, { name: 'b' }]
    const found = images.filter(compile('name = b'))
    expectTypeOf(found).toEqualTypeOf<Image[]>()
    expect(found).toEqual([{ name: 'b' }])
  })

  test('takes the type of the resource from the schema', () => {
    const matcher = compile('sizeGb > 5', { schema: diskSchema })
    type Disk = Parameters<typeof matcher>[0]
    expectTypeOf<Disk['sizeGb']>().toEqualTypeOf<Int64 | null | undefined>()
    expectTypeOf<Disk['status']>().toEqualTypeOf<OpenEnum<'READY' | 'FAILED'> | null | undefined>()
    expectTypeOf<Disk['users']>().toEqualTypeOf<readonly string[] | null | undefined>()
    expectTypeOf<NonNullable<Disk['params']>['provisionedIops']>().toEqualTypeOf<number | null | undefined>()
    // @ts-expect-error the schema has no such field
    expect(matcher({ sizeInGb: '10' })).toBe(false)
    expect([{ sizeGb: '10' }, { sizeGb: 1 }].filter(matcher)).toEqual([{ sizeGb: '10' }])
  })

  test('takes the type of the resource from the caller', () => {
    interface Mine {
      readonly name: string
      readonly mine: number
    }
    expectTypeOf(compile<Mine>('name = a')).toEqualTypeOf<Matcher<Mine>>()
    expectTypeOf(compile('', { schema: imageSchema })).toExtend<Matcher>()
  })
})

describe('the other verbs', () => {
  test('take and give what they say', () => {
    expectTypeOf(parse).returns.toEqualTypeOf<FilterNode>()
    expectTypeOf(print).toEqualTypeOf<(filter: FilterNode) => string>()
    expectTypeOf(validate).returns.toEqualTypeOf<readonly Diagnostic[]>()
    expectTypeOf(validate).parameter(0).toEqualTypeOf<string | FilterNode>()
    expectTypeOf(explain).parameter(1).toBeUnknown()
  })

  test('parse takes no schema', () => {
    // @ts-expect-error what a schema says is for validate
    expect(parse('', { schema: diskSchema }).expression).toBeNull()
  })
})

describe('a diagnostic', () => {
  test('has one of the codes', () => {
    expectTypeOf<Diagnostic['code']>().toEqualTypeOf<DiagnosticCode>()
    expectTypeOf<FilterError['diagnostics']>().toEqualTypeOf<readonly Diagnostic[]>()
    expectTypeOf<DiagnosticCode>().toEqualTypeOf<
      | HintCode
      | 'engine-missing'
      | 'unexpected-character'
      | 'unexpected-token'
      | 'unexpected-end'
      | 'unterminated-string'
      | 'invalid-escape'
      | 'needs-quotes'
      | 'too-long'
      | 'too-deep'
      | 'too-many-terms'
      | 'mixed-dialects'
      | 'operator-in-regex-dialect'
      | 'multiple-fields'
      | 'missing-comparator'
      | 'unknown-function'
      | 'unknown-field'
      | 'not-traversable'
      | 'indexing'
      | 'repeated-needs-has'
      | 'not-atomic'
      | 'comparator-type'
      | 'literal-type'
      | 'unknown-enum-value'
      | 'invalid-timestamp'
      | 'invalid-pattern'
      | 'pattern-too-complex'
    >()
  })
})
