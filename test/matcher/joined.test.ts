import { describe, expect, it } from 'vitest'
import { compile } from '../../src/index.ts'

/* Comparisons of one field that the matcher joins: the values that pass, of all that are tried. */

const sizes = ['1', '5', '7', '10', '15', '20', '9007199254740993', '9007199254740995'] as const

describe('comparisons of order', () => {
  it.each<readonly [filter: string, ...passing: string[]]>([
    ['diskSizeGb < 20 AND diskSizeGb < 10', '1', '5', '7'],
    ['diskSizeGb < 10 AND diskSizeGb < 20', '1', '5', '7'],
    ['diskSizeGb > 5 AND diskSizeGb > 10', '15', '20', '9007199254740993', '9007199254740995'],
    ['diskSizeGb > 10 AND diskSizeGb > 5', '15', '20', '9007199254740993', '9007199254740995'],
    ['diskSizeGb >= 5 AND diskSizeGb <= 10', '5', '7', '10'],
    ['diskSizeGb > 5 AND diskSizeGb < 10', '7'],
    ['diskSizeGb > 5 AND diskSizeGb < 20 AND diskSizeGb < 10', '7'],
    ['diskSizeGb > 5 AND diskSizeGb < 20 AND diskSizeGb != 10', '7', '15'],
    ['diskSizeGb > 5 AND diskSizeGb < 10 AND diskSizeGb = 7', '7'],
    ['diskSizeGb > 10 AND diskSizeGb < 5'],
    ['diskSizeGb > 10 AND diskSizeGb < 9007199254740994', '15', '20', '9007199254740993'],
    ['diskSizeGb > 9007199254740992 AND diskSizeGb < 9007199254740994', '9007199254740993'],
    ['diskSizeGb > 5 AND NOT diskSizeGb > 10', '7', '10'],
    ['NOT (diskSizeGb > 5 AND diskSizeGb < 20)', '1', '5', '20', '9007199254740993', '9007199254740995'],
    ['diskSizeGb < 5 OR diskSizeGb > 15', '1', '20', '9007199254740993', '9007199254740995'],
    ['diskSizeGb > 5 AND diskSizeGb < 10 AND archiveSizeBytes > 0'],
  ])('%s', (filter, ...passing) => {
    const matches = compile(filter)
    expect(sizes.filter((diskSizeGb) => matches({ diskSizeGb }))).toEqual(passing)
    const owned = sizes.map((diskSizeGb) => Object.create({ diskSizeGb }) as object)
    expect(owned.filter((resource) => matches(resource))).toEqual(matches({}) ? owned : [])
  })
})

const statuses = ['READY', 'FAILED', 'PENDING', 'DELETING', 'ready', ''] as const

describe('equalities', () => {
  it.each<readonly [filter: string, ...passing: string[]]>([
    ['status = READY OR status = FAILED', 'READY', 'FAILED'],
    ['status = READY OR status = FAILED OR status = PENDING', 'READY', 'FAILED', 'PENDING'],
    ['status = (READY OR FAILED OR PENDING OR DELETING)', 'READY', 'FAILED', 'PENDING', 'DELETING'],
    ['NOT (status = READY OR status = FAILED)', 'PENDING', 'DELETING', 'ready', ''],
    ['status = READY OR status = FAILED AND name = x', 'READY', 'FAILED'],
    ['(status = READY OR status = FAILED) AND status != READY', 'FAILED'],
    ['status = READY OR name = x OR status = FAILED', 'READY', 'FAILED', 'PENDING', 'DELETING', 'ready', ''],
    ['status = READY OR name = y OR status = FAILED', 'READY', 'FAILED'],
  ])('%s', (filter, ...passing) => {
    const matches = compile(filter)
    expect(statuses.filter((status) => matches({ status, name: 'x' }))).toEqual(passing)
  })

  it.each([7, 8, 9, 20])('of %i values', (count) => {
    const names = Array.from({ length: count }, (_, at) => `n${String(at)}`)
    const matches = compile(names.map((name) => `name = ${name}`).join(' OR '))
    expect(names.filter((name) => matches({ name }))).toEqual(names)
    expect(['n', `n${String(count)}`, 'N0', ''].filter((name) => matches({ name }))).toEqual([])
    expect(matches({})).toBe(false)
  })
})

describe('a property that cannot be read', () => {
  const throwing = {
    get diskSizeGb(): string {
      throw new Error('no')
    },
    get status(): string {
      throw new Error('no')
    },
    name: 'x',
  }

  it.each([
    ['diskSizeGb > 5 AND diskSizeGb < 10', false],
    ['NOT (diskSizeGb > 5 AND diskSizeGb < 10)', true],
    ['status = READY OR status = FAILED', false],
    ['NOT (status = READY OR status = FAILED)', true],
    ['(status = READY OR status = FAILED) OR name = x', true],
    ['diskSizeGb > 5 AND name = x', false],
    ['diskSizeGb != 5', true],
    ['diskSizeGb = 0', true],
    ['-diskSizeGb:*', true],
  ])('counts as unset: %s', (filter, expected) => {
    expect(compile(filter)(throwing)).toBe(expected)
  })
})
