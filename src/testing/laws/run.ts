import fc from 'fast-check'
import { type Options, parse, print } from '../../index.ts'
import { Disagreement } from './disagreement.ts'

/** What every law may be told. */
export interface LawOptions extends Pick<Options, 'schema' | 'profile'> {
  /** Default: both */
  readonly dialect?: 'AIP-160' | 'regular expressions' | undefined
  /** How many cases are tried. Default: 10,000; of lists 1,000 */
  readonly runs?: number | undefined
  /** Finds again what a run with that seed has found. */
  readonly seed?: number | undefined
  /** Milliseconds that one call of the function under test may take. Default: 5,000 */
  readonly patience?: number | undefined
  /** Resources with values whose JSON type does not fit, which count as unset. Default: false */
  readonly wrongTypes?: boolean | undefined
}

/** What the verbs and the oracle take of the options. */
export const verbOptions = ({ schema, profile }: LawOptions): Options => ({ schema, profile })

/** What is wrong with a case, as lines to show; undefined when nothing is. */
export interface Flaw {
  readonly filter: string
  readonly lines: readonly string[]
  /** It took as long as patience lasts: smaller cases are not tried. */
  readonly isSlow?: boolean
}

interface Law<T> {
  readonly cases: fc.Arbitrary<T>
  readonly findFlaw: (example: T) => Promise<Flaw | undefined>
  /** What the case could be made smaller to. */
  readonly simpler: (example: T, options: LawOptions) => Iterable<T>
  /** Whether the filters have a meaning, so that the canonical text shows as much. */
  readonly canBePrinted?: (example: T) => boolean
}

/** How many smaller cases are tried. */
const mostTries = 3000

/** Tries cases until one has a flaw, and makes that as small as it can. @throws Disagreement */
export async function run<T extends { readonly filter: string }>(law: Law<T>, options: LawOptions): Promise<void> {
  const { runs = 10_000, seed } = options
  const found: { example: T; flaw: Flaw }[] = []
  const property = fc.asyncProperty(law.cases, async (example) => {
    const flaw = await law.findFlaw(example)
    if (flaw !== undefined) found.push({ example, flaw })
    return flaw === undefined
  })
  // Cases are made smaller here, since filter and resources have to be made so together.
  const settings = { numRuns: runs, endOnFailure: true, ...(seed !== undefined && { seed }) }
  const { seed: used } = await fc.check(property, settings)
  const [first] = found
  if (first === undefined) return
  throw new Disagreement({ ...(await makeSmaller(law, first.example, first.flaw, options)), seed: used })
}

async function makeSmaller<T extends { readonly filter: string }>(
  { findFlaw, simpler, canBePrinted = () => true }: Law<T>,
  example: T,
  flaw: Flaw,
  options: LawOptions,
): Promise<Flaw> {
  if (flaw.isSlow) return flaw
  if ((await findFlaw(example)) === undefined) {
    return { ...flaw, lines: [...flaw.lines, 'found once and not again: does it remember something?'] }
  }
  let smallest = { example, flaw }
  for (let tries = 0; tries < mostTries;) {
    let smaller: typeof smallest | undefined
    for (const candidate of simpler(smallest.example, options)) {
      if (tries++ >= mostTries) break
      const found = await findFlaw(candidate)
      if (found === undefined || found.isSlow) continue
      smaller = { example: candidate, flaw: found }
      break
    }
    if (smaller === undefined) break
    smallest = smaller
  }
  const { filter } = smallest.example
  if (!canBePrinted(smallest.example)) return smallest.flaw
  const printed = await findFlaw({ ...smallest.example, filter: print(parse(filter)) })
  return printed === undefined || printed.isSlow ? smallest.flaw : printed
}
