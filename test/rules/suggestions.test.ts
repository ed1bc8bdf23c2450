import { expect, it } from 'vitest'
import { validate } from '../../src/index.ts'

it('looks for the nearest name of 20 misspelt fields, since each search takes time', () => {
  const filter = Array.from({ length: 25 }, () => 'nam = a').join(' ')
  const helped = validate(filter).map(({ help }) => help === 'did you mean `name`?')
  expect(helped).toEqual(Array.from({ length: 25 }, (_, at) => at < 20))
})
