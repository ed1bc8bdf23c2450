import { describe, expect, it } from 'vitest'
import { type AstNode, childrenOf, noSpan, operatorsOf } from '../../src/ast/index.ts'
import { parse, print } from '../../src/index.ts'

/** The operators below a node, in the order of the text. */
const operatorsBelow = (node: AstNode): readonly { readonly symbol: string; readonly start: number }[] => {
  const own =
    node.kind === 'conjunction' || node.kind === 'disjunction' || node.kind === 'negation' ? operatorsOf(node) : []
  const inside = childrenOf(node).flatMap(operatorsBelow)
  return [...own.map(({ symbol, span }) => ({ symbol, start: span.start })), ...inside].sort(
    (a, b) => a.start - b.start,
  )
}

describe('operators keep their spelling and their place', () => {
  // Below each filter the operators, each under its own first character.
  it.each([
    ['a = 1', ''],
    ['a = 1 b = 2', ''],
    ['a = 1 AND b = 2 AND c = 3', '      AND       AND'],
    ['a = 1 OR b = 2 OR c = 3', '      OR       OR'],
    ['a = 1 AND b = 2 OR c = 3', '      AND       OR'],
    ['NOT a = 1', 'NOT'],
    ['-a = 1', '-'],
    ['-(a = 1 OR -b = 2)', '-       OR -'],
    ['NOT (NOT a = 1)', 'NOT  NOT'],
    ['(a = 1) AND (b = 2)', '        AND'],
    ['((a = 1)) OR\n\tb = 2', '          OR'],
    ['a = AND1 AND AND1 = AND1', '         AND'],
    ['a = "AND" AND b = 2', '          AND'],
    ['a = (b OR -c AND NOT d)', '       OR -  AND NOT'],
    ['f((a OR b)) AND g', '     OR     AND'],
    ['a eq OR OR b eq OR', '        OR'],
  ])('%j', (filter, below) => {
    const shown = [...below.matchAll(/\S+/g)].map((found) => ({ symbol: found[0], start: found.index }))
    expect(operatorsBelow(parse(filter))).toEqual(shown)
  })

  it('each span ends with its operator', () => {
    expect(parse('a = 1 OR b = 2').expression).toMatchObject({
      operators: [{ symbol: 'OR', span: { start: 6, end: 8 } }],
    })
    expect(parse('-a = 1').expression).toMatchObject({ operator: { symbol: '-', span: { start: 0, end: 1 } } })
    expect(parse('NOT a = 1').expression).toMatchObject({ operator: { symbol: 'NOT', span: { start: 0, end: 3 } } })
  })
})

describe('operators of a tree that a program built', () => {
  it.each<[string, Parameters<typeof operatorsOf>[0], readonly string[]]>([
    ['conjunction', { kind: 'conjunction', sequences: [1, 2, 3] as never, span: noSpan }, ['AND', 'AND']],
    ['disjunction', { kind: 'disjunction', terms: [1, 2] as never, span: noSpan }, ['OR']],
    ['negation', { kind: 'negation', operand: 1, span: noSpan }, ['NOT']],
  ])('%s', (_, node, symbols) => {
    const operators = operatorsOf(node)
    expect(operators.map(({ symbol }) => symbol)).toEqual(symbols)
    for (const { span } of operators) expect(span).toBe(noSpan)
  })
})

it('the canonical text has one spelling of a negation', () => {
  expect(print(parse('-a = 1'))).toBe('NOT a = 1')
})
