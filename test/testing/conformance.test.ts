import { describe, expect, it } from 'vitest'
import { compile, documented, FilterError, observed, type Profile, validate } from '../../src/index.ts'
import { type ConformanceCase, conformanceCases, createOracle, score } from '../../src/testing/index.ts'

const profiles: Readonly<Record<ConformanceCase['profile'], Profile>> = {
  documented,
  observed,
  'unset-parent-default': { ...documented, unsetParent: 'default' },
}

/** What the oracle's engine, re2js, does not know although RE2 does. */
const unknownToOracle: Readonly<Record<string, string>> = {
  'regular-expressions-74': 'a single byte of a character, `\\C`, cannot be matched by an engine of UTF-16',
  'regular-expressions-84': 'it takes `(?P<n>` and `(?<n>` for the same name twice',
  'regular-expressions-89': 'it takes `[:` for the beginning of a named class, whether or not one follows',
}

describe('the conformance suite', () => {
  it('is large, and has every topic', () => {
    expect(conformanceCases.length).toBeGreaterThanOrEqual(600)
    const topics = ['grammar', 'precedence', 'quoting', 'dialects', 'types', 'wildcards', 'has', 'unset']
    expect([...new Set(conformanceCases.map(({ topic }) => topic))]).toEqual([
      ...topics,
      'regular expressions',
      'errors',
      'listing',
    ])
  })

  const repeated = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index)

  it('says nothing twice', () => {
    expect(repeated(conformanceCases.map(({ id }) => id))).toEqual([])
    expect(repeated(conformanceCases.map(({ topic, title }) => `${topic}: ${title}`))).toEqual([])
    const asked = conformanceCases.map((given) =>
      'filter' in given
        ? JSON.stringify([given.filter, given.profile])
        : JSON.stringify([given.request, given.profile, given.resources, given.then]),
    )
    expect(repeated(asked)).toEqual([])
    const resources = conformanceCases.flatMap((given) =>
      'matches' in given ? repeated(given.resources.map((one) => `${given.id}: ${JSON.stringify(one)}`)) : [],
    )
    expect(resources).toEqual([])
  })

  it('names a rule for each case', () => {
    const rules = new Set(conformanceCases.map(({ rule }) => rule))
    expect([...rules].filter((rule) => !/^SEMANTICS\.md section \d, \S/.test(rule))).toEqual([])
    expect(rules.size).toBeGreaterThan(80)
  })

  it('cannot be passed by always giving the same verdict', () => {
    const matches = conformanceCases.flatMap((given) => ('matches' in given ? [given.matches] : []))
    expect(matches.filter((verdicts) => verdicts.every(Boolean)).length).toBeLessThan(matches.length / 50)
    expect(matches.filter((verdicts) => !verdicts.some(Boolean)).length).toBeLessThan(matches.length / 30)
  })

  const matching = conformanceCases.filter((given) => 'matches' in given)
  it.each(matching)('$id: $title', ({ filter, resources, matches, profile }) => {
    expect(resources.map(compile<unknown>(filter, { profile: profiles[profile] }))).toEqual(matches)
  })

  it.each(matching)('$id by the oracle: $title', ({ id, filter, resources, matches, profile }) => {
    const verdicts = () => resources.map(createOracle<unknown>(filter, { profile: profiles[profile] }))
    if (id in unknownToOracle) expect(verdicts).toThrow(FilterError)
    else expect(verdicts()).toEqual(matches)
  })

  it.each(conformanceCases.filter((given) => 'error' in given))('$id: $title', ({ filter, error, profile }) => {
    expect(validate(filter, { profile: profiles[profile] })[0]?.code).toBe(error)
    expect(() => createOracle(filter, { profile: profiles[profile] })).toThrow(FilterError)
  })
})

describe('the score', () => {
  const common = { id: 'x-1', topic: 'x', rule: 'r', title: 't', profile: 'documented' } as const
  const match = { ...common, filter: 'name = a', resources: [{}], matches: [false] }
  const rejection = { ...common, filter: 'nme = a', error: 'unknown-field' }
  const list = { ...common, request: {}, resources: [], pages: [[]] }

  it.each([
    [match, { id: 'x-1', matches: [false] }, 'passed'],
    [match, { id: 'x-1', matches: [true] }, 'failed'],
    [match, { id: 'x-1', error: 'unknown-field' }, 'failed'],
    [rejection, { id: 'x-1', error: 'unknown-field' }, 'passed'],
    [rejection, { id: 'x-1', error: 'some words' }, 'another code'],
    [rejection, { id: 'x-1', matches: [] }, 'failed'],
    [rejection, { id: 'x-1', error: 5 as unknown as string }, 'failed'],
    [list, { id: 'x-1', pages: [[]] }, 'passed'],
    [list, { id: 'x-1', rejected: 'filter' }, 'failed'],
    [list, { id: 'x-1', unsupported: true }, 'unsupported'],
  ] as const)('of %j for %j is %s', (given, answer, expected) => {
    expect(score(given, answer)).toBe(expected)
  })
})
