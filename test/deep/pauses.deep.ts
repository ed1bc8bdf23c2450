import { describe, expect, it } from 'vitest'
import { createCollection, type ResourceOrder } from '../../src/collection/index.ts'
import { compile, defaultLimits, type FilterError, type RegexEngine } from '../../src/index.ts'
import { createLister } from '../../src/list/index.ts'
import { createHandler, createMemorySource } from '../../src/server/index.ts'
import { createObservedEngines } from './observed-engine.ts'

/** Milliseconds that may pass between two pauses, besides one match. */
const maxRestMs = 25

/** Each takes long for texts of `a` and `b`, or did. */
const dear = [
  `(?:a|b|(?:${'\\B'.repeat(490)}c))*a[ab]{18}`,
  `(?i)(?:a|b|(?:${'\\B'.repeat(100)}c))*a[ab]{18}z`,
  '(?:a|b)*a[ab]{60}',
  '\\C*(a|b){20}c?',
  '(?i).*(debian|ubuntu|centos|rocky|rhel).*',
]

/** Random letters, the same in each run. */
function* letters(): Generator<string> {
  for (let state = 1; ; state = (state * 48_271) % 0x7fff_ffff) yield state % 2 === 0 ? 'a' : 'b'
}
const source = letters()
const images = Array.from({ length: 64 }, (_, at) => ({
  name: `image-${String(at).padStart(2, '0')}`,
  description: Array.from({ length: 2048 }, () => source.next().value as string).join(''),
}))
const byName: ResourceOrder<string> = {
  keyOf: (resource) => (resource as (typeof images)[number]).name,
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
}

/** Measures matches, and what lies between two pauses. */
function createWatch() {
  const { engine } = createObservedEngines()
  let [since, maxMatchMs, maxPieceMs] = [performance.now(), 0, 0]
  const watched: RegexEngine = {
    ...engine,
    compile(pattern) {
      const made = engine.compile(pattern)
      if ('reason' in made) return made
      const { isCheap = false } = made
      return {
        isCheap,
        test(text) {
          const began = performance.now()
          const isMatch = made.test(text)
          maxMatchMs = Math.max(maxMatchMs, performance.now() - began)
          return isMatch
        },
        free: () => {
          made.free()
        },
      }
    },
  }
  return {
    engine: watched,
    pause() {
      maxPieceMs = Math.max(maxPieceMs, performance.now() - since)
      since = performance.now()
    },
    /** Forgets what has been measured. */
    begin() {
      ;[since, maxMatchMs, maxPieceMs] = [performance.now(), 0, 0]
    },
    longest: () => ({ match: maxMatchMs, piece: maxPieceMs }),
  }
}
type Watch = ReturnType<typeof createWatch>

const ways: readonly (readonly [what: string, run: (filter: string, watch: Watch) => Promise<void>])[] = [
  [
    'a list of an array',
    async (filter, { engine, pause }) => {
      const list = createLister<(typeof images)[number]>({ regexEngine: engine })
      // Its promise is resolved by another task, as that of a server is.
      const next = () =>
        new Promise<void>((resolve) => {
          pause()
          setImmediate(resolve)
        })
      await list(images, { project: 'p', filter }, { pause: next })
      pause()
    },
  ],
  [
    'requests to a store in memory, by a scan and by its collection',
    async (filter, { engine, pause }) => {
      const handle = createHandler({
        source: createMemorySource({ p: images }),
        limits: defaultLimits,
        regexEngine: engine,
      })
      const url = `http://localhost/compute/v1/projects/p/global/images?filter=${encodeURIComponent(filter)}`
      let isOver = false
      const others = (): void => {
        pause()
        if (!isOver) setImmediate(others)
      }
      others()
      for (let times = 0; times < 2; times++) {
        const answer = await handle(new Request(url), { remoteAddress: '127.0.0.1' })
        expect(answer.status).toBe(200)
        await answer.text()
      }
      isOver = true
      pause()
    },
  ],
  [
    'what a collection prepares',
    (filter, { engine, pause }) => {
      const steps = createCollection(images).prepare(filter, { order: byName, regexEngine: engine })
      do pause()
      while (steps.next().done !== true)
      pause()
      return Promise.resolve()
    },
  ],
]

describe('at most one match runs between two pauses', () => {
  it.each(dear)('%s', async (pattern) => {
    const filter = `description eq "${pattern}"`
    const watch = createWatch()
    try {
      compile(filter, { regexEngine: watch.engine })
    } catch (error) {
      // A pattern that costs too much is no danger.
      expect((error as FilterError).diagnostics.map(({ code }) => code)).toEqual(['pattern-too-complex'])
      return
    }
    for (const [what, run] of ways) {
      // What comes first takes longer, whatever it is.
      await run('name = none', watch)
      watch.begin()
      await run(filter, watch)
      const { match, piece } = watch.longest()
      console.log(`${what}: a match takes ${match.toFixed(1)} ms, the longest piece ${piece.toFixed(1)} ms`)
      expect(match, what).toBeGreaterThan(0)
      expect(piece - match, what).toBeLessThan(maxRestMs)
    }
  })
})
