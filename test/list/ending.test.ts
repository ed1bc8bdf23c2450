import { describe, expect, it } from 'vitest'
import type { Image } from '../../src/index.ts'
import { findByName, listImages, type Source } from '../../src/list/index.ts'

const project = 'p'
const never = new Promise<never>(() => undefined)

/** An iterable whose iterator does as it is told when it is closed. */
const closing = (end: () => unknown, name = 'a') => ({
  [Symbol.asyncIterator]: () => ({
    next: () => Promise.resolve({ done: false, value: { name } }),
    return: end as () => Promise<IteratorResult<Image>>,
  }),
})

describe('a list that is aborted', () => {
  it.each<readonly [what: string, scan: Source<Image>['scan']]>([
    [
      'before its source gives anything',
      async function* () {
        await never
        yield { name: 'a' }
      },
    ],
    [
      'between two resources',
      async function* () {
        yield { name: 'a' }
        await never
      },
    ],
    [
      'while resources come at once',
      function* () {
        for (;;) yield { name: 'a' }
      },
    ],
    [
      'while resources come without end',
      async function* () {
        for (;;) yield await Promise.resolve({ name: 'a' })
      },
    ],
    ['and cannot be closed', () => closing(() => never)],
    [
      'while its source awaits a pause',
      async function* ({ pause }) {
        for (;;) await pause()
        yield { name: 'a' }
      },
    ],
  ])('%s rejects with the reason', async (_, scan) => {
    const reason = new Error('enough')
    const ending = new AbortController()
    const { signal } = ending
    const found = [
      listImages({ scan }, { project }, { signal }),
      findByName<Image>({ scan }, { project, name: 'z' }, { signal }),
    ]
    setTimeout(() => {
      ending.abort(reason)
    }, 20)
    for (const one of found) await expect(one).rejects.toBe(reason)
    await expect(listImages({ scan }, { project }, { signal })).rejects.toBe(reason)
    await expect(findByName<Image>({ scan }, { project, name: 'z' }, { signal })).rejects.toBe(reason)
  })

  it('rejects while it waits for its turn', async () => {
    const signal = AbortSignal.timeout(20)
    await expect(listImages([], { project }, { signal, pause: () => never })).rejects.toThrow('timeout')
  })

  it('closes its source once that responds', async () => {
    let isClosed = false
    async function* slow() {
      try {
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 30))
          yield { name: 'a' }
        }
      } finally {
        isClosed = true
      }
    }
    await expect(listImages(slow(), { project }, { signal: AbortSignal.timeout(5) })).rejects.toThrow('timeout')
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(isClosed).toBe(true)
  })

  it('leaves no listener on the signal', async () => {
    const { signal } = new AbortController()
    let listeners = 0
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners++
      add(...args)
    }
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners--
      remove(...args)
    }
    let most = 0
    async function* many() {
      for (let at = 0; at < 200; at++) {
        most = Math.max(most, listeners)
        yield await Promise.resolve({ name: String(at) })
      }
    }
    await listImages(many(), { project }, { signal })
    expect([most, listeners]).toEqual([1, 0])
  })
})

describe('a page that is complete', () => {
  it.each<readonly [what: string, end: () => unknown]>([
    ['hangs', () => never],
    ['rejects', () => Promise.reject(new Error('cannot close'))],
    [
      'throws',
      () => {
        throw new Error('cannot close')
      },
    ],
  ])('does not wait for a source whose end %s', async (_, end) => {
    let number = 0
    const scan = () => ({
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.resolve({ done: false, value: { name: String(number++) } }),
        return: end as () => Promise<IteratorResult<Image>>,
      }),
    })
    const page = await listImages({ scan, ordered: ['name'] }, { project, maxResults: 2 })
    expect(page.items).toEqual([{ name: '0' }, { name: '1' }])
    expect(await findByName<Image>(closing(end), { project, name: 'a' })).toEqual({ name: 'a' })
  })
})
