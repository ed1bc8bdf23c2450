import { readdirSync, readFileSync } from 'node:fs'
import { cpuUsage } from 'node:process'
import { describe, expect, it } from 'vitest'
import * as library from '../../src/index.ts'
import { createOracle } from '../../src/testing/index.ts'
import { createChecks } from '../fuzz/checks.mjs'

/** Failures found by `npm run test:fuzz` or by a reader, as small as possible. */
interface Regression {
  /** One of the checks of test/fuzz/checks.mjs, or how the case failed to end. */
  readonly kind: string
  readonly flaw: string
  readonly filter: string
  readonly resource: unknown
  readonly profile: 'documented' | 'observed'
}

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'))
const regressions = files.map(
  (file) => JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')) as Regression,
)
const checks = createChecks({ ...library, createOracle })
const { documented, observed } = library

describe('past failures', () => {
  it.each(regressions)('$kind, $flaw: $filter', ({ kind, filter, resource, profile }) => {
    expect([...Object.keys(checks), 'slow', 'hang', 'crash']).toContain(kind)
    const given = { filter, resource, options: { profile: { documented, observed }[profile] } }
    const [started, before] = [performance.now(), cpuUsage()]
    for (const [name, check] of Object.entries(checks)) expect([name, check(given)]).toEqual([name, undefined])
    const { user, system } = cpuUsage(before)
    const taken = Math.min(performance.now() - started, (user + system) / 1000)
    // 150 ms on a machine with nothing else to do; on one that is busy, the time of the processor counts.
    if (['slow', 'hang'].includes(kind)) expect(taken).toBeLessThan(500)
  })
})
