import { expect, it } from 'vitest'
import { defaultLimits } from '../../src/limits.ts'
import { measureBy } from '../../src/regex/cost/measure-by.ts'
import { createPatterns, defaultEngine, isFailure } from '../../src/regex/index.ts'
import { matchedLength } from '../../src/regex/pattern-budget.ts'
import { readPattern } from '../../src/regex/syntax/read-pattern.ts'

/*
 * Every kind of atom, operator and flag, chained up to 500 times before a tail that makes a new state of nearly each
 * character: what a match takes, against what the cost model says. It says 0.4 µs for each unit of the width.
 */

const microsecondsOfWidth = 0.4
const rounds = 4

const atoms = [
  ...['a', '[ab]', '[^x]', '.', '(?s).', '\\d', '\\w', '\\W', '\\b', '\\B', '^', '$', '\\A', '\\z', '(?m)^', '(?m)$'],
  ...['(?i)k', '(?i)[a-z]', '\\pL', '\\p{Greek}', '\\p{Thai}', '[^\\p{Thai}]', '[[:alpha:]]', '[[:^digit:]]', '\\x61'],
  ...['\\Qa\\E', '(a)', '(?P<n>a)', '(?:a|b)', '(?:a|)', '(?:|a)', '|', '(?:a|bb)', 'a?', 'a*', 'a+', 'a??', '(?U)a*'],
  ...[
    '.{100}',
    '\\b.{100}',
    '(?:a*)*',
    '(?:a?b?)?',
    'a{2}',
    'a{0,3}',
    '(?:ab){1,2}',
    'é',
    '😀',
    '\\C',
    '(?:\\b|\\B)',
    '(?:\\ba)?',
    '(?:^|a)',
  ],
]
const counts = [1, 3, 10, 30, 60, 100, 170, 250, 340, 490]
const shapes: readonly ((chain: string) => string)[] = [
  (chain) => `(?:a|b|(?:${chain}c))*a[ab]{18}`,
  (chain) => `(?:a|b|(?:${chain}))*a[ab]{18}c?`,
  (chain) => `(?:[ab]|${chain}a)*a[ab]{18}`,
  (chain) => `(?:${chain}[ab])*`,
  (chain) => `.*(?:${chain}).*`,
  (chain) => `\\b${chain}`,
]

function letters(length: number, seed: number): string {
  let state = seed
  const next = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) >> 16
  return Array.from({ length }, () => (next() % 2 === 0 ? 'a' : 'b')).join('')
}

/** Microseconds of the CPU for each unit, at best of some rounds with other texts. */
function measure(test: (text: string) => boolean, length: number): number {
  const times = Array.from({ length: rounds }, (_, round) => {
    const texts = Array.from({ length: Math.ceil(matchedLength / length) }, (_, at) =>
      letters(length, 1 + round * 1000 + at),
    )
    const started = process.cpuUsage()
    for (const text of texts) test(text)
    const { user, system } = process.cpuUsage(started)
    return (user + system) / (texts.length * length)
  })
  return Math.min(...times)
}

it.each([63, matchedLength])(
  'a unit of a text of %d costs no more than the model says',
  (length) => {
    let measured = 0
    let refused = 0
    const worst = { ratio: 0, pattern: '' }
    // What the process takes before it has compiled the matching of strings and automata is not in the model.
    for (const warm of ['.*a.*', '.*a.{20}'])
      for (let round = 0; round < 20; round++) {
        const patterns = createPatterns(defaultEngine, defaultLimits)
        const compiled = patterns.compile(`${warm}${String(round)}?`)
        if (!isFailure(compiled)) measure((text) => compiled.test(text), length)
        patterns.free()
      }
    for (const atom of atoms) {
      for (const count of counts) {
        const names = /\(\?P<n>/g
        for (const shape of shapes) {
          let number = 0
          const pattern = shape(atom.repeat(count)).replace(names, () => `(?P<n${String(number++)}>`)
          const tree = readPattern(pattern)
          const patterns = createPatterns(defaultEngine, defaultLimits)
          const compiled = patterns.compile(pattern)
          if (isFailure(tree) || isFailure(compiled)) {
            refused++
            continue
          }
          measured++
          const cost = measureBy(defaultEngine(), pattern, tree)
          const width = Math.min(cost.width, cost.sharpenWidth())
          const ratioOnce = () => measure((text) => compiled.test(text), length) / (width * microsecondsOfWidth)
          let ratio = ratioOnce()
          // Something else may have been in the way.
          for (let again = 0; again < 3 && ratio >= 1; again++) ratio = Math.min(ratio, ratioOnce())
          if (ratio > worst.ratio) Object.assign(worst, { ratio, pattern })
          patterns.free()
        }
      }
    }
    console.log(
      `${String(measured)} patterns measured, ${String(refused)} refused; the worst: ${JSON.stringify(worst)}`,
    )
    expect(measured).toBeGreaterThan(1000)
    expect(worst.ratio, worst.pattern).toBeLessThan(1)
  },
  600_000,
)
