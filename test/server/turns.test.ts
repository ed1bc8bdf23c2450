import { describe, expect, it, vi } from 'vitest'
import { createTurns } from '../../src/server/turns.ts'

/** A clock that only work moves. */
let time = 0
const now = (): number => time
const work = (milliseconds: number): void => {
  time += milliseconds
}

describe('turns', () => {
  it('go to the caller that has used least', async () => {
    const enter = createTurns(now)
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
    for (let round = 0; round < 6; round++) await new Promise((resolve) => setImmediate(resolve))
    const before = order.length
    expect(before).toBeLessThan(10)
    await run('modest', 3, 1)
    expect(order.slice(before)).toEqual(['modest', 'modest', 'modest'])
    await Promise.all(greedy)
    expect(order).toHaveLength(33)
  })

  it('cannot be accumulated', async () => {
    const enter = createTurns(now)
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

  it('work in browsers', async () => {
    vi.stubGlobal('setImmediate', undefined)
    const { pause, leave } = createTurns()('only')
    await pause()
    leave()
    vi.unstubAllGlobals()
  })

  it('work for a single caller', async () => {
    const { pause, leave } = createTurns()('only')
    for (let times = 0; times < 3; times++) await pause()
    leave()
    leave()
  })
})
