import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drawDialects } from '../../grammar/diagrams/dialects.ts'

describe('the railroad diagrams', () => {
  it.each(drawDialects())('%s is what the parser is (npm run diagrams)', (file, svg) => {
    expect(readFileSync(new URL(`../../grammar/diagrams/${file}`, import.meta.url), 'utf8')).toBe(svg)
  })

  it.each([
    [0, ['AND', 'OR', 'NOT', 'comparator', 'value'], ['regexComparator', 'literal']],
    [1, ['regexComparator', 'literal'], ['AND', 'comparator<', 'value', 'argLeaf']],
  ])('of dialect %d show it and not the other', (index, shown, hidden) => {
    const svg = drawDialects()[index]?.[1] ?? ''
    for (const word of shown) expect(svg).toContain(`>${word}<`)
    for (const word of hidden) expect(svg).not.toContain(`>${word.replace('<', '')}<`)
  })
})
