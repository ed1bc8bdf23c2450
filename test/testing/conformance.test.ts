import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile, FilterError, imageSchema, type Options, validate } from '../../src/index.ts'
import { schemaOf } from '../../src/resources/index.ts'
import {
  type ConformanceAnswer,
  type ConformanceCase,
  conformanceCases,
  conformanceSuite,
  createOracle,
  questionOf,
  score,
} from '../../src/testing/index.ts'
import { needed } from '../cli/built-program.ts'

const { profiles, schemas } = conformanceSuite

/** What the verbs and the oracle take of a case. */
const optionsOf = ({ profile, schema = 'Image' }: ConformanceCase): Options => ({
  profile: profiles[profile],
  schema: schemas[schema],
})

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
      'instances',
      'disks',
      'firewalls',
      'operations',
      'forwarding rules',
      'instance group managers',
    ])
  })

  const repeated = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index)

  it('has no duplicates', () => {
    expect(repeated(conformanceCases.map(({ id }) => id))).toEqual([])
    expect(repeated(conformanceCases.map(({ topic, title }) => `${topic}: ${title}`))).toEqual([])
    const asked = conformanceCases.map((given) =>
      'filter' in given
        ? JSON.stringify([given.filter, given.profile, given.schema])
        : JSON.stringify([given.request, given.profile, given.resources, given.then]),
    )
    expect(repeated(asked)).toEqual([])
    const resources = conformanceCases.flatMap((given) =>
      'matches' in given ? repeated(given.resources.map((one) => `${given.id}: ${JSON.stringify(one)}`)) : [],
    )
    expect(resources).toEqual([])
  })

  it('numbers the cases of a topic upwards, so that a new one comes last and takes no id of another', () => {
    const numbers = new Map<string, number>()
    for (const { id, topic } of conformanceCases) {
      const [, prefix, number] = /^([a-z-]+)-([1-9]\d*)$/.exec(id) ?? []
      expect(prefix).toBe(topic.replaceAll(' ', '-'))
      expect(Number(number), id).toBeGreaterThan(numbers.get(topic) ?? 0)
      numbers.set(topic, Number(number))
    }
  })

  it('asks for rejections and for matches with the same resources', () => {
    const parts = (given: ConformanceCase) => Object.keys(questionOf(given)).join()
    expect(new Set(conformanceCases.filter((given) => 'filter' in given).map(parts))).toEqual(
      new Set(['id,profile,filter,resources', 'id,profile,schema,filter,resources']),
    )
    const ordinary = new Set(
      conformanceCases.flatMap((given) => ('matches' in given ? [JSON.stringify(given.resources)] : [])),
    )
    const telling = conformanceCases.filter(
      (given) => 'error' in given && !ordinary.has(JSON.stringify(given.resources)),
    )
    expect(telling.map(({ id }) => id)).toEqual([])
  })

  it('is shipped with its version, profiles and schema', () => {
    const shipped: unknown = JSON.parse(readFileSync(needed('dist/conformance.json'), 'utf8'))
    expect(shipped).toEqual(JSON.parse(JSON.stringify(conformanceSuite)))
    expect(conformanceSuite).toMatchObject({ schema: imageSchema, cases: conformanceCases })
    expect(conformanceSuite.version).toBeGreaterThanOrEqual(3)
    expect([...new Set(conformanceCases.map(({ profile }) => profile))].sort()).toEqual(Object.keys(profiles).sort())
  })

  it('has the schemas of Compute, each of them in a topic of its own', () => {
    const named = new Set(conformanceCases.map(({ topic, schema }) => `${topic}: ${schema ?? 'Image'}`))
    const others = ['instances: Instance', 'disks: Disk', 'firewalls: Firewall', 'operations: Operation']
    expect([...named].filter((one) => !one.endsWith(': Image'))).toEqual([
      ...others,
      'forwarding rules: ForwardingRule',
      'instance group managers: InstanceGroupManager',
    ])
    const used = new Set(conformanceCases.map(({ schema = 'Image' }) => schema))
    expect(new Set(Object.keys(schemas))).toEqual(used)
    for (const name of used) expect(schemas[name]).toEqual(schemaOf(name))
    expect(conformanceCases.filter(({ schema }) => schema !== undefined).length).toBeGreaterThanOrEqual(150)
  })

  it('is as large as the README says', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const [, hundreds] = /over\s+(\d+)00 cases in `compute-filter\/conformance\.json`/.exec(readme) ?? []
    expect(Number(hundreds)).toBe(Math.floor(conformanceCases.length / 100))
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
  it.each(matching)('$id: $title', (given) => {
    const { filter, resources, matches } = given
    expect(resources.map(compile<unknown>(filter, optionsOf(given)))).toEqual(matches)
  })

  it.each(matching)('$id by the oracle: $title', (given) => {
    const { id, filter, resources, matches } = given
    const verdicts = () => resources.map(createOracle<unknown>(filter, optionsOf(given)))
    if (id in unknownToOracle) expect(verdicts).toThrow(FilterError)
    else expect(verdicts()).toEqual(matches)
  })

  it.each(conformanceCases.filter((given) => 'error' in given))('$id: $title', (given) => {
    expect(validate(given.filter, optionsOf(given))[0]?.code).toBe(given.error)
    expect(() => createOracle(given.filter, optionsOf(given))).toThrow(FilterError)
  })
})

