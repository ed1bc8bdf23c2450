import { readFileSync } from 'node:fs'
import { Lexer } from 'chevrotain'
import { describe, expect, it } from 'vitest'
import { isText, isValueText } from '../../grammar/characters.ts'
import { readProductions } from '../../grammar/diagrams/productions.ts'
import { createLexer, definition } from '../../grammar/lexer.ts'
import { FilterParser } from '../../grammar/parser.ts'
import { AIP_COMPARATORS, REGEX_COMPARATORS } from '../../src/ast/index.ts'
import { printProductions, readEbnf } from './ebnf.ts'

const read = (path: string): string => readFileSync(new URL(`../../grammar/${path}`, import.meta.url), 'utf8')
const serialized = new FilterParser({ skipValidations: true }).getSerializedGastProductions()
const own = printProductions(readProductions(serialized))

describe('the grammar', () => {
  it('equals filter.ebnf', () => {
    expect(readEbnf(read('filter.ebnf')).toSorted()).toEqual(own.toSorted())
  })

  it('equals the comments of the parser, rule by rule', () => {
    const documented = [...read('parser.ts').matchAll(/\/\*\* (\w+ = .+) \*\/\n\s+readonly (\w+) =/g)]
    expect(documented.map(([, production]) => production)).toEqual(own)
    for (const [, production = '', rule = ''] of documented) expect(production.startsWith(`${rule} = `)).toBe(true)
  })

  it('has every production in the table of README.md', () => {
    const rows = /^\| production [^]*?\n\n/m.exec(read('README.md'))?.[0] ?? ''
    for (const production of own) expect(rows).toMatch(new RegExp(`\\b${production.split(' ')[0] ?? ''}\\b`))
  })

  it('rejects an unknown kind of repetition', () => {
    expect(() => readProductions([{ type: 'Rule', definition: [{ type: 'RepetitionMandatory' }] }])).toThrow(
      'no rule of the grammar has a RepetitionMandatory',
    )
  })
})

describe('the tokens of filter.ebnf', () => {
  const [, section = ''] = /\(\* Tokens:([^]*)\*\)/.exec(read('filter.ebnf')) ?? []
  const tokens = new Map(
    [...section.matchAll(/^ +([\w, ]+?) {2,}(\S.*)$/gm)].map(([, name = '', text = '']) => [name, text]),
  )

  it('are exactly those that the productions name', () => {
    const named = [...new Set(own.join(' ').match(/\b[a-z]\w*\b/gi))]
    const rules = own.map((production) => production.split(' ')[0])
    const rest = named.filter((name) => !rules.includes(name) && !/^(?:AND|OR|NOT)$/.test(name))
    expect(
      [...tokens.keys()]
        .filter((name) => /^[a-z]/.test(name))
        .flatMap((names) => names.split(', '))
        .toSorted(),
    ).toEqual(rest.toSorted())
  })

  it.each([
    ['comparator', AIP_COMPARATORS],
    ['regexComparator', REGEX_COMPARATORS],
  ])('%s lists all of its symbols', (name, symbols) => {
    expect(tokens.get(name)?.match(/"[^"]+"/g)).toEqual(symbols.map((symbol) => `"${symbol}"`))
  })

  it.each([
    ['TEXT', (word: string) => isText(word, true)],
    ['RUN', isValueText],
  ])('%s consists of the listed characters', (name, isWord) => {
    const [, listed = '', first = ''] =
      /^letters, digits, U\+00A1 and above, (.*?)(?: +not beginning with (.*))?$/.exec(tokens.get(name) ?? '') ?? []
    const punctuation = new Set(listed.split(' '))
    expect(punctuation.size).toBeGreaterThan(10)
    const belongs = (character: string) =>
      /[a-zA-Z0-9]/.test(character) || character >= '\u00a1' || punctuation.has(character)
    for (let code = 0; code < 0x200; code++) {
      const character = String.fromCharCode(code)
      expect([character, isWord(`x${character}`)]).toEqual([character, belongs(character)])
      expect([character, isWord(`${character}x`)]).toEqual([
        character,
        belongs(character) && !first.split(' ').includes(character),
      ])
    }
  })
})

describe('parser and lexer', () => {
  it('pass the validation of the parser, which the package skips', () => {
    // Node 20 has no Object.groupBy, which is why it is skipped.
    const object: Partial<ObjectConstructor> = Object
    const before = object.groupBy
    object.groupBy ??= function groupBy<K extends PropertyKey, T>(
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
      if (before === undefined) delete object.groupBy
    }
  })

  it('pass the validation of the lexer', () => {
    expect(new Lexer(definition, { positionTracking: 'onlyOffset' }).lexerDefinitionErrors).toEqual([])
    expect(createLexer().lexerDefinitionErrors).toEqual([])
  })

  it('report no errors from the lexer, whatever the text', () => {
    const lexer = createLexer()
    for (const text of ['\0', '"', "'", ')', '(((', 'a="', 'name eq "', '(name eq "', 'a.', 'a. b', 'a=(', '\ud800']) {
      expect([text, lexer.tokenize(text).errors]).toEqual([text, []])
    }
  })
})
