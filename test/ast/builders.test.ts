import { describe, expect, it } from 'vitest'
import {
  type ArgNode,
  conjunction,
  disjunction,
  filter,
  type FilterNode,
  type FilterOperand,
  juxtaposition,
  negation,
  noSpan,
  presence,
  restriction,
  value,
  type ValueOperand,
  walk,
  wildcard,
} from '../../src/ast.ts'
import { parse, print } from '../../src/index.ts'
import { bare } from '../properties/trees.ts'

const [a, b, c] = [restriction('a', '=', 1), restriction('b', '=', 2), restriction('c', '=', 3)]
const [x, y] = [restriction('x', 'eq', 'x.*'), restriction('y', 'ne', 'y z')]
const [one, two] = [value('one'), value('two')]
const named = (values: ValueOperand) => restriction('name', '=', values)
const unparse = (expression: FilterOperand | null) => print(filter(expression))

/** The expression of a text, with parentheses around it. */
const grouped = (text: string): FilterOperand =>
  ({ kind: 'composite', expression: parse(text).expression, span: noSpan }) as FilterOperand

/** [text, expression]: the expression is printed as the text, which is read as the same tree. */
type Row = readonly [text: string, expression: FilterOperand | null]

function expectTexts(rows: readonly Row[]): void {
  it.each(rows)('%s', (text, expression) => {
    const tree = filter(expression)
    expect(print(tree)).toBe(text)
    expect(bare(parse(text))).toEqual(bare(tree))
  })
}

describe('restrictions', () => {
  expectTexts([
    ['labels.env = prod', restriction('labels.env', '=', 'prod')],
    ['labels."a.b" = prod', restriction(['labels', 'a.b'], '=', 'prod')],
    ['labels."a b"."" = prod', restriction(['labels', 'a b', ''], '=', 'prod')],
    ['"AND" = a', restriction('AND', '=', 'a')],
    ['name != "a b"', restriction('name', '!=', 'a b')],
    ['name = ""', restriction('name', '=', '')],
    ['name = "a\\"b"', restriction('name', '=', 'a"b')],
    ['name = a\\*b', restriction('name', '=', 'a*b')],
    ['name = \\*', restriction('name', '=', '*')],
    ['name = a\\\\b', restriction('name', '=', 'a\\b')],
    ['name = "AND"', restriction('name', '=', 'AND')],
    ['name = -a', restriction('name', '=', '-a')],
    ['diskSizeGb > 50', restriction('diskSizeGb', '>', 50)],
    ['diskSizeGb <= -1', restriction('diskSizeGb', '<=', -1)],
    ['diskSizeGb >= 0', restriction('diskSizeGb', '>=', -0)],
    ['ratio < 0.5', restriction('ratio', '<', 0.5)],
    ['ratio < 1e-7', restriction('ratio', '<', 1e-7)],
    ['id = 1000000000000000000000', restriction('id', '=', 1e21)],
    ['id = 18446744073709551615', restriction('id', '=', 18446744073709551615n)],
    ['deleted = true', restriction('deleted', '=', true)],
    ['deleted != false', restriction('deleted', '!=', false)],
    ['licenses:x', restriction('licenses', ':', 'x')],
    ['labels.env:*', presence('labels.env')],
    ['labels."a.b":*', presence(['labels', 'a.b'])],
    ['name = deb*', named(wildcard('deb', ''))],
    ['name = *a\\*b*c', named(wildcard('', 'a*b', 'c'))],
    ['name = **', named(wildcard('', '', ''))],
    ['name eq debian-.*', restriction('name', 'eq', 'debian-.*')],
    ['name ne "a b"', restriction('name', 'ne', 'a b')],
    ['id eq 5', restriction('id', 'eq', 5)],
    ['id eq 5', restriction('id', 'eq', 5n)],
    ['deleted ne true', restriction('deleted', 'ne', true)],
    ['a = b', restriction('a', '=', value('b'))],
  ])

  it('take parts of other trees', () => {
    const texts: string[] = []
    walk(parse('f(x) > 1 AND labels."a.b" = (p OR -q) AND name eq "a b"'), {
      restriction({ comparable, arg }) {
        const changed = arg.kind === 'literal' ? restriction(comparable, 'ne', arg) : restriction(comparable, '!=', arg)
        texts.push(unparse(changed))
      },
    })
    expect(texts).toEqual(['f(x) != 1', 'labels."a.b" != (p OR NOT q)', 'name ne "a b"'])
  })
})

