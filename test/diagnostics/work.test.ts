import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FilterError, type Schema, validate } from '../../src/index.ts'

const { count } = vi.hoisted(() => ({ count: { distances: 0, lineSearches: 0 } }))

vi.mock('leven', async (original) => {
  const { default: leven } = await original<{ default: (a: string, b: string) => number }>()
  return {
    default: (a: string, b: string) => {
      count.distances++
      return leven(a, b)
    },
  }
})

vi.mock('../../src/diagnostics/lines.ts', async (original) => {
  const { findLines } = await original<{ findLines: (source: string) => unknown }>()
  return {
    findLines: (source: string) => {
      count.lineSearches++
      return findLines(source)
    },
  }
})

beforeEach(() => {
  Object.assign(count, { distances: 0, lineSearches: 0 })
})

describe('an error of many lines', () => {
  const filter = '\n'.repeat(6000) + 'x\n'.repeat(990)

  it('as text goes through its lines once', () => {
    const error = new FilterError(filter, validate(filter))
    expect(error.diagnostics).toHaveLength(990)
    const shown = String(error)
    expect(count.lineSearches).toBe(1)
    expect(shown.match(/^ *\d+ \| x$/gm)).toHaveLength(990)
    expect(shown).toContain('\n6990 | x\n    | ^\n')
  })
})

describe('near names', () => {
  const names = Array.from(
    { length: 5000 },
    (_, index) => `VALUE_${String(index).padStart(4, '0')}_${'X'.repeat(index % 40)}`,
  )
  /** Counts how often its keys are listed. */
  let listed = 0
  const fields = new Proxy(Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const)), {
    ownKeys(target) {
      listed++
      return Reflect.ownKeys(target)
    },
  })
  const schema: Schema = {
    resource: 'Thing',
    fields: { status: { type: 'enum', values: names }, inner: { type: 'message', fields } },
  }
  const suggestionsOf = (filter: string) =>
    validate(filter, { schema, limits: { textLength: 100_000 } }).filter(({ help }) => help?.startsWith('did you mean'))

  /** Each is near one of the names without X behind it. */
  const mistakes = Array.from({ length: 900 }, (_, index) => `VALU_${String((index % 125) * 40).padStart(4, '0')}`)

  it('are looked for 20 times in one filter', () => {
    const found = suggestionsOf(mistakes.map((name) => `inner.${name} = a`).join(' OR '))
    expect(found.map(({ span }) => span.start)).toEqual(Array.from({ length: 20 }, (_, index) => 6 + index * 23))
    const values = suggestionsOf(`status = (${mistakes.join(' OR ')})`)
    expect(values).toHaveLength(20)
    const both = suggestionsOf(`inner.VALU_0000 = a AND status = (${mistakes.join(' OR ')})`)
    expect(both).toHaveLength(20)
  })

  it('are compared only where the lengths are near', () => {
    expect(suggestionsOf('status = VALU_0000')).toHaveLength(1)
    // Folded it has 8 letters, and may differ by two: of 40 lengths those of 8 to 10.
    expect(count.distances).toBe((5000 / 40) * 2)
  })

  it('of one list are prepared once', () => {
    const before = listed
    suggestionsOf('inner.VALU_0001 = a')
    suggestionsOf('inner.VALU_0002 = a')
    expect(listed - before).toBeLessThanOrEqual(1)
  })
})
