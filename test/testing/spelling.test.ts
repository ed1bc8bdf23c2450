import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AstNode, walk } from '../../src/ast.ts'
import { compile, documented, observed, parse, validate } from '../../src/index.ts'
import { choosing, plainly } from '../../src/testing/arbitraries/choose.ts'
import type { Draft, Logic } from '../../src/testing/arbitraries/draft.ts'
import { draftArbitrary } from '../../src/testing/arbitraries/filter.ts'
import { spellingNumbers } from '../../src/testing/arbitraries/seeds.ts'
import { spell } from '../../src/testing/arbitraries/spelling.ts'
import { caseArbitrary, filterTextArbitrary, resourceArbitrary } from '../../src/testing/index.ts'
import { bare } from '../properties/trees.ts'
import { withoutQuotes } from './text-matcher.ts'

const draft = fc.oneof(draftArbitrary({}), draftArbitrary({ profile: observed }))

/** The logic of a draft, made without any text. */
function logicOf<L>(node: Logic<L>, leafOf: (leaf: L) => unknown): unknown {
  switch (node.kind) {
    case 'leaf':
      return leafOf(node.leaf)
    case 'NOT':
      return { NOT: logicOf(node.part, leafOf) }
    case 'AND':
    case 'OR':
    case 'side by side':
      return { [node.kind]: node.parts.map((part) => logicOf(part, leafOf)) }
  }
}

const meaningOf = (given: Draft): unknown => {
  if (given.kind === 'empty') return null
  if (given.kind === 'logic')
    return logicOf(given.logic, ({ names, comparator, value }) => [names, comparator, logicOf(value, (parts) => parts)])
  return logicOf(given.clauses as Logic<{ names: readonly string[]; comparator: string; literal: string }>, (leaf) => [
    leaf.names,
    leaf.comparator,
    leaf.literal,
  ])
}

/** The same of a tree that was read. */
function readMeaning(node: AstNode | null): unknown {
  if (node === null) return null
  switch (node.kind) {
    case 'filter':
      return readMeaning(node.expression)
    case 'conjunction':
      return { AND: node.sequences.map(readMeaning) }
    case 'juxtaposition':
      return { 'side by side': node.factors.map(readMeaning) }
    case 'disjunction':
      return { OR: node.terms.map(readMeaning) }
    case 'negation':
      return { NOT: readMeaning(node.operand) }
    case 'composite':
      return readMeaning(node.expression)
    case 'restriction':
      return [readMeaning(node.comparable), node.comparator.symbol, readMeaning(node.arg)]
    case 'member':
      return node.names.map(({ text }) => text)
    case 'value':
      return node.parts
    case 'literal':
      return node.text
    case 'global-restriction':
    case 'function':
    case 'name':
    case 'comparator':
      throw new Error(`${node.kind} is not drafted`)
  }
}

describe('a draft', () => {
  it('is read as it was drafted, however it is spelled', () => {
    fc.assert(
      fc.property(draft, spellingNumbers, (given, numbers) => {
        expect(readMeaning(parse(spell(given, choosing(numbers))))).toEqual(meaningOf(given))
      }),
      { numRuns: 5000 },
    )
  })

  it('has one tree, however it is spelled', () => {
    fc.assert(
      fc.property(draft, spellingNumbers, (given, numbers) => {
        expect(bare(parse(spell(given, choosing(numbers))))).toEqual(bare(parse(spell(given, plainly))))
      }),
      { numRuns: 3000 },
    )
  })

  it('is accepted, with values of resources and without', () => {
    for (const profile of [documented, observed])
      fc.assert(
        fc.property(caseArbitrary({ profile, wrongTypes: true }), ({ filter }) => {
          expect(validate(filter, { profile }), filter).toEqual([])
        }),
        { numRuns: 2000 },
      )
  })
})

