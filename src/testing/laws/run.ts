import fc from 'fast-check'
import { DisagreementError } from './disagreement.ts'
import type { Flaw, Law } from './law.ts'
import { LawError } from './law-error.ts'
import { type LawOptions, type LawReport, withDefaults } from './options.ts'
import { makeSmaller } from './shrink.ts'

/** Fewer cases say nothing, unless fewer were asked for. */
const minRuns = 50

/** Milliseconds that are left to make a case smaller, at least. */
const minShrinkingMs = 1000

/** Why a run has ended before all cases were tried. */
type End<T> =
  | { readonly reason: 'flaw'; readonly example: T; readonly flaw: Flaw }
  | { readonly reason: 'broken'; readonly example: T; readonly error: unknown }
  | { readonly reason: 'time' }

/**
 * Tries cases until one has a flaw, and makes that as small as it can.
 *
 * @param create makes the law; what that throws is a fault of the law
 * @throws DisagreementError
 * @throws LawError when anything but the function under test throws, or too few cases were tried: a law that passes has
 * tried them
 */
export async function run<T extends { readonly filter: string }>(
  create: () => Law<T>,
  options: LawOptions,
): Promise<LawReport> {
  const { runs, within, seed = drawSeed() } = withDefaults(options)
  const started = performance.now()
  const law = guarded(create, seed)
  let tried = 0
  let end = undefined as End<T> | undefined
  const property = fc.asyncProperty(law.cases, async (example) => {
    if (performance.now() - started > within) end = { reason: 'time' }
    else {
      end = await tryCase(law, example)
      tried++
    }
    return end === undefined
  })
  const { seed: used, errorInstance } = await check(property, runs, seed)
  if (end?.reason === 'broken') throw new LawError({ ...shown(law, end.example), seed: used, cause: end.error })
  if (end?.reason === 'flaw') {
    const deadline = Math.max(started + within, performance.now() + minShrinkingMs)
    throw new DisagreementError({ ...(await makeSmaller(law, end.example, end.flaw, deadline, used)), seed: used })
  }
  const enough = end === undefined ? runs : Math.min(runs, minRuns)
  if (tried >= enough) return { runs: tried, seed: used }
  const cause = end === undefined ? (errorInstance ?? notAll(tried, runs)) : tooFew(tried, enough, within)
  throw new LawError({ seed: used, cause })
}

async function tryCase<T>(law: Law<T>, example: T): Promise<End<T> | undefined> {
  try {
    const flaw = await law.findFlaw(example)
    return flaw && { reason: 'flaw', example, flaw }
  } catch (error) {
    return { reason: 'broken', example, error }
  }
}

/** The lines of a case; none when they cannot be made, since the law is broken already. */
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

/** Cases are made smaller elsewhere, since filter and resources have to be made so together. */
async function check<T>(property: fc.IAsyncProperty<[T]>, numRuns: number, seed: number) {
  try {
    // A caller's global settings could leave out cases.
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

const tooFew = (tried: number, wanted: number, within: number): Error =>
  new Error(
    `only ${String(tried)} cases in ${String(within)} ms, and ${String(wanted)} are the fewest: ` +
      'a larger `within` gives it more time, a smaller `runs` asks for less',
  )
