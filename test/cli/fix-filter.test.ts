import { describe, expect, it } from 'vitest'
import { fixFilter } from '../../src/cli/fix-filter.ts'
import { documented, imageSchema, validate } from '../../src/index.ts'

const options = { schema: imageSchema, profile: documented }

describe('the fixes of a filter', () => {
  it.each([
    ['name = a', 'name = a'],
    ['nme = a', 'name = a'],
    ['nme = a AND famly = b AND sttus = READY', 'name = a AND family = b AND status = READY'],
    ['name == a && nme = b || famly = c', 'name = a AND name = b OR family = c'],
    ['licenses = a OR nme = b', 'licenses:a OR name = b'],
    ['zzz = a AND nme = b', 'zzz = a AND name = b'],
    ['nme = a OR b', 'name = (a OR b)'],
  ])('%s: %s', (filter, expected) => {
    expect(fixFilter(filter, options)).toEqual({
      text: expected,
      diagnostics: validate(expected, { hints: true }),
      isUnfinished: false,
    })
  })

  it('are all applied to a long filter', () => {
    const { text, isUnfinished } = fixFilter(Array(40).fill('nme = a').join(' OR '), options, 60_000)
    expect([text, isUnfinished]).toEqual([Array(40).fill('name = a').join(' OR '), false])
  })

  it('stop at the time limit', () => {
    expect(fixFilter('nme = a', options, 0)).toMatchObject({ text: 'nme = a', isUnfinished: true })
    expect(fixFilter('name = a', options, 0)).toMatchObject({ text: 'name = a', isUnfinished: false })
  })
})
