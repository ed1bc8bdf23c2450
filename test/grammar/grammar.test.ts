import { readFileSync } from 'node:fs'
import { Lexer } from 'chevrotain'
import { describe, expect, it } from 'vitest'
import { createLexer, definition } from '../../grammar/lexer.ts'
import { FilterParser } from '../../grammar/parser.ts'
import { printGrammar, readProductions } from './ebnf.ts'

const read = (path: string): string => readFileSync(new URL(`../../grammar/${path}`, import.meta.url), 'utf8')
const own = printGrammar(new FilterParser({ skipValidations: true }).getSerializedGastProductions())

describe('the grammar', () => {
  it('is what filter.ebnf says', () => {
    expect(readProductions(read('filter.ebnf')).toSorted()).toEqual(own.toSorted())
  })

  it('is what the comments of the parser say, rule by rule', () => {
    const documented = [...read('parser.ts').matchAll(/\/\*\* (\w+ = .+) \*\/\n\s+readonly (\w+) =/g)]
    expect(documented.map(([, production]) => production)).toEqual(own)
    for (const [, production = '', rule = ''] of documented) expect(production.startsWith(`${rule} = `)).toBe(true)
  })

  it('passes the whole validation of the parser, which the shipped one skips', () => {
    // Node 20 has no Object.groupBy, which is why it is skipped.
    const platform: { groupBy?: typeof Object.groupBy } = Object
    const before = platform.groupBy
    platform.groupBy ??= function groupBy<K extends PropertyKey, T>(
      items: Iterable<T>,
      keyOf: (item: T, index: number) => K,
    ) {
      const groups: Partial<Record<K, T[]>> = {}
      let index = 0
      for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item)
      return groups
    }
    try {
      expect(() => new FilterParser({ skipValidations: false })).not.toThrow()
    } finally {
      if (before === undefined) delete platform.groupBy
    }
  })

  it('passes the whole validation of the lexer', () => {
    expect(new Lexer(definition, { positionTracking: 'onlyOffset' }).lexerDefinitionErrors).toEqual([])
    expect(createLexer().lexerDefinitionErrors).toEqual([])
  })

  it('leaves nothing to the lexer to report, whatever stands there', () => {
    const lexer = createLexer()
    for (const text of ['\0', '"', "'", ')', '(((', 'a="', 'name eq "', '(name eq "', 'a.', 'a. b', 'a=(', '\ud800']) {
      expect(lexer.tokenize(text).errors).toEqual([])
    }
  })
})
