import { describe, expect, it } from 'vitest'
import type { AstNode } from '../src/ast.ts'
import {
  compile,
  defaultLimits,
  documented,
  explain,
  type FilterNode,
  FilterError,
  type Limits,
  observed,
  parse,
  print,
  type RegexEngine,
  validate,
} from '../src/index.ts'
import { resolveLimits } from '../src/limits.ts'
import { resolveOptions } from '../src/options.ts'
import { re2jsEngine } from '../src/re2js.ts'

/** An engine that counts its compiled patterns; `(` is invalid. */
function countingEngine(): { readonly engine: RegexEngine; readonly held: () => number; readonly made: () => number } {
  let held = 0
  let made = 0
  const engine: RegexEngine = {
    compile(pattern) {
      if (pattern === '(') return { code: 'invalid-pattern', reason: 'missing )' }
      held++
      made++
      return {
        test: (text) => text === pattern,
        free: () => {
          held--
        },
      }
    },
  }
  return { engine, held: () => held, made: () => made }
}

describe('patterns are freed', () => {
  it('by compile when the Matcher is disposed of', () => {
    const { engine, held } = countingEngine()
    const matcher = compile('(name eq a) (name ne b)', { regexEngine: engine })
    expect(held()).toBe(2)
    expect([matcher({ name: 'a' }), matcher({ name: 'b' })]).toEqual([true, false])
    matcher[Symbol.dispose]()
    expect(held()).toBe(0)
  })

  it('by compile at once when the filter is invalid', () => {
    const { engine, held, made } = countingEngine()
    expect(() => compile('(name eq a) (name ne "(")', { regexEngine: engine })).toThrow(FilterError)
    expect([made(), held()]).toEqual([1, 0])
  })

  it.each([
    ['validate', (filter: string, regexEngine: RegexEngine) => validate(filter, { regexEngine })],
    ['explain', (filter: string, regexEngine: RegexEngine) => explain(filter, {}, { regexEngine })],
  ])('by %s', (_, verb) => {
    const { engine, held, made } = countingEngine()
    verb('(name eq a) (name ne b)', engine)
    expect([made(), held()]).toEqual([2, 0])
  })

  it('and none is compiled if the filter has none', () => {
    const { engine, made } = countingEngine()
    compile('name = a', { regexEngine: engine })
    expect(made()).toBe(0)
  })
})

describe('options that are not given, or given as undefined', () => {
  it.each([
    ['none', undefined],
    ['empty', {}],
    ['undefined', { schema: undefined, profile: undefined, limits: undefined, regexEngine: undefined }],
  ])('%s: the defaults', (_, options) => {
    const { schema, profile, limits } = resolveOptions(options)
    expect([schema.resource, profile, limits]).toEqual(['Image', documented, defaultLimits])
    expect(validate('(name eq a) (family eq b)', options).map(({ code }) => code)).toEqual(['multiple-fields'])
  })

  it('given ones count', () => {
    const schema = { resource: 'Thing', fields: { a: { type: 'string' } } } as const
    const settings = resolveOptions({ schema, profile: observed, limits: { nesting: 3 } })
    expect(settings).toMatchObject({ schema, profile: observed, limits: { ...defaultLimits, nesting: 3 } })
    expect(compile('a = 1', { schema })({ a: '1' })).toBe(true)
  })
})