describe('the score', () => {
  const common = { id: 'x-1', topic: 'x', rule: 'r', title: 't', profile: 'documented' } as const
  const match: ConformanceCase = { ...common, filter: 'name = a', resources: [{}], matches: [false] }
  const rejection: ConformanceCase = { ...common, filter: 'nme = a', resources: [{}], error: 'unknown-field' }
  const list: ConformanceCase = { ...common, request: {}, resources: [], pages: [[]] }
  const answer = (parts: Readonly<Record<string, unknown>>) => ({ id: 'x-1', ...parts }) as ConformanceAnswer

  it.each([
    [match, { matches: [false] }, 'passed'],
    [match, { matches: [false], error: '', pages: null, rejected: null }, 'passed'],
    [match, { matches: [true] }, 'failed'],
    [match, { matches: [0] }, 'failed'],
    [match, { matches: [] }, 'failed'],
    [match, {}, 'failed'],
    [match, { error: 'unknown-field' }, 'failed'],
    [match, { matches: [false], error: 'unknown-field' }, 'failed'],
    [rejection, { error: 'unknown-field' }, 'passed'],
    [rejection, { error: 'unknown-field', matches: null, pages: null }, 'passed'],
    [rejection, { error: 'some words' }, 'passed'],
    [rejection, { error: '' }, 'failed'],
    [rejection, { error: 5 }, 'failed'],
    [rejection, { matches: [] }, 'failed'],
    [rejection, { matches: [false], error: 'unknown-field' }, 'failed'],
    [rejection, { pages: [], error: 'unknown-field' }, 'failed'],
    [rejection, { unsupported: false }, 'failed'],
    [list, { pages: [[]] }, 'passed'],
    [list, { pages: [[]], rejected: 'filter' }, 'failed'],
    [list, { rejected: 'filter' }, 'failed'],
    [{ ...list, pages: undefined, rejected: 'filter' }, { rejected: 'filter' }, 'passed'],
    [{ ...list, pages: undefined, rejected: 'filter' }, { rejected: 'orderBy' }, 'failed'],
    [list, { unsupported: true }, 'unsupported'],
  ] as const)('of %j for %j is %s', (given, parts, expected) => {
    expect(score(given as ConformanceCase, answer(parts))).toBe(expected)
    expect(score(given as ConformanceCase, answer(parts), { codes: false })).toBe(expected)
  })

  it('tells other codes apart when it is asked to', () => {
    expect(score(rejection, answer({ error: 'some words' }), { codes: true })).toBe('another code')
    expect(score(rejection, answer({ error: 'unknown-field' }), { codes: true })).toBe('passed')
    expect(score(rejection, answer({ matches: [false] }), { codes: true })).toBe('failed')
    expect(score(match, answer({ matches: [false] }), { codes: true })).toBe('passed')
  })
})
