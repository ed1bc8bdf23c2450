import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawDialects } from '../../grammar/diagrams/dialects.ts'
import type { ProductionPart } from '../../grammar/diagrams/productions.ts'
import { pruneProductions } from '../../grammar/diagrams/prune.ts'
import { printProductions } from './ebnf.ts'

describe('the railroad diagrams', () => {
  it.each(drawDialects())('%s matches the parser (npm run diagrams)', (file, svg) => {
    expect(readFileSync(new URL(`../../grammar/diagrams/${file}`, import.meta.url), 'utf8')).toBe(svg)
  })

  it.each([
    [0, ['filter', 'AND', 'OR', 'NOT', 'comparator', 'value'], ['regexComparator', 'literal']],
    [1, ['filter', 'regexComparator', 'literal'], ['AND', 'comparator', 'value', 'argLeaf', 'expression']],
  ])('show dialect %d and not the other', (index, shown, hidden) => {
    const svg = drawDialects()[index]?.[1] ?? ''
    for (const word of shown) expect(svg).toContain(`>${word}<`)
    for (const word of hidden) expect(svg).not.toContain(`>${word}<`)
  })
})

const rule = (name: string): ProductionPart => ({ kind: 'rule', name })
const token = (label: string): ProductionPart => ({ kind: 'token', label })
const prune = (rules: Record<string, ProductionPart>, ...excluded: readonly string[]) =>
  printProductions(pruneProductions(new Map(Object.entries(rules)), new Set(excluded)))

describe('pruneProductions', () => {
  it('removes the alternatives that contain an excluded symbol', () => {
    const parts: ProductionPart[] = [
      rule('b'),
      { kind: 'optional', part: token('x') },
      { kind: 'many', part: token('y') },
    ]
    const rules = { a: { kind: 'sequence', parts }, b: { kind: 'choice', parts: [token('x'), token('z')] } } as const
    expect(prune(rules)).toEqual(['a = b [ x ] { y }', 'b = x | z'])
    expect(prune(rules, 'x')).toEqual(['a = b { y }', 'b = z'])
    expect(prune(rules, 'y', 'z')).toEqual(['a = b [ x ]', 'b = x'])
    expect(prune(rules, 'x', 'z')).toEqual([])
    expect(prune(rules, 'b')).toEqual([])
  })

  it('removes rules that only name another, and unreachable ones', () => {
    const separated: ProductionPart = { kind: 'list', part: rule('b'), separator: token(',') }
    const rules = { a: separated, b: rule('c'), c: rule('d'), d: token('x'), e: rule('a') }
    expect(prune(rules)).toEqual(['a = [ d { , d } ]', 'd = x'])
  })

  it('keeps recursive rules', () => {
    expect(prune({ a: { kind: 'sequence', parts: [token('('), rule('a'), token(')')] } })).toEqual(['a = ( a )'])
  })

  it('accepts an empty grammar', () => {
    expect(prune({})).toEqual([])
  })
})
