import { describe, expect, it } from 'vitest'
import { createPendingBodies } from '../../src/server/pending-bodies.ts'
import { collectGarbage } from '../garbage.ts'

const kibibytes = (count: number) => new Uint8Array(count * 1024).fill(7)
const { signal } = new AbortController()

describe('outgoing bodies', () => {
  it('are sent whole', async () => {
    const pendingBodies = createPendingBodies(0)
    for (const count of [0, 1, 64, 65, 128, 200]) {
      const sent = await new Response(pendingBodies.send([kibibytes(count)], count * 1024, signal)).bytes()
      expect(Buffer.compare(sent, kibibytes(count))).toBe(0)
    }
  })

  it('are sent in several chunks', async () => {
    const pieces = [1, 70, 2].map((count) => kibibytes(count))
    for (const some of [pieces, pieces.slice(2), [kibibytes(0), kibibytes(1)], []]) {
      const whole = Buffer.concat(some)
      const sent = await new Response(createPendingBodies(0).send(some, whole.length, signal)).bytes()
      expect(Buffer.compare(sent, whole)).toBe(0)
    }
  })

  it.each<readonly [what: string, end: (body: ReadableStream, ending: AbortController) => unknown]>([
    ['been read', (body) => new Response(body).bytes()],
    ['been cancelled', (body) => body.cancel()],
    ['lost its caller', (_, ending) => ending.abort()],
    [
      'lost its caller and been read',
      async (body, ending) => {
        ending.abort()
        await expect(new Response(body).bytes()).rejects.toThrow('the client closed the connection')
      },
    ],
    [
      'lost its caller and been cancelled',
      async (body, ending) => {
        ending.abort()
        await body.cancel()
      },
    ],
    [
      'been read and lost its caller',
      async (body, ending) => {
        await new Response(body).bytes()
        ending.abort()
      },
    ],
  ])('free their memory when one has %s', async (_, end) => {
    const pendingBodies = createPendingBodies(300 * 1024)
    const ending = new AbortController()
    const first = pendingBodies.send([kibibytes(200)], 200 * 1024, ending.signal) as ReadableStream
    expect(() => pendingBodies.send([kibibytes(101)], 101 * 1024, signal)).toThrow('waiting to be read')
    await new Response(pendingBodies.send([kibibytes(100)], 100 * 1024, signal)).bytes()
    await end(first, ending)
    const large = pendingBodies.send([kibibytes(400)], 400 * 1024, signal) as ReadableStream
    expect(() => pendingBodies.send([kibibytes(65)], 65 * 1024, signal)).toThrow('waiting to be read')
    expect(pendingBodies.send([kibibytes(64)], 64 * 1024, signal)).toHaveLength(65_536)
    await large.cancel()
    pendingBodies.send([kibibytes(300)], 300 * 1024, signal)
  })

  /** Until it is so, after some garbage collections. */
  async function becomes(isSo: () => boolean): Promise<boolean> {
    for (let times = 0; times < 100; times++) {
      if (isSo()) return true
      await collectGarbage()
    }
    return false
  }

  it.each(['read', 'not read'])(
    'are garbage-collected after they were %s, although their signal refers to them',
    async (what) => {
      const pendingBodies = createPendingBodies(1)
      async function send(): Promise<WeakRef<object>> {
        const { signal } = new AbortController()
        const body = pendingBodies.send([kibibytes(100)], 100 * 1024, signal) as ReadableStream
        // As the signal of a request does, which remembers where it was aborted.
        Object.assign(signal, { body })
        if (what === 'read') await new Response(body).bytes()
        return new WeakRef(body)
      }
      const body = await send()
      expect(await becomes(() => body.deref() === undefined)).toBe(true)
    },
  )

  it('free their memory when one is garbage-collected', async () => {
    const pendingBodies = createPendingBodies(1)
    const isFull = (): boolean => {
      try {
        pendingBodies.send([kibibytes(100)], 100 * 1024, new AbortController().signal)
        return false
      } catch {
        return true
      }
    }
    expect([isFull(), isFull()]).toEqual([false, true])
    expect(await becomes(() => !isFull())).toBe(true)
  })
})
