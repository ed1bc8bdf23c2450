import { expect, it } from 'vitest'
import { validate } from '../../src/index.ts'

it('looks for the nearest name of 20 misspelt fields, since each search takes time', () => {
  const filter = Array.from({ length: 25 }, () => 'nam = a').join(' ')
  const help = Array.from({ length: 25 }, (_, at) => (at < 20 ? 'did you mean `name`?' : undefined))
  expect(validate(filter).map((diagnostic) => diagnostic.help)).toEqual(help)
})
