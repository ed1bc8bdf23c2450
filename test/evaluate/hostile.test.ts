import { describe, expect, it } from 'vitest'
import { compile, explain } from '../../src/index.ts'

const boom = (): never => {
  throw new Error('boom')
}
const fields = { name: 'a', labels: { env: 'a' }, licenses: ['a'], guestOsFeatures: [{ type: 'UEFI_COMPATIBLE' }] }
const traps: readonly (keyof ProxyHandler<object>)[] = [
  'get',
  'getOwnPropertyDescriptor',
  'getPrototypeOf',
  'has',
  'ownKeys',
]
const filters = [
  'name = a',
  'labels.env = a',
  'licenses:a',
  'labels:*',
  'guestOsFeatures.type:*',
  'name eq .*',
  'name = a AND labels.env = a',
]

describe('a resource that throws', () => {
  it.each(traps.flatMap((trap) => filters.map((filter) => [trap, filter] as const)))(
    'from its trap %s ends %s in a verdict',
    (trap, filter) => {
      const hostile = (target: object) => new Proxy(target, { [trap]: boom })
      const inside = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, typeof value === 'object' ? hostile(value) : value]),
      )
      for (const resource of [hostile(fields), inside]) {
        expect(compile<object>(filter)(resource)).toBeTypeOf('boolean')
        expect(explain(filter, resource).matches).toBeTypeOf('boolean')
      }
    },
  )
})