describe('texts', () => {
  const texts = fc.sample(filterTextArbitrary(), { numRuns: 8000, seed: 1 })

  it('are well-formed', () => {
    expect(texts.filter((text) => !text.isWellFormed())).toEqual([])
  })

  it.each<readonly [string, RegExp]>([
    ['AND and OR on one level', /^[^()]* AND [^()]* OR [^()]*$/],
    ['OR before what stands side by side', /^[^()]* OR [^()]*[^( ]+ \S+ [=:<>!]+ [^()]*$/],
    ['NOT before OR', /^NOT [^()]* OR /],
    ['NOT before AND', /^NOT [^()]* AND /],
    ['- before OR', /^-[^()]* OR /],
    ['a composite with AND', /[=:<>] ?\([^()]* AND [^()]*\)/],
    ['a composite with NOT', /[=:<>] ?\(NOT [^()]*/],
    ['a composite with -', /[=:<>] ?\(-[a-z][^()]*/],
    ['a composite side by side', /[=:<>] ?\([a-z]+ [a-z]+\)/],
    ['a composite in a composite', /[=:<>] ?\([^()]*\([^()]*\)/],
    ['a composite of three', /[=:<>] ?\([^()]* OR [^()]* OR [^()]*\)/],
    ['two wildcards', /= ?\*[^ *]+\*/],
    ['a carriage return', /\r/],
    ['groups without white space', /\)\(/],
    ['white space at the start', /^\s.*\S/],
    ['nothing', /^$/],
    ['white space alone', /^\s+$/],
    ['a negative number', /[=<>:] ?-\d/],
    ['a timestamp without quotes', /[<>=:] ?\d{4}-\d\d-\d\d[Tt]\d\d:/],
    ['an escape without quotes', /[=:] ?\w+\\[x.:u]/],
    ['a form feed', /\f/],
    ['a keyword as a key', /labels\.(?:AND|NOT)/],
    ['an unquoted pattern', /\s(?:eq|ne)\s[^\s"']/],
    ['a clause in parentheses', /^\([^()]* (?:eq|ne) [^()]*\)$/],
    ['three clauses', /(?:\s(?:eq|ne)\s.*){3}/],
    ['a group of clauses', /\s(?:eq|ne)\s.*\(\s*\(/],
  ])('have %s', (_, pattern) => {
    expect(texts.some((text) => pattern.test(withoutQuotes(text)))).toBe(true)
  })

  it.each(['\\u', '\\U', '\\x', '\\1', '\\n', '\\*', '\\.'])('have the escape %s', (escape) => {
    expect(texts.some((text) => text.includes(escape))).toBe(true)
  })
})

describe('values', () => {
  const texts = fc.sample(filterTextArbitrary({ dialect: 'AIP-160' }), { numRuns: 8000, seed: 1 })
  const counts = { values: 0, prefix: 0, all: 0, order: 0, has: 0, restrictions: 0 }
  for (const text of texts)
    walk(parse(text), {
      restriction: ({ comparator: { symbol } }) => {
        counts.restrictions++
        if (/[<>]/.test(symbol)) counts.order++
        if (symbol === ':') counts.has++
      },
      value: ({ parts }) => {
        counts.values++
        if (parts.length === 2 && parts[0] !== '' && parts[1] === '') counts.prefix++
        if (parts.join('') === '' && parts.length === 2) counts.all++
      },
    })

  it('have wildcards at the end and alone, and orders beside `:`', () => {
    expect(counts.prefix / counts.values).toBeGreaterThan(0.03)
    expect(counts.all / counts.values).toBeGreaterThan(0.05)
    expect(counts.order / counts.restrictions).toBeGreaterThan(0.2)
    expect(counts.has / counts.restrictions).toBeLessThan(0.5)
  })
})

describe('a counter-example of your own property', () => {
  const seeds = [1, 2, 3, 4, 5]

  it.each(seeds)('of a case is small: seed %i', (seed) => {
    const isRight = fc.property(caseArbitrary(), ({ filter, resources }) => {
      return !(filter.includes('!=') && resources.some((resource) => compile<object>(filter)(resource)))
    })
    const { counterexample } = fc.check(isRight, { seed, numRuns: 3000 })
    expect(JSON.stringify(counterexample).length, JSON.stringify(counterexample)).toBeLessThan(300)
  })

  it.each(seeds)('of a text is small: seed %i', (seed) => {
    const isRight = fc.property(filterTextArbitrary(), (filter) => !withoutQuotes(filter).includes('AND'))
    const [filter = ''] = fc.check(isRight, { seed, numRuns: 3000 }).counterexample ?? []
    expect(filter.length, filter).toBeGreaterThan(0)
    expect(filter.length, filter).toBeLessThan(100)
  })

  it.each(seeds)('of a resource is small: seed %i', (seed) => {
    const isRight = fc.property(resourceArbitrary(), (image) => !Object.hasOwn(Object(image.labels) as object, 'env'))
    const [image] = fc.check(isRight, { seed, numRuns: 3000 }).counterexample ?? []
    expect(image).toEqual({ labels: { env: 'a' } })
  })
})