describe('limits', () => {
  const names = Object.keys(defaultLimits) as (keyof Limits)[]
  const wrongLimits = [
    [NaN, 'NaN'],
    [-1, '-1'],
    [null, 'null'],
    ['9', '`9`'],
    [9n, '9'],
  ] as const
  it.each(names)('%s is the given limit, else the default', (name) => {
    expect(resolveLimits({ [name]: 7 })).toEqual({ ...defaultLimits, [name]: 7 })
    expect(resolveLimits({ [name]: 0 })).toEqual({ ...defaultLimits, [name]: 0 })
    expect(resolveLimits({ [name]: undefined })).toEqual(defaultLimits)
    for (const [limit, shown] of wrongLimits)
      expect(() => resolveLimits({ [name]: limit as number })).toThrow(
        new TypeError(`limits.${name} must be a number of at least 0, not ${shown}`),
      )
    expect(resolveLimits({ [name]: Infinity })[name]).toBe(name === 'nesting' ? 128 : Infinity)
  })

  it.each([
    [127, 127],
    [128, 128],
    [129, 128],
  ])('nesting of %d is %d', (asked, held) => {
    expect(resolveLimits({ nesting: asked }).nesting).toBe(held)
  })
})

describe('a tree that was parsed within other limits', () => {
  const filter = parse('name = ((((a OR b) AND c) OR d) AND e)')
  const wide = parse('name = ((((a OR b) AND c) OR d) AND e)', { limits: { nesting: 20, restrictions: 2000 } })
  it.each([
    ['the same', filter, {}, true],
    ['wider', filter, { nesting: 100, restrictions: 3000, textLength: 10_000 }, true],
    ['narrower nesting that it keeps', filter, { nesting: 10 }, false],
    ['narrower number of restrictions that it keeps', filter, { restrictions: 10 }, false],
    ['narrower text that it keeps', filter, { textLength: 100 }, false],
    ['narrower than those it was parsed with', wide, {}, false],
  ] as const)('is used as it is, or parsed again: %s', (_, tree, limits, same) => {
    const matcher = compile(tree, { limits })
    expect(matcher.filter === tree).toBe(same)
    expect(matcher.filter).toEqual(tree)
  })
})

describe('whether a Matcher is cheap', () => {
  it.each([
    ['', true],
    ['family = debian OR NOT (labels:* AND name = a*b)', true],
    ['name eq debian-.*', true],
    ['id eq 5', true],
    ['(name eq debian-.*) (name ne .*-12)', true],
    ['name eq "(a|b)*c"', false],
    ['name ne "(a|b)*c"', false],
    ['name eq "\\pL+"', false],
    ['(name ne .*-12) (name eq "(a|b)*c")', false],
  ])('depends on its patterns: %s', (filter, isCheap) => {
    expect(compile(filter).isCheap).toBe(isCheap)
  })

  it.each([
    ['name eq a', undefined, false],
    ['name eq a', false, false],
    ['name eq a', true, true],
    ['name = a', undefined, true],
  ])('depends on the engine: %s, %s', (filter, said, isCheap) => {
    const pattern = { test: () => true, free: () => undefined, ...(said !== undefined && { isCheap: said }) }
    expect(compile(filter, { regexEngine: { compile: () => pattern } }).isCheap).toBe(isCheap)
  })
})

describe('anything but text or a tree', () => {
  it.each([undefined, null, 5, true, {}, [], { kind: 'value' }, { expression: null }])('%o is a TypeError', (given) => {
    for (const verb of [parse, validate, compile, (filter: unknown) => explain(filter as string, {})]) {
      expect(() => (verb as (filter: unknown) => unknown)(given)).toThrow(
        new TypeError('a filter must be a string, or a tree as `parse` returns it'),
      )
    }
  })
})

