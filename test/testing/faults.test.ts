import { describe, expect, it } from 'vitest'
import { walk } from '../../src/ast.ts'
import { parse } from '../../src/index.ts'
import { DisagreementError, expectAgrees } from '../../src/testing/index.ts'
import { withSeeds } from './fault-seeds.ts'
import { type Asked, createFaulty, type Fault } from './faulty.ts'

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}
const isInteger = ({ type }: Asked) => type === 'int64' || type === 'uint64'
const isText = ({ value }: Asked) => typeof value === 'string'
/** A value as careless code would have it. */
const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
const isUnset = ({ value }: Asked) => value === undefined
const isWildcard = ({ parts }: Asked) => parts.length > 1
const byOrder = (asked: Asked, order: number) => orders[asked.comparator]?.(order) ?? asked.right
const isOrder = ({ comparator }: Asked) => comparator in orders
const compareAs = <T>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)
const isClause = ({ comparator }: Asked) => comparator === 'eq' || comparator === 'ne'
const swapped: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }
const search = (asked: Asked, flags = '') => {
  try {
    return new RegExp(asked.text.replace('(?i)', ''), flags + (asked.text.startsWith('(?i)') ? 'i' : ''))
  } catch {
    return undefined
  }
}

/** What implementations have been wrong about, each alone. */
const faults: Readonly<Record<string, Fault>> = {
  '`=` ignores case': {
    restriction: (asked) =>
      asked.comparator === '=' && asked.type === 'string' && isText(asked) && !isWildcard(asked)
        ? asText(asked.value).toLowerCase() === asked.text.toLowerCase()
        : asked.right,
  },
  '`=` is a prefix': {
    restriction: (asked) =>
      asked.comparator === '=' && asked.type === 'string' && isText(asked) && !isWildcard(asked)
        ? asText(asked.value).startsWith(asked.text)
        : asked.right,
  },
  '`!=` is `=`': { restriction: (asked) => (asked.comparator === '!=' ? !asked.right : asked.right) },
  '`!=` is false on an unset scalar': {
    restriction: (asked) => (asked.comparator === '!=' && isUnset(asked) ? false : asked.right),
  },
  '`!=` is true under an unset message': {
    restriction: (asked) => (asked.comparator === '!=' && isUnset(asked) ? true : asked.right),
  },
  '`=` with the default is false on an unset scalar': {
    restriction: (asked) => (asked.comparator === '=' && isUnset(asked) ? false : asked.right),
  },
  'integers in the order of their text': {
    restriction: (asked) =>
      isInteger(asked) && isOrder(asked) && !isUnset(asked) && typeof asked.value !== 'object'
        ? byOrder(asked, compareAs(asText(asked.value), asked.text))
        : asked.right,
  },
  'integers as doubles': {
    restriction: (asked) =>
      isInteger(asked) && asked.comparator === '=' && typeof asked.value === 'string' && /^-?\d+$/.test(asked.value)
        ? Number(asked.value) === Number(asked.text)
        : asked.right,
  },
  'integers equal as text only': {
    restriction: (asked) =>
      isInteger(asked) && asked.comparator === '=' && !isUnset(asked) ? asked.value === asked.text : asked.right,
  },
  'bounds that belong are left out, and the other way round': {
    restriction: (asked) =>
      isInteger(asked) && isOrder(asked) && typeof asked.value !== 'object' && asText(asked.value) === asked.text
        ? orders[swapped[asked.comparator] ?? '']?.(0) === true
        : asked.right,
  },
  'order of an unset value is that of zero': {
    restriction: (asked) =>
      isInteger(asked) && isOrder(asked) && isUnset(asked)
        ? byOrder(asked, compareAs(0, Number(asked.text)))
        : asked.right,
  },
  'timestamps in the order of their text': {
    restriction: (asked) =>
      asked.type === 'timestamp' && isOrder(asked) && isText(asked)
        ? byOrder(asked, compareAs(asText(asked.value), asked.text))
        : asked.right,
  },
  'timestamps equal as text only': {
    restriction: (asked) =>
      asked.type === 'timestamp' && asked.comparator === '=' && isText(asked)
        ? asked.value === asked.text
        : asked.right,
  },
  'timestamps to the millisecond': {
    restriction: (asked) =>
      asked.type === 'timestamp' &&
      asked.comparator === '=' &&
      isText(asked) &&
      !Number.isNaN(Date.parse(asText(asked.value)))
        ? Date.parse(asText(asked.value)) === Date.parse(asked.text)
        : asked.right,
  },
  'text in the order of UTF-16': {
    restriction: (asked) =>
      asked.type === 'string' && isOrder(asked) && isText(asked)
        ? byOrder(asked, compareAs(asText(asked.value), asked.text))
        : asked.right,
  },
  'text in the order of a dictionary': {
    restriction: (asked) =>
      asked.type === 'string' && isOrder(asked) && isText(asked)
        ? byOrder(asked, asText(asked.value).localeCompare(asked.text))
        : asked.right,
  },
  'a wildcard is a character': {
    restriction: (asked) =>
      asked.comparator === '=' && isWildcard(asked) && isText(asked) ? asked.value === asked.text : asked.right,
  },
  'a wildcard at the end only': {
    restriction: (asked) =>
      asked.comparator === '=' && isWildcard(asked) && isText(asked)
        ? asText(asked.value).startsWith(asked.parts[0] ?? '')
        : asked.right,
  },
  'an escaped `*` is a wildcard': {
    restriction: (asked) =>
      asked.comparator === '=' &&
      asked.type === 'string' &&
      asked.parts.length === 1 &&
      asked.text === '*' &&
      isText(asked)
        ? true
        : asked.right,
  },
  '`:` on text contains': {
    restriction: (asked) =>
      asked.comparator === ':' && asked.type === 'string' && !asked.isRepeated && !isWildcard(asked) && isText(asked)
        ? asText(asked.value).includes(asked.text)
        : asked.right,
  },
  '`:*` on a scalar is true for its default': {
    restriction: (asked) =>
      asked.comparator === ':' && asked.text === '*' && asked.parts.length === 2 && asked.value === ''
        ? true
        : asked.right,
  },
  '`:*` on a key is false for the empty text': {
    restriction: (asked) =>
      asked.comparator === ':' && asked.names[0] === 'labels' && asked.value === '' ? false : asked.right,
  },
  '`:*` on an empty map or list is true': {
    restriction: (asked) =>
      asked.comparator === ':' &&
      asked.text === '*' &&
      /^(?:labels|licenses|storageLocations)$/.test(asked.names.join('.'))
        ? Object.hasOwn(asked.resource, asked.names[0] ?? '')
        : asked.right,
  },
  'of a list only the first element is looked at': {
    restriction: (asked) =>
      asked.comparator === ':' &&
      asked.isRepeated &&
      asked.type === 'string' &&
      !isWildcard(asked) &&
      asked.values.length > 1
        ? asked.value === asked.text
        : asked.right,
  },
  'a list has to match in all elements': {
    restriction: (asked) =>
      asked.comparator === ':' &&
      asked.isRepeated &&
      asked.type === 'string' &&
      !isWildcard(asked) &&
      asked.values.length > 1
        ? asked.values.every((value) => value === asked.text)
        : asked.right,
  },
  'a pattern finds a part': {
    restriction: (asked) => {
      if (!isClause(asked) || !isText(asked) || isInteger(asked)) return asked.right
      const found = search(asked)?.test(asText(asked.value))
      return found === undefined ? asked.right : found === (asked.comparator === 'eq')
    },
  },
  'a pattern with alternatives is anchored at its ends only': {
    restriction: (asked) => {
      if (!isClause(asked) || !isText(asked) || !asked.text.includes('|')) return asked.right
      return new RegExp(`^${asked.text}$`).test(asText(asked.value)) === (asked.comparator === 'eq')
    },
  },
  '`ne` is false on what is unset': {
    restriction: (asked) => (asked.comparator === 'ne' && isUnset(asked) ? false : asked.right),
  },
  '`(?i)` is not known': {
    restriction: (asked) => (asked.text.startsWith('(?i)') ? asked.comparator === 'ne' : asked.right),
  },
  'an unset boolean is true': {
    restriction: (asked) =>
      asked.type === 'boolean' && asked.comparator === '=' && isUnset(asked) ? asked.text === 'true' : asked.right,
  },
  'a value of the wrong type is turned into text': {
    restriction: (asked) =>
      asked.type === 'string' && asked.comparator === '!=' && typeof asked.value === 'number' ? false : asked.right,
  },
  'OR is looser than AND': { orIsLooser: true },
  'side by side means OR': { juxtaposition: (verdicts) => verdicts.some(Boolean) },
  'NOT is left out': { negation: (verdict) => verdict },
  'of a composite value only the first counts': { compositeValue: 'first' },
  'of a composite value only the last counts': { compositeValue: 'last' },
}

/** These take two restrictions, or a value of several parts, to be seen. */
const needsMore: ReadonlySet<string> = new Set(['OR is looser than AND', 'side by side means OR'])

const takesWrongTypes: ReadonlySet<string> = new Set(['a value of the wrong type is turned into text'])

function restrictionsIn(filter: string): number {
  let count = 0
  walk(parse(filter), {
    restriction: () => {
      count++
    },
  })
  return count
}

describe('expectAgrees', () => {
  it('has many faults to find', () => {
    expect(Object.keys(faults).length).toBeGreaterThanOrEqual(30)
  })

  it.each(withSeeds(faults))('finds with the seed $seed: $name', async ({ name, fault, seed }) => {
    const found = await expectAgrees(createFaulty(fault), {
      seed,
      runs: 10_000,
      withinMs: Infinity,
      wrongTypes: takesWrongTypes.has(name),
    }).catch((error: unknown) => error)
    if (!(found instanceof DisagreementError))
      throw new Error(`nothing was found with the seed ${String(seed)}`, { cause: found })
    expect(restrictionsIn(found.filter), found.message).toBeLessThanOrEqual(needsMore.has(name) ? 3 : 1)
    expect(found.message.length, found.message).toBeLessThan(400)
  })
})
