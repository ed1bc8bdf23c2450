import fc from 'fast-check'
import { DisagreementError } from './disagreement.ts'
import type { Violation, Law } from './law.ts'
import { LawError } from './law-error.ts'
import { type LawOptions, type LawReport, withDefaults } from './options.ts'
import { makeSmaller } from './shrink.ts'

/** The minimum number of cases, unless fewer were requested. */
const minRuns = 50

/** The minimum time for making a case smaller. */
const minShrinkingMs = 1000

/** Why a run has ended before all cases were tried. */
type End<T> =
  | { readonly reason: 'violation'; readonly example: T; readonly violation: Violation }
  | { readonly reason: 'broken'; readonly example: T; readonly error: unknown }
  | { readonly reason: 'time' }

/**
 * Tries cases until one violates the law, and makes that one as small as possible.
 *
 * @param create makes the law; its errors are faults of the law
 * @throws DisagreementError
 * @throws LawError when anything except the function under test throws, or too few cases were tried
 */
export async function run<T extends { readonly filter: string }>(
  create: () => Law<T>,
  options: LawOptions,
): Promise<LawReport> {
  const { runs, withinMs, seed = drawSeed() } = withDefaults(options)
  const started = performance.now()
  const law = guarded(create, seed)
  let tried = 0
  let end = undefined as End<T> | undefined
  const property = fc.asyncProperty(law.cases, async (example) => {
    if (performance.now() - started > withinMs) end = { reason: 'time' }
    else {
      end = await tryCase(law, example)
      tried++
    }
    return end === undefined
  })
  const { seed: used, errorInstance } = await check(property, runs, seed)
  if (end?.reason === 'broken') throw new LawError({ ...shown(law, end.example), seed: used, cause: end.error })
  if (end?.reason === 'violation') {
    const deadline = Math.max(started + withinMs, performance.now() + minShrinkingMs)
    throw new DisagreementError({ ...(await makeSmaller(law, end.example, end.violation, deadline, used)), seed: used })
  }
  const enough = end === undefined ? runs : Math.min(runs, minRuns)
  if (tried >= enough) return { runs: tried, seed: used }
  const cause = end === undefined ? (errorInstance ?? notAll(tried, runs)) : tooFew(tried, enough, withinMs)
  throw new LawError({ seed: used, cause })
}

async function tryCase<T>(law: Law<T>, example: T): Promise<End<T> | undefined> {
  try {
    const violation = await law.findViolation(example)
    return violation && { reason: 'violation', example, violation }
  } catch (error) {
    return { reason: 'broken', example, error }
  }
}

/** The lines of a case; none if showing it fails, since a LawError is already being thrown. */
function shown<T extends { readonly filter: string }>(law: Law<T>, example: T) {
  return { filter: example.filter, lines: law.show(example) }
}

function guarded<T>(create: () => Law<T>, seed: number): Law<T> {
  try {
    return create()
  } catch (error) {
    throw new LawError({ seed, cause: error })
  }
}

/** Cases are shrunk by `makeSmaller`, since filter and resources have to shrink together. */
async function check<T>(property: fc.IAsyncProperty<[T]>, numRuns: number, seed: number) {
  try {
    // A caller's global settings could skip cases.
    const all = { skipEqualValues: false, ignoreEqualValues: false, endOnFailure: true }
    return await fc.check(property, { ...all, numRuns, seed })
  } catch (error) {
    throw new LawError({ seed, cause: error })
  }
}

function drawSeed(): number {
  return fc.readConfigureGlobal().seed ?? Math.floor(Math.random() * 2 ** 32) | 0
}

const notAll = (tried: number, runs: number): Error =>
  new Error(`fast-check ended after ${String(tried)} of ${String(runs)} cases: it may have a time limit of its own`)

const tooFew = (tried: number, wanted: number, withinMs: number): Error =>
  new Error(
    `only ${String(tried)} cases ran in ${String(withinMs)} ms, but at least ${String(wanted)} are required: ` +
      'use a larger `withinMs` or a smaller `runs`',
  )
