import { expect, it } from 'vitest'
import { createMemorySource } from '../../src/server/index.ts'

it('makes projects when they are needed', () => {
  const source = createMemorySource()
  expect(source.open('p')).toBeUndefined()
  expect(source.delete('p', 'a')).toBe(false)
  source.insert('p', { name: 'a' })
  source.insert('p', { name: 'b' })
  expect(source.open('p')?.get('a')).toEqual({ name: 'a' })
  expect(source.delete('p', 'a')).toBe(true)
  expect(source.open('constructor')).toBeUndefined()
})
