import { expect, test } from 'vitest'
import * as source from '../../src/index.ts'
import { conformanceSuite } from '../../src/testing/index.ts'
import { builtFile } from '../readme/samples.ts'

const built = (await import(builtFile('index.js'))) as typeof source

const filters = conformanceSuite.cases.flatMap((one) => ('filter' in one ? [one.filter] : []))
const maxLength = 120

/** The text, and as often as it has lexemes: cut there, without that one, and with that one twice. */
function variantsOf(text: string): readonly string[] {
  const lexemes = [...text.matchAll(/[\w-]+|\s+|[<>=!]+|[^]/g)].map(({ 0: lexeme, index }) => ({ lexeme, index }))
  const variants = lexemes.flatMap(({ lexeme, index }) => {
    const [before, after] = [text.slice(0, index), text.slice(index + lexeme.length)]
    return [before, before + after, before + lexeme + lexeme + after]
  })
  return [text, ...variants]
}

/** A tree, or the diagnostic of a syntax error. */
function parsedBy({ parse, FilterError }: typeof source, text: string): string {
  try {
    return JSON.stringify(parse(text))
  } catch (error) {
    if (!(error instanceof FilterError)) throw error
    return JSON.stringify(error.diagnostics)
  }
}

// `dist` has the decisions of the parser as tables, and only the parts of Chevrotain that it needs (slim-chevrotain.js).
test('the built parser gives the trees and the errors of the parser in the source', () => {
  const texts = new Set(filters.filter(({ length }) => length <= maxLength).flatMap(variantsOf))
  const outcomes = [...texts].map((text) => [text, parsedBy(source, text), parsedBy(built, text)] as const)
  expect(outcomes.filter(([, expected, found]) => found !== expected)).toEqual([])
  const trees = outcomes.filter(([, outcome]) => outcome.startsWith('{'))
  expect([trees.length > 3000, outcomes.length - trees.length > 3000]).toEqual([true, true])
})