describe('composite values', () => {
  expectTexts([
    ['name = (one OR two)', named(disjunction(one, two))],
    ['name = (one AND two)', named(conjunction(one, two))],
    ['name = (one two)', named(juxtaposition(one, two))],
    ['name = (NOT one)', named(negation(one))],
    [
      'name = ((one AND two) OR NOT (one OR two))',
      named(disjunction(conjunction(one, two), negation(disjunction(one, two)))),
    ],
    ['name = (one OR two AND a*)', named(conjunction(disjunction(one, two), wildcard('a', '')))],
    ['name = one', named(disjunction(one))],
    ['name = ("-a" OR -1)', named(disjunction(value('-a'), value(-1)))],
    ['licenses:(one OR two)', restriction('licenses', ':', disjunction(...['one', 'two'].map(value)))],
  ])

  it.each<[string, ArgNode]>([
    ['a value', { kind: 'composite', expression: one, span: noSpan } as unknown as ArgNode],
    ['logic', { kind: 'composite', expression: disjunction(one, two), span: noSpan }],
  ])('have parentheses once: %s', (_, arg) => {
    expect(unparse(named(arg))).toBe(
      arg.kind === 'composite' && arg.expression.kind === 'disjunction' ? 'name = (one OR two)' : 'name = one',
    )
  })
})

describe('logic puts the parentheses that are needed', () => {
  expectTexts([
    ['', null],
    ['a = 1', a],
    ['a = 1', conjunction(a)],
    ['a = 1', juxtaposition(grouped('a = 1'))],
    ['a = 1 AND b = 2 AND c = 3', conjunction(a, b, c)],
    ['a = 1 b = 2', juxtaposition(a, b)],
    ['a = 1 OR b = 2 OR c = 3', disjunction(...[a, b, c])],
    ['a = 1 AND b = 2 OR c = 3', conjunction(a, disjunction(b, c))],
    ['(a = 1 AND b = 2) OR c = 3', disjunction(conjunction(a, b), c)],
    ['(a = 1 b = 2) OR c = 3', disjunction(juxtaposition(a, b), c)],
    ['(a = 1 OR b = 2) OR c = 3', disjunction(disjunction(a, b), c)],
    ['(a = 1 AND b = 2) AND c = 3', conjunction(conjunction(a, b), c)],
    ['a = 1 b = 2 AND c = 3', conjunction(juxtaposition(a, b), c)],
    ['(a = 1 AND b = 2) c = 3', juxtaposition(conjunction(a, b), c)],
    ['(a = 1 b = 2) c = 3', juxtaposition(juxtaposition(a, b), c)],
    ['a = 1 OR b = 2 c = 3', juxtaposition(disjunction(a, b), c)],
    ['NOT a = 1', negation(a)],
    ['NOT (NOT a = 1)', negation(negation(a))],
    ['NOT (a = 1 AND b = 2)', negation(conjunction(a, b))],
    ['NOT (a = 1 b = 2)', negation(juxtaposition(a, b))],
    ['NOT (a = 1 OR b = 2)', negation(disjunction(a, b))],
    ['NOT a = 1 OR NOT b = 2', disjunction(negation(a), negation(b))],
    ['NOT a = 1 b = 2 AND c = 3', conjunction(juxtaposition(negation(a), b), c)],
    ['x eq x.*', x],
    ['(x eq x.*) (y ne "y z")', juxtaposition(x, y)],
    ['(x eq x.*) a = 1', juxtaposition(x, a)],
    ['x eq x.* OR y ne "y z"', disjunction(x, y)],
    ['NOT x eq x.*', negation(x)],
    ['a = 1', grouped('a = 1')],
    ['a = 1 AND b = 2', conjunction(grouped('a = 1'), grouped('b = 2'))],
    ['(a = 1 OR b = 2) OR c = 3', disjunction(grouped('a = 1 OR b = 2'), c)],
    ['a = 1 OR b = 2 AND c = 3', conjunction(grouped('a = 1 OR b = 2'), c)],
    ['(x eq x.*) (y ne "y z")', juxtaposition(grouped('x eq x.*'), y)],
    ['NOT a = 1', negation(grouped('a = 1'))],
  ])

  it('around parts of other trees, too', () => {
    const { expression } = parse('-a = 1 OR b = 2')
    if (expression === null) throw new Error('it has an expression')
    expect(unparse(negation(expression))).toBe('NOT (NOT a = 1 OR b = 2)')
    expect(negation(expression).operand).toMatchObject({
      kind: 'composite',
      expression: { span: { start: 0, end: 15 } },
    })
  })
})

