import { describe } from 'vitest'
import { documented, type Profile } from '../../src/index.ts'
import { expectMatches } from './tables.ts'

const byDefault: Profile = { ...documented, unsetParent: 'default' }

describe('section 6: unset fields', () => {
  expectMatches([
    ['null is unset', 'family:*', { family: null }, false],
    ['a value that does not fit is unset', 'diskSizeGb = 0', { diskSizeGb: 'ten' }, true],
    ['a value that is not a string is unset', 'name != a', { name: 5 }, true],
    ['rule 1: NOT is the complement', 'NOT deprecated.state = DEPRECATED', {}, true],
    ['rule 1: NOT is the complement', 'NOT deprecated.state != DEPRECATED', {}, true],
    ['rule 2: unset message, =', 'deprecated.state = DEPRECATED', {}, false],
    ['rule 2: unset message, !=', 'deprecated.state != DEPRECATED', {}, false],
    ['rule 2: unset message, order', 'deprecated.deleted < 2020-01-01T00:00:00Z', {}, false],
    ['rule 2: a text in place of a message', 'deprecated.state != DEPRECATED', { deprecated: 'x' }, false],
    ['rule 2: an array in place of a message', 'deprecated.state != DEPRECATED', { deprecated: [] }, false],
    ['rule 2: absent key', 'labels.env != prod', { labels: {} }, false],
    ['rule 2: absent map', 'labels.env != prod', {}, false],
    ['rule 2: key that does not fit', 'labels.env != prod', { labels: { env: 5 } }, false],
    ['rule 2: empty is not absent', 'labels.env != prod', { labels: { env: '' } }, true],
    [
      'rule 2: inherited message',
      'deprecated.state != DEPRECATED',
      Object.create({ deprecated: { state: 'ACTIVE' } }),
      false,
    ],
    ['rule 2: deep', 'shieldedInstanceInitialState.pk.content != x', { shieldedInstanceInitialState: {} }, false],
    ['rule 3: string default', 'family = ""', {}, true],
    ['rule 3: string, another literal', 'family = a', {}, false],
    ['rule 3: string, !=', 'family != a', {}, true],
    ['rule 3: string, != default', 'family != ""', {}, false],
    ['rule 3: number default', 'diskSizeGb = 0', {}, true],
    ['rule 3: number, !=', 'diskSizeGb != 5', {}, true],
    ['rule 3: boolean default', 'enableConfidentialCompute = false', {}, true],
    ['rule 3: boolean, !=', 'enableConfidentialCompute != true', {}, true],
    ['rule 3: enum equals nothing', 'architecture = ARCHITECTURE_UNSPECIFIED', {}, false],
    ['rule 3: enum, !=', 'architecture != ARM64', {}, true],
    ['rule 3: timestamp equals nothing', 'creationTimestamp = 1970-01-01T00:00:00Z', {}, false],
    ['rule 3: timestamp, !=', 'creationTimestamp != 1970-01-01T00:00:00Z', {}, true],
    ['rule 3: order is false', 'diskSizeGb < 5', {}, false],
    ['rule 3: order is false', 'diskSizeGb >= 0', {}, false],
    ['rule 3: order of strings is false', 'family < a', {}, false],
    ['rule 3: a wildcard never matches', 'family = *', {}, false],
    ['rule 3: a wildcard with !=', 'family != *', {}, true],
    ['rule 3: in a message that is set', 'deprecated.state != DEPRECATED', { deprecated: {} }, true],
    ['rule 3: in a message that is set', 'deprecated.replacement = ""', { deprecated: {} }, true],
    [
      'rule 3: deep',
      'shieldedInstanceInitialState.pk.content != x',
      { shieldedInstanceInitialState: { pk: {} } },
      true,
    ],
    ['rule 4: eq', 'family eq .*', {}, false],
    ['rule 4: ne', 'family ne .*', {}, true],
    ['rule 4: ne under an unset message', 'deprecated.state ne DEPRECATED', {}, true],
    ['rule 4: ne of an absent key', 'labels.env ne prod', {}, true],
    ['rule 4: eq of an absent key', 'labels.env eq .*', {}, false],
    ['rule 4: the empty pattern', 'family eq ""', {}, false],
    ['rule 4: number', 'diskSizeGb eq 0', {}, true],
    ['rule 4: number, ne', 'diskSizeGb ne 0', {}, false],
    ['rule 4: boolean', 'enableConfidentialCompute eq false', {}, true],
    ['rule 5: `:` is false', 'family:""', {}, false],
    ['rule 5: `:` is false', 'diskSizeGb:0', {}, false],
    ['rule 5: `:` is false', 'enableConfidentialCompute:false', {}, false],
    ['the resource is nothing', 'name != a', null, true],
    ['the resource is nothing', 'name = a', undefined, false],
    ['the resource is a string', 'name = a', 'a', false],
    ['the resource is an array', 'name != a', [], true],
  ])
})

describe('section 6: unsetParent, default', () => {
  expectMatches(
    [
      ['!= through an unset message', 'deprecated.state != DEPRECATED', {}, true],
      ['= through an unset message', 'deprecated.state = DEPRECATED', {}, false],
      ['= default through an unset message', 'deprecated.replacement = ""', {}, true],
      ['!= of an absent key', 'labels.env != prod', {}, true],
      ['= default of an absent key', 'labels.env = ""', { labels: {} }, true],
      ['!= of a key that does not fit', 'labels.env != prod', { labels: { env: 5 } }, true],
      ['order is false', 'deprecated.deleted < 2020-01-01T00:00:00Z', {}, false],
      ['`:` is false', 'labels.env:""', {}, false],
      ['deep', 'shieldedInstanceInitialState.pk.content != x', {}, true],
    ],
    { profile: byDefault },
  )
})

const nested = {
  resource: 'Thing',
  fields: { inner: { type: 'message', fields: { count: { type: 'int64' }, isOn: { type: 'boolean' } } } },
} as const

describe('section 6, rule 4: numbers and booleans under an unset parent', () => {
  expectMatches(
    [
      ['eq default', 'inner.count eq 0', {}, true],
      ['ne default', 'inner.count ne 0', {}, false],
      ['eq', 'inner.count eq 5', {}, false],
      ['boolean', 'inner.isOn eq false', {}, true],
    ],
    { schema: nested },
  )
})
