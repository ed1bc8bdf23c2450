import { expect, it } from 'vitest'
import { createMemorySource } from '../../src/server/index.ts'

it('creates projects on demand', () => {
  const source = createMemorySource()
  expect(source.open('p')).toBeUndefined()
  expect(source.delete('p', 'a')).toBe(false)
  source.insert('p', { name: 'a' })
  source.insert('p', { name: 'b' })
  expect(source.open('p')?.get('a')).toEqual({ name: 'a' })
  expect(source.delete('p', 'a')).toBe(true)
  expect(source.open('constructor')).toBeUndefined()
})
