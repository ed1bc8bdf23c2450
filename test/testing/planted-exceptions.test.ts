import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildInstrumented, type Instrumented, plantIn } from './planted/instrument.ts'

/*
 * A law must not pass, nor say something else, when anything in it throws. So an exception is planted in each function of
 * the laws, the oracle and the generators, one after the other.
 */

/** Functions that no run of the laws calls, with the reason. */
const neverCalled: Readonly<Record<string, string>> = {
  'laws/lists-like.ts expectedOf#2': 'a list that is rejected has no ranks',
}

interface Tried {
  readonly outcomes: Readonly<Record<string, string>>
  /** Laws that did not end as they should without any exception. */
  readonly problems: readonly string[]
}

let instrumented: Instrumented
let tried: Tried

beforeAll(async () => {
  instrumented = await buildInstrumented()
  const script = fileURLToPath(new URL('planted/try-places.mjs', import.meta.url))
  tried = JSON.parse(execFileSync(process.execPath, [script, instrumented.file], { encoding: 'utf8' })) as Tried
})

afterAll(() => {
  rmSync(dirname(instrumented.file), { recursive: true })
})

describe('an exception', () => {
  it('is planted at the start of functions of any form', () => {
    const { text, places } = plantIn('a.ts', 'const f = (x) => x\nfunction* g() { return [1].map((y) => ({ y })) }')
    expect(places).toEqual(['a.ts f#1', 'a.ts g#1', 'a.ts g#2'])
    expect(text).toBe(
      'const f = (x) => (plant("a.ts f#1"), x)\n' +
        'function* g() {plant("a.ts g#1"); return [1].map((y) => (plant("a.ts g#2"), ({ y }))) }',
    )
  })

  it('that is not planted leaves all laws unchanged', () => {
    expect(tried.problems).toEqual([])
  })

  it('surfaces, wherever it is planted', () => {
    const others = Object.entries(tried.outcomes).filter(([, outcome]) => outcome !== 'surfaces')
    expect(others).toEqual([])
    console.log(`exceptions planted at ${String(Object.keys(tried.outcomes).length)} places, and each surfaces`)
    expect(Object.keys(tried.outcomes).length).toBeGreaterThanOrEqual(200)
  })

  it('is planted in every function, except those that no law calls', () => {
    const missed = instrumented.places.filter((place) => !(place in tried.outcomes))
    expect(missed.toSorted()).toEqual(Object.keys(neverCalled).toSorted())
  })
})