describe('trees that a program built', () => {
  const span = { start: 0, end: 0 }
  const named = parse('name = a').expression as AstNode
  const negated = (levels: number): FilterNode => {
    let expression = named
    for (let level = 0; level < levels; level++) {
      expression = { kind: 'negation', operand: expression, span } as AstNode
    }
    return { kind: 'filter', expression, span } as FilterNode
  }

  it('have at most 1,024 levels to be printed', () => {
    // Filter, restriction, member and name are levels, too.
    expect(print(negated(1020))).toHaveLength('NOT '.length * 1020 + 'name = a'.length + 2 * 1019)
    expect(() => print(negated(1021))).toThrow(new RangeError('the tree has too many levels to be printed'))
  })

  it('have at most 100,000 nodes', () => {
    const wide = (count: number): FilterNode =>
      ({
        kind: 'filter',
        expression: {
          kind: 'global-restriction',
          comparable: {
            kind: 'function',
            name: 'f',
            args: Array.from({ length: count }, () => ({ kind: 'value', parts: ['a'], span })),
            span,
          },
          span,
        },
        span,
      }) as unknown as FilterNode
    expect(print(wide(99_997))).toHaveLength(99_997 * ', a'.length - ', '.length + 'f()'.length)
    expect(() => print(wide(99_998))).toThrow(new RangeError('the tree has too many nodes to be printed'))
  })

  it('are too deep where they cannot be printed', () => {
    expect(validate(negated(2000))).toEqual([
      {
        code: 'too-deep',
        severity: 'error',
        message: 'parentheses are nested deeper than 64 levels',
        span,
        details: { limit: 64 },
      },
    ])
    const refused = (): unknown => compile(negated(2000))
    expect(refused).toThrow(expect.objectContaining({ name: 'FilterError', source: '' }) as Error)
  })

  it('that throw rethrow the error', () => {
    const broken = {
      kind: 'filter',
      span,
      expression: { kind: 'member', names: undefined, span },
    } as unknown as FilterNode
    expect(() => validate(broken)).toThrow(TypeError)
  })
})

describe('print of nodes inside a filter', () => {
  const value = (text: string) => ({ kind: 'value', parts: [text] })
  const node = (inner: object): FilterNode => ({ kind: 'filter', expression: inner, span: {} }) as unknown as FilterNode
  const word = (text: string) => ({
    kind: 'global-restriction',
    comparable: { kind: 'member', names: [{ kind: 'name', text }] },
  })
  const call = { kind: 'function', name: 'f', args: [] }
  const member = word('a').comparable
  const name = { kind: 'name', text: 'a' }
  const equals = (arg: object) => ({
    kind: 'restriction',
    comparable: member,
    comparator: { kind: 'comparator', symbol: '=' },
    arg,
  })

  it.each([
    ['a name that needs quotes', word('-a'), '"-a"'],
    ['a function without arguments', { kind: 'global-restriction', comparable: call }, 'f()'],
    ['a value with a wildcard', equals({ kind: 'value', parts: ['a', ''] }), 'a = a*'],
  ])('%s', (_, inner, expected) => {
    expect(print(node(inner))).toBe(expected)
  })

  it.each<[string, object]>([
    ['a comparator', { kind: 'comparator', symbol: '<=' }],
    ['a literal', { kind: 'literal', text: 'a b' }],
    ['a name', name],
    ['a member', member],
    ['a value', value('a')],
    ['a function', call],
    ['a filter', node(word('a'))],
    ['a value under a negation', { kind: 'negation', operand: value('a') }],
    ['a value in parentheses', { kind: 'composite', expression: value('a') }],
    ['a value among words', { kind: 'disjunction', terms: [word('a'), value('a')] }],
    ['a name for a field', { kind: 'global-restriction', comparable: name }],
    ['a value for a field', { kind: 'global-restriction', comparable: value('a') }],
    ['a value for a name', { kind: 'global-restriction', comparable: { kind: 'member', names: [value('a')] } }],
    ['a name for a comparator', { ...equals(value('a')), comparator: { ...name, symbol: '=' } }],
    ['a member for a value', equals(member)],
    ['a word for a value', equals(word('a'))],
    ['logic without parentheses for a value', equals({ kind: 'disjunction', terms: [value('a'), value('b')] })],
    ['a word among values', equals({ kind: 'composite', expression: { kind: 'negation', operand: word('a') } })],
    ['a name among arguments', { kind: 'global-restriction', comparable: { ...call, args: [name] } }],
  ])('%s there is a mistake of the program', (_, inner) => {
    expect(() => print(node(inner))).toThrow(TypeError)
  })

  it.each([
    ['a conjunction in a conjunction', 'conjunction', 'sequences', 'conjunction', '(a AND b) AND c'],
    ['a juxtaposition in a conjunction', 'conjunction', 'sequences', 'juxtaposition', 'a b AND c'],
    ['a disjunction in a conjunction', 'conjunction', 'sequences', 'disjunction', 'a OR b AND c'],
    ['a conjunction in a juxtaposition', 'juxtaposition', 'factors', 'conjunction', '(a AND b) c'],
    ['a juxtaposition in a juxtaposition', 'juxtaposition', 'factors', 'juxtaposition', '(a b) c'],
    ['a disjunction in a juxtaposition', 'juxtaposition', 'factors', 'disjunction', 'a OR b c'],
    ['a conjunction in a disjunction', 'disjunction', 'terms', 'conjunction', '(a AND b) OR c'],
    ['a juxtaposition in a disjunction', 'disjunction', 'terms', 'juxtaposition', '(a b) OR c'],
    ['a disjunction in a disjunction', 'disjunction', 'terms', 'disjunction', '(a OR b) OR c'],
  ])('%s that a program built gets the parentheses that it needs', (_, kind, key, innerKind, expected) => {
    const keys: Readonly<Record<string, string>> = { conjunction: 'sequences', juxtaposition: 'factors' }
    const inner = { kind: innerKind, [keys[innerKind] ?? 'terms']: [word('a'), word('b')] }
    expect(print(node({ kind, [key]: [inner, word('c')] }))).toBe(expected)
  })

  it.each([
    ['conjunction', 'sequences', 'NOT (a AND b)'],
    ['juxtaposition', 'factors', 'NOT (a b)'],
    ['disjunction', 'terms', 'NOT (a OR b)'],
  ])('a %s that is negated, too', (kind, key, expected) => {
    const operand = {
      kind,
      [key]: [word('a'), word('b')],
    }
    expect(print(node({ kind: 'negation', operand }))).toBe(expected)
  })

  it('a negation that is negated, too', () => {
    const inner = { kind: 'negation', operand: word('a') }
    expect(print(node({ kind: 'negation', operand: inner }))).toBe('NOT (NOT a)')
    expect(print(node({ kind: 'disjunction', terms: [inner, inner] }))).toBe('NOT a OR NOT a')
  })
})

