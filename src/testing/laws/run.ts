import fc from 'fast-check'
import type { Options } from '../../index.ts'
import { Disagreement } from './disagreement.ts'

/** What every law may be told. */
export interface LawOptions extends Pick<Options, 'schema' | 'profile'> {
  readonly dialect?: 'AIP-160' | 'regular expressions' | undefined
  /** How many cases are tried; 10,000 unless said otherwise. */
  readonly runs?: number | undefined
  /** Finds again what a run with that seed has found. */
  readonly seed?: number | undefined
}

/** What is wrong with a case, as lines to show; undefined when nothing is. */
export interface Flaw {
  readonly filter: string
  readonly lines: readonly string[]
}

interface Law<T> {
  readonly cases: fc.Arbitrary<T>
  readonly findFlaw: (example: T) => Promise<Flaw | undefined>
  /** What the case could be made smaller to. */
  readonly simpler: (example: T, options: LawOptions) => Iterable<T>
}

/** How many smaller cases are tried. */
const mostTries = 3000

/** Tries cases until one has a flaw, and makes that as small as it can. @throws Disagreement */
export async function run<T extends { readonly filter: string }>(
  { cases, findFlaw, simpler }: Law<T>,
  options: LawOptions,
): Promise<void> {
  const { runs = 10_000, seed } = options
  const property = fc.asyncProperty(cases, async (example) => (await findFlaw(example)) === undefined)
  // Cases are made smaller here, since filter and resources have to be made so together.
  const settings = { numRuns: runs, endOnFailure: true, ...(seed !== undefined && { seed }) }
  const { counterexample, seed: used } = await fc.check(property, settings)
  if (counterexample === null) return
  let [smallest] = counterexample
  const unsteady = { filter: smallest.filter, lines: ['found once and not again: does it remember something?'] }
  let flaw = (await findFlaw(smallest)) ?? unsteady
  for (let tries = 0; tries < mostTries && flaw !== unsteady;) {
    let found: Flaw | undefined
    for (const candidate of simpler(smallest, options)) {
      tries++
      found = await findFlaw(candidate)
      if (found === undefined) continue
      smallest = candidate
      flaw = found
      break
    }
    if (found === undefined) break
  }
  throw new Disagreement({ ...flaw, seed: used })
}

/** What a function under test says, or that it throws. */
export async function ask<T>(run: () => T | Promise<T>): Promise<T | string> {
  try {
    return await run()
  } catch (error) {
    return `throws ${String(error)}`
  }
}
