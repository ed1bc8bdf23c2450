import { createRandom } from '../data/images.mjs'

/*
 * Many short runs in random order, and the least time of each: a run takes well under a millisecond, so some are
 * disturbed by nothing else. For questions that are asked side by side in one process.
 */

/** The least nanoseconds of a run, for each of the runs. */
export function runInTurns(runs, { turns = 300, seed = 1 } = {}) {
  const random = createRandom(seed)
  const least = runs.map(() => Infinity)
  const order = runs.map((_, at) => at)
  for (let turn = 0; turn < turns; turn++) {
    shuffle(order, random)
    for (const at of order) {
      const start = process.hrtime.bigint()
      runs[at]()
      least[at] = Math.min(least[at], Number(process.hrtime.bigint() - start))
    }
  }
  return least
}

function shuffle(list, random) {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[list[at], list[other]] = [list[other], list[at]]
  }
}
