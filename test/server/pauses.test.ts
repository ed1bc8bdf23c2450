import { describe, expect, it } from 'vitest'
import { createHandler, createMemorySource } from '../../src/server/index.ts'
import { createSlowEngine, described } from '../regex/slow-engine.ts'

const images = described(64)
const filter = encodeURIComponent('description eq ".*3"')
const target = `/compute/v1/projects/p/global/images?filter=${filter}`
const part = `--x\r\ncontent-type: application/http\r\n\r\nGET ${target} HTTP/1.1\r\n\r\n\r\n`

describe('a request with a slow pattern', () => {
  it.each<readonly [what: string, path: string, init: RequestInit]>([
    ['a list', target, {}],
    [
      'a batch',
      '/batch/compute/v1',
      { method: 'POST', headers: { 'content-type': 'multipart/mixed; boundary=x' }, body: `${part}--x--\r\n` },
    ],
  ])('yields after each match: %s', async (_, path, init) => {
    const { engine, count, pause } = createSlowEngine(3)
    const handle = createHandler({ source: createMemorySource({ p: images }), regexEngine: engine })
    let isOver = false
    const others = (): void => {
      pause()
      if (!isOver) setImmediate(others)
    }
    others()
    // The second time the store answers by its collection.
    for (let times = 0; times < 2; times++) {
      const answer = await handle(new Request(`http://localhost${path}`, init), { remoteAddress: '127.0.0.1' })
      expect(answer.status).toBe(200)
      expect((await answer.text()).match(/"name": ?"image-/g)).toHaveLength(7)
    }
    isOver = true
    expect(count).toEqual({ all: 64 + 64 + 7, together: 1 })
  })
})
