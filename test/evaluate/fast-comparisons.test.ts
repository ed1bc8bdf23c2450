import { describe, expect, it } from 'vitest'
import { type AipComparator } from '../../src/ast/index.ts'
import { compare, compareThoroughly } from '../../src/evaluate/comparisons.ts'
import { compareDecimal, compareFixedTimestamp, compareText } from '../../src/evaluate/fast-comparisons.ts'

/** A verdict, or that the thorough test was asked. */
type Answer = boolean | 'thorough'

type Compare = (
  comparator: AipComparator,
  text: string,
  thorough: (value: unknown) => boolean,
) => (v: unknown) => boolean

function answer(compare: Compare, comparator: AipComparator, literal: string, value: unknown): Answer {
  const asked: unknown[] = []
  const test = compare(comparator, literal, (found) => {
    asked.push(found)
    return false
  })
  const verdict = test(value)
  return asked.length > 0 ? 'thorough' : verdict
}

function expectAnswers(
  compare: Compare,
  rows: readonly (readonly [comparator: AipComparator, literal: string, value: unknown, expected: Answer])[],
): void {
  it.each(rows)('%s %s on %o: %s', (comparator, literal, value, expected) => {
    expect(answer(compare, comparator, literal, value)).toBe(expected)
  })
}

describe('text', () => {
  expectAnswers(compareText, [
    ['=', 'a', 'a', true],
    ['=', 'a', 'b', false],
    ['=', 'a', undefined, false],
    [':', 'a', 'a', true],
    [':', 'a', 'b', false],
    ['!=', 'a', 'a', false],
    ['!=', 'a', 'b', true],
    ['!=', 'a', undefined, true],
    ['=', '', '', 'thorough'],
    ['!=', '', 'a', 'thorough'],
    [':', '', '', 'thorough'],
    ['<', 'a', 'a', 'thorough'],
    ['>=', 'a', 'a', 'thorough'],
  ])
})

const safe = '999999999999999'
const unsafe = '1000000000000000'

describe('decimals', () => {
  expectAnswers(compareDecimal, [
    ['=', '5', '5', true],
    ['=', '5', '05', true],
    ['=', '5', '4', false],
    ['=', '5', '6', false],
    [':', '5', '5', true],
    [':', '5', '6', false],
    ['!=', '5', '5', false],
    ['!=', '5', '4', true],
    ['!=', '5', '6', true],
    ['<', '5', '4', true],
    ['<', '5', '5', false],
    ['<=', '5', '5', true],
    ['<=', '5', '6', false],
    ['>', '5', '6', true],
    ['>', '5', '5', false],
    ['>=', '5', '5', true],
    ['>=', '5', '4', false],
    ['<', '0', '0', false],
    ['>=', '0', '0', true],
    ['=', safe, safe, true],
    ['=', safe, unsafe, 'thorough'],
    ['=', unsafe, '5', 'thorough'],
    ['=', '-5', '5', 'thorough'],
    ['=', 'x5', '5', 'thorough'],
    ['=', '5x', '5', 'thorough'],
    ['=', '', '5', 'thorough'],
    ['=', '5', 5, 'thorough'],
    ['=', '5', undefined, 'thorough'],
    ['=', '5', '', 'thorough'],
    ['=', '5', '-5', 'thorough'],
    ['=', '5', '+5', 'thorough'],
    ['=', '5', '5x', 'thorough'],
    ['=', '5', '/', 'thorough'],
    ['=', '10', ':', 'thorough'],
    ['=', '49', '5/', 'thorough'],
    ['=', '60', '5:', 'thorough'],
    ['=', '9', '9', true],
    ['=', '10', '10', true],
    ['=', '12', '21', false],
  ])
})

const noon = '2020-01-01T12:00:00Z'
const before = '2020-01-01T11:59:59.999+00:00'
const at = '2020-01-01T12:00:00.000+00:00'
const after = '2020-01-01T12:00:00.001+00:00'

describe('timestamps', () => {
  expectAnswers(compareFixedTimestamp, [
    ['=', noon, at, true],
    ['=', noon, after, false],
    ['=', noon, before, false],
    [':', noon, at, true],
    ['!=', noon, at, false],
    ['!=', noon, before, true],
    ['!=', noon, after, true],
    ['<', noon, before, true],
    ['<', noon, at, false],
    ['<=', noon, at, true],
    ['<=', noon, after, false],
    ['>', noon, after, true],
    ['>', noon, at, false],
    ['>=', noon, at, true],
    ['>=', noon, before, false],
    ['=', '2020-01-01T12:00:00.001Z', after, true],
    ['=', '2020-01-01T12:00:00.0010Z', after, true],
    ['=', '2020-01-01T12:00:00.0000001Z', at, 'thorough'],
    ['=', '2020-01-01T12:00:00.0010001Z', after, 'thorough'],
    ['=', noon, noon, 'thorough'],
    ['=', noon, undefined, 'thorough'],
    ['=', noon, 5, 'thorough'],
    ['=', noon, [at], 'thorough'],
    ['=', 'noon', at, 'thorough'],
  ])
})

describe('the thorough comparison', () => {
  it.each([
    ['string', '=', '', undefined, true],
    ['string', '!=', '', undefined, false],
    ['string', '!=', 'a', undefined, true],
    ['string', ':', '', undefined, false],
    ['string', ':', '', '', true],
    ['string', '<', 'a', undefined, false],
    ['string', '<', 'a', '', true],
    ['string', '>', 'a', 'b', true],
    ['string', '>', 'a', 'a', false],
    ['string', '>=', 'a', 'a', true],
    ['string', '<=', 'a', 'a', true],
    ['string', '<=', 'a', 'b', false],
    ['enum', '=', 'A', undefined, false],
    ['enum', '!=', 'A', undefined, true],
    ['enum', '=', 'A', '', false],
    ['boolean', '=', 'false', undefined, true],
    ['boolean', '=', 'true', undefined, false],
    ['boolean', '!=', 'false', undefined, false],
    ['boolean', ':', 'false', undefined, false],
    ['boolean', ':', 'false', false, true],
    ['int64', '=', '0', undefined, true],
    ['int64', '=', '0', 'x', true],
    ['int64', '<', '1', undefined, false],
    ['uint64', '=', '0', null, true],
    ['uint64', '=', '0', '-1', true],
    ['integer', '=', '0', undefined, true],
    ['integer', '=', '5', 5, true],
    ['double', '=', '0', undefined, true],
    ['double', '=', '1e1', 10, true],
    ['double', '<', '0.5', 0.25, true],
    ['timestamp', '=', '1970-01-01T00:00:00Z', undefined, false],
    ['timestamp', '!=', '1970-01-01T00:00:00Z', undefined, true],
    ['timestamp', ':', '1970-01-01T00:00:00Z', '1970-01-01T01:00:00+01:00', true],
    ['timestamp', '>', '1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000000001Z', true],
    ['timestamp', '<', '1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000000001Z', false],
    ['int64', '=', 'x', 0, false],
    ['int64', '!=', 'x', 0, false],
    ['int64', '<', 'x', 0, false],
  ] as const)('%s %s %s on %o: %s', (type, comparator, literal, value, expected) => {
    expect(compareThoroughly(type, comparator, literal)(value)).toBe(expected)
    expect(compare(type, comparator, literal)(value)).toBe(expected)
  })
})
