import { describe, expect, it } from 'vitest'
import { compile, documented, observed, type Profile, validate } from '../../src/index.ts'
import { type ConformanceCase, conformanceCases, createOracle, questionOf, score } from '../../src/testing/index.ts'

const profiles: Readonly<Record<ConformanceCase['profile'], Profile>> = {
  documented,
  observed,
  'unset-parent-default': { ...documented, unsetParent: 'default' },
}

describe('the conformance suite', () => {
  it('is large, has every topic, and says nothing twice', () => {
    expect(conformanceCases.length).toBeGreaterThanOrEqual(600)
    expect(new Set(conformanceCases.map(({ topic }) => topic))).toEqual(
      new Set([
        'dialects',
        'quoting',
        'precedence',
        'types',
        'wildcards',
        'regular expressions',
        'has',
        'unset',
        'errors',
        'listing',
      ]),
    )
    expect(new Set(conformanceCases.map(({ id }) => id)).size).toBe(conformanceCases.length)
    expect(new Set(conformanceCases.map((given) => JSON.stringify({ ...questionOf(given), id: '' }))).size).toBe(
      conformanceCases.length,
    )
    for (const { rule, title } of conformanceCases)
      expect([rule, title]).toEqual([expect.stringMatching(/^SEMANTICS\.md section \d/), expect.stringMatching(/./)])
  })

  const matching = conformanceCases.filter((given) => 'matches' in given)
  it.each(matching)('$id: $filter', ({ filter, resources, matches, profile }) => {
    const options = { profile: profiles[profile] }
    expect(resources.map(compile<unknown>(filter, options))).toEqual(matches)
    // A single byte of a character is the one thing that the oracle’s engine does not know.
    const decides = /\\C|\[:\[|\(\?P<n>a\)\(/.test(filter) ? undefined : createOracle<unknown>(filter, options)
    if (decides) expect(resources.map(decides)).toEqual(matches)
  })

  it.each(conformanceCases.filter((given) => 'error' in given))('$id: $filter', ({ filter, error, profile }) => {
    expect(validate(filter, { profile: profiles[profile] })[0]?.code).toBe(error)
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
