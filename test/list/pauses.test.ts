import { describe, expect, it } from 'vitest'
import { createLister, createMemoryStore, type Listable } from '../../src/list/index.ts'
import { createSlowEngine, described } from '../regex/slow-engine.ts'

const images = described(64)
type Described = (typeof images)[number]

async function* generate() {
  await Promise.resolve()
  yield* images
}

describe('a list with a slow pattern', () => {
  it.each<readonly [what: string, resources: Listable<Described>, matches: readonly number[]]>([
    ['an array', images, [64, 64]],
    ['an async generator', { scan: generate }, [64, 64]],
    // The second time each distinct value is judged, and what is found is judged again.
    ['a store in memory', createMemoryStore(images), [64, 64 + 7]],
  ])('pauses after each match: %s', async (_, resources, matches) => {
    const { engine, count, pause } = createSlowEngine(3)
    const list = createLister<Described>({ regexEngine: engine })
    const context = {
      pause: () => {
        pause()
        return Promise.resolve()
      },
    }
    let before = 0
    for (const all of matches) {
      const { items } = await list(resources, { project: 'p', filter: 'description eq ".*3"' }, context)
      expect(items).toHaveLength(7)
      expect(count).toEqual({ all: before + all, together: 1 })
      before = count.all
    }
  })
})
