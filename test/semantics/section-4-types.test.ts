import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AIP_COMPARATORS, REGEX_COMPARATORS } from '../../src/ast/index.ts'
import { type DiagnosticCode, type Field, type ScalarType, validate } from '../../src/index.ts'
import { scalarTypeNames } from '../../src/types/index.ts'

/*
 * The table of section 4, read from the document: every type with every comparator is accepted or rejected as it says. A type
 * that the document or the library lacks is an error here.
 */

interface Row {
  readonly types: readonly string[]
  readonly comparators: readonly string[]
  readonly clause: string
}

const text = readFileSync(new URL('../../docs/SEMANTICS.md', import.meta.url), 'utf8')
const section = text.slice(text.indexOf('## 4. '), text.indexOf('## 5. '))
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line): Row => {
    const [, types = '', comparators = '', , , clause = ''] = line.split('|').map((cell) => cell.trim())
    return {
      types: types.split(', '),
      comparators:
        comparators === 'all' ? AIP_COMPARATORS : [...comparators.matchAll(/`([=!<>:]+)`/g)].map(([, c = '']) => c),
      clause,
    }
  })

/** A literal that each type takes. A new type needs a row. */
const literals: Readonly<Record<ScalarType, string>> = {
  string: 'a',
  enum: 'A',
  boolean: 'true',
  int64: '5',
  uint64: '5',
  uint32: '5',
  integer: '5',
  double: '0.5',
  timestamp: '2020-01-01T00:00:00Z',
}

const fieldOf = (type: string): Field => {
  if (type === 'message') return { type, fields: { a: { type: 'string' } } }
  if (type === 'map') return { type, value: 'string' }
  if (type === 'repeated') return { type: 'string', repeated: true }
  return type === 'enum' ? { type, values: ['A'] } : { type: type as Exclude<ScalarType, 'enum'> }
}

const literalOf = (type: string): string => (type in literals ? literals[type as ScalarType] : 'a')

const codesOf = (type: string, restriction: string): readonly DiagnosticCode[] =>
  validate(restriction, { schema: { resource: 'Thing', fields: { x: fieldOf(type) } } }).map(({ code }) => code)

describe('the table of section 4', () => {
  it('contains every type once', () => {
    expect(rows.flatMap(({ types }) => types).toSorted()).toEqual(
      [...scalarTypeNames, 'message', 'map', 'repeated'].toSorted(),
    )
  })

  for (const { types, comparators } of rows) {
    const refused = types.includes('repeated') ? 'repeated-needs-has' : 'comparator-type'
    for (const type of types) {
      it.each(AIP_COMPARATORS)(`${type} %s`, (comparator) => {
        const expected = comparators.includes(comparator) ? [] : [refused]
        expect(codesOf(type, `x ${comparator} ${literalOf(type)}`)).toEqual(expected)
      })
    }
  }

  for (const { types, clause } of rows) {
    for (const type of types) {
      it.each(REGEX_COMPARATORS)(`${type} %s: ${clause}`, (comparator) => {
        const [pattern, value] = [
          codesOf(type, `x ${comparator} "[a-z]?.*"`),
          codesOf(type, `x ${comparator} ${literalOf(type)}`),
        ]
        const expected = {
          'a pattern': [[], []],
          'a value': [['literal-type'], []],
          '`not-atomic`': [['not-atomic'], ['not-atomic']],
        }
        expect([pattern, value]).toEqual(expected[clause as keyof typeof expected])
      })
    }
  }

  it.each(scalarTypeNames)('%s accepts wildcards as the table says', (type) => {
    const takes = rows.some(({ types }) => types.includes(type)) && type === 'string'
    expect(codesOf(type, `x = ${literalOf(type)}*`).length === 0).toBe(takes)
  })
})
