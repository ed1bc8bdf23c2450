import { describe, expect, it, vi } from 'vitest'
import { createTurns } from '../../src/server/turns.ts'

/** Keeps the thread for some milliseconds. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

describe('turns', () => {
  it('go to who has used least', async () => {
    const enter = createTurns()
    const order: string[] = []
    async function run(caller: string, pieces: number, milliseconds: number): Promise<void> {
      const { pause, leave } = enter(caller)
      for (let piece = 0; piece < pieces; piece++) {
        await pause()
        order.push(caller)
        work(milliseconds)
      }
      leave()
    }
    const greedy = [run('greedy', 10, 4), run('greedy', 10, 4), run('greedy', 10, 4)]
    await new Promise((resolve) => setTimeout(resolve, 15))
    const before = order.length
    await run('modest', 3, 0)
    // Between two turns of the modest one there is at most one of the greedy.
    expect(order.slice(before).filter((caller) => caller === 'greedy').length).toBeLessThanOrEqual(4)
    await Promise.all(greedy)
    expect(order).toHaveLength(33)
  })

  it('cannot be saved up', async () => {
    const enter = createTurns()
    const order: string[] = []
    async function run(caller: string, pieces: number): Promise<void> {
      const { pause, leave } = enter(caller)
      for (let piece = 0; piece < pieces; piece++) {
        await pause()
        order.push(caller)
        work(2)
      }
      leave()
    }
    await run('early', 20)
    await Promise.all([run('late', 20), run('early', 20)])
    // Were what was used before remembered against it, the early one would have no turn among the first twenty.
    expect(order.slice(20, 40).filter((caller) => caller === 'early').length).toBeGreaterThan(4)
  })

  it('come round in browsers', async () => {
    vi.stubGlobal('setImmediate', undefined)
    const { pause, leave } = createTurns()('only')
    await pause()
    leave()
    vi.unstubAllGlobals()
  })

  it('come round for one who is alone', async () => {
    const { pause, leave } = createTurns()('only')
    for (let times = 0; times < 3; times++) await pause()
    leave()
    leave()
  })
})