describe('names that are keywords', () => {
  it.each([
    ['labels.AND:*', 'labels.AND:*'],
    ['labels."AND" = 1', 'labels.AND = 1'],
    ['labels.eq.ne eq 1', 'labels.eq.ne eq 1'],
    ['"AND" = 1', '"AND" = 1'],
    ['"eq".eq = 1', '"eq".eq = 1'],
  ])('%s is printed as %s', (filter, expected) => {
    expect(print(parse(filter))).toBe(expected)
  })
})

describe('the engine in JavaScript', () => {
  it.each([
    ['a+', 'aa', true],
    ['a+', 'ab', false],
    ['.', '\ud800', true],
    ['\ufffd', '\ud800', true],
    ['.', '😀', true],
  ])('%s on %j: %s', (pattern, text, expected) => {
    const compiled = re2jsEngine.compile(pattern)
    expect('test' in compiled && compiled.test(text)).toBe(expected)
    if ('free' in compiled) compiled.free()
  })

  it.each([
    ['\ud800', 'invalid-pattern', 'a lone surrogate is not a character'],
    ['(', 'invalid-pattern', 'missing closing ): ('],
    ['a**', 'invalid-pattern', 'invalid nested repetition operator: **'],
    [`${'('.repeat(2000)}${')'.repeat(2000)}`, 'pattern-too-complex', 'expression nests too deeply'],
  ])('rejects %.20s', (pattern, code, reason) => {
    expect(re2jsEngine.compile(pattern)).toEqual({ code, reason })
  })
})
