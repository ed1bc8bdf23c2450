/**
 * The seeds with which each planted fault is looked for: in the long run those of `SEEDS`, in the short one a seed of its
 * own for each fault, the same every time. A rare fault may be missed by one run of 10,000 in some hundreds.
 */
const seedsOf = (index: number): readonly number[] => process.env.SEEDS?.split(',').map(Number) ?? [index + 1]

/** Each of the faults with each of its seeds. */
export const withSeeds = <T>(faults: Readonly<Record<string, T>>) =>
  Object.entries(faults).flatMap(([name, fault], index) => seedsOf(index).map((seed) => ({ name, fault, seed })))

/** For a law that has to find a fault: more time than the default, in which a busy machine may not come to it. */
export const unhurried = { seed: 1, withinMs: 10_000 }