describe('what builders return', () => {
  const tree = filter(
    conjunction(juxtaposition(x, a), disjunction(negation(b), named(disjunction(one, wildcard('a', ''))))),
  )

  it('is frozen and has no place in a text', () => {
    const looks = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      expect(Object.isFrozen(node)).toBe(true)
      for (const [key, part] of Object.entries(node)) {
        if (key === 'span') expect(part).toBe(noSpan)
        else looks(part)
      }
    }
    looks(tree)
    expect(Object.isFrozen(noSpan)).toBe(true)
    expect(noSpan).toEqual({ start: 0, end: 0 })
  })

  it('holds its operands as they are', () => {
    expect(conjunction(a, b).sequences).toEqual([a, b])
    expect(conjunction(a, b).sequences[0]).toBe(a)
    expect(conjunction(a)).toBe(a)
    expect(filter(a).expression).toBe(a)
    expect(filter().expression).toBeNull()
  })

  it('does not change with the lists that it was built from', () => {
    const names = ['a', 'b']
    const built = restriction(names, '=', 1)
    names.push('c')
    expect(unparse(built)).toBe('a.b = 1')
  })
})

describe('wrong use is a TypeError that names what is wrong', () => {
  const loose = {
    conjunction: conjunction as unknown as (...operands: unknown[]) => FilterNode,
    juxtaposition: juxtaposition as unknown as (...operands: unknown[]) => FilterNode,
    disjunction: disjunction as unknown as (...operands: unknown[]) => FilterNode,
    negation: negation as unknown as (operand?: unknown) => FilterNode,
    filter: filter as unknown as (expression: unknown) => FilterNode,
    restriction: restriction as unknown as (...given: unknown[]) => FilterNode,
    presence: presence as unknown as (field: unknown) => FilterNode,
    value: value as unknown as (given?: unknown) => FilterNode,
    wildcard: wildcard as unknown as (...parts: unknown[]) => FilterNode,
  }
  const member = a.comparable

  it.each<[string, () => unknown]>([
    ['`conjunction` needs an operand', () => conjunction()],
    ['`juxtaposition` needs an operand', () => loose.juxtaposition()],
    ['`disjunction` needs an operand', () => disjunction(...[])],
    ['`conjunction` does not accept a string as operand 2', () => loose.conjunction(a, 'b = 2')],
    ['`conjunction` does not accept a list', () => loose.conjunction([a, b])],
    ['`disjunction` does not accept null as operand 1', () => loose.disjunction(null, a)],
    ['`disjunction` does not accept undefined as operand 2', () => loose.disjunction(a, undefined)],
    ['`juxtaposition` does not accept an object that is not a node as operand 1', () => loose.juxtaposition({}, a)],
    ['`conjunction` does not accept a member as operand 2', () => loose.conjunction(a, member)],
    ['`conjunction` does not accept a value among restrictions as operand 2', () => loose.conjunction(a, one)],
    ['`disjunction` does not accept a restriction among values as operand 3', () => loose.disjunction(one, two, a)],
    [
      '`conjunction` does not accept a filter as operand 2; pass its `expression`',
      () => loose.conjunction(a, filter(b)),
    ],
    ['`negation` does not accept undefined', () => loose.negation()],
    ['`negation` does not accept a filter; pass its `expression`', () => loose.negation(filter(b))],
    ['`filter` does not accept a value', () => loose.filter(one)],
    ['`filter` does not accept a filter; pass its `expression`', () => loose.filter(filter(a))],
    ['`filter` does not accept a string', () => loose.filter('a = 1')],
    ['`restriction` does not accept a string as a comparator', () => loose.restriction('a', '~', 1)],
    ['`restriction` does not accept undefined as a comparator', () => loose.restriction('a')],
    ['`restriction` does not accept a number as a field', () => loose.restriction(5, '=', 1)],
    ['`restriction` does not accept a name as a field', () => loose.restriction({ kind: 'name', text: 'a' }, '=', 1)],
    ['`restriction` does not accept undefined as a field', () => loose.presence(undefined)],
    ['a field needs at least one name', () => restriction([], '=', 1)],
    ['a name in a field path must be a string, not a number', () => loose.restriction(['a', 5], '=', 1)],
    ...['', '.', 'a.', '.a', 'a..b', 'labels."a.b"', "'a'", 'a b', 'a[0]', 'a\\.b', 'f(x)'].map(
      (field): [string, () => unknown] => [
        `\`${field}\` is not a plain field path; give a list of names, such as \`['labels', 'a.b']\``,
        () => restriction(field, '=', 1),
      ],
    ),
    ['`=` does not accept undefined', () => loose.restriction('a', '=')],
    ['`=` does not accept null', () => loose.restriction('a', '=', null)],
    ['`=` does not accept a list', () => loose.restriction('a', '=', ['b'])],
    ['`=` does not accept a restriction', () => loose.restriction('a', '=', b)],
    ['`=` does not accept a literal', () => loose.restriction('a', '=', x.arg)],
    ['`<` does not accept the number NaN', () => restriction('a', '<', NaN)],
    ['`<` does not accept the number Infinity', () => restriction('a', '<', Infinity)],
    ['`eq` does not accept a value', () => loose.restriction('a', 'eq', one)],
    ['`eq` does not accept an object that is not a node', () => loose.restriction('a', 'eq', /a/)],
    ['`ne` does not accept the number NaN', () => restriction('a', 'ne', NaN)],
    ['`value` does not accept undefined', () => loose.value()],
    ['`value` does not accept a symbol', () => loose.value(Symbol('a'))],
    ['`value` does not accept a function', () => loose.value(() => 1)],
    ['`value` does not accept a value', () => loose.value(one)],
    ['`wildcard` needs at least two parts: `wildcard("deb", "")` is `deb*`', () => loose.wildcard('deb*')],
    ['`wildcard` does not accept a number as part 2', () => loose.wildcard('a', 5)],
  ])('%s', (message, build) => {
    expect(build).toThrow(new TypeError(message))
  })
})

describe('wrong use does not type-check', () => {
  it.each<[string, () => unknown]>([
    // @ts-expect-error restrictions and values do not mix
    ['a value among restrictions', () => conjunction(a, one)],
    // @ts-expect-error a filter holds restrictions
    ['a filter of a value', () => filter(one)],
    // @ts-expect-error a filter is no operand
    ['a negation of a filter', () => negation(filter(a))],
    // @ts-expect-error a value is not a pattern
    ['a pattern with wildcards', () => restriction('a', 'eq', wildcard('a', ''))],
    // @ts-expect-error there is no such comparator
    ['another comparator', () => restriction('a', '~', 'b')],
    // @ts-expect-error one part has no wildcard
    ['a wildcard without a star', () => wildcard('a')],
  ])('%s', (_, build) => {
    expect(build).toThrow(TypeError)
  })
})
