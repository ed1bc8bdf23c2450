import { measure } from 'mitata'

/*
 * The contestants of a case take turns, for several rounds, so that other work on the machine affects all of them.
 * Ratios within a round are the result.
 */

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** Each contestant's nanoseconds per run: the median of each round. */
export async function runRounds(contestants, { rounds = 5, milliseconds = 60 } = {}) {
  const options = { min_cpu_time: milliseconds * 1e6, min_samples: 3, warmup_samples: 1, inner_gc: false }
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contestants)) {
      const { p50 } = await measure(run, options)
      times[name].push(p50)
    }
  }
  return times
}

/** For each contestant the median ratio to the first of `base`, round by round, with minimum and maximum. */
export function ratiosTo(base, times) {
  return Object.fromEntries(
    Object.entries(times).map(([name, own]) => {
      const ratios = own.map((time, round) => time / times[base][round])
      return [name, { ratio: median(ratios), least: Math.min(...ratios), greatest: Math.max(...ratios) }]
    }),
  )
}

export const geometricMean = (numbers) =>
  Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length)
