import { type Case, caseArbitrary } from '../arbitraries/case.ts'
import { createOracle } from '../oracle/index.ts'
import { ask } from './ask.ts'
import { showJson } from './disagreement.ts'
import type { Violation, Law } from './law.ts'
import { checkLawOptions, type LawOptions, type LawReport, verbOptions } from './options.ts'
import { run } from './run.ts'
import { simplerResources } from './simpler-resources.ts'
import { simplerFilters } from './simpler.ts'
import { failureOf, wordsFor } from './verdict.ts'

/**
 * Asserts that your matcher agrees with the oracle on random filters and resources. Works with any test runner, within
 * the default time limit of most (5 seconds); `{ withinMs: Infinity, runs: 20_000 }` tries more.
 *
 * @param matches your matcher; it returns a boolean or a promise of one
 * @returns how many cases were tried
 * @throws DisagreementError with the smallest filter and resource, both verdicts, and the seed
 * @throws LawError when the law itself fails, or tries too few cases in its time
 * @throws TypeError when an option is wrong
 * @example await expectAgrees((filter, image) => myFilter(filter).test(image))
 */
export async function expectAgrees(
  matches: (filter: string, resource: object) => boolean | Promise<boolean>,
  options: LawOptions = {},
): Promise<LawReport> {
  checkLawOptions(options)
  return run(() => createLaw(matches, options), options)
}

function createLaw(matches: Parameters<typeof expectAgrees>[0], options: LawOptions): Law<Case> {
  async function findViolation({ filter, resources }: Case): Promise<Violation | undefined> {
    const decide = createOracle<object>(filter, verbOptions(options))
    for (const resource of resources) {
      const expected = decide(resource)
      const given = structuredClone(resource)
      const said = await ask(matches, [filter, given], options.timeoutMs)
      if ('value' in said && said.value === expected) continue
      const found = 'value' in said ? wordsFor(said.value) : failureOf(said).words
      const lines = [`resource: ${showJson(resource)}`, `expected: ${String(expected)}`, `found:    ${found}`]
      return { filter, lines, isSlow: 'silentForMs' in said }
    }
    return undefined
  }
  return {
    cases: caseArbitrary(options),
    findViolation,
    simpler: (example) => simplerCases(example, options),
    show: ({ resources }) => [`resources: ${showJson(resources)}`],
  }
}

function* simplerCases({ filter, resources }: Case, options: LawOptions): Iterable<Case> {
  if (resources.length > 1) for (const resource of resources) yield { filter, resources: [resource] }
  for (const smaller of simplerFilters(filter, options)) yield { filter: smaller, resources }
  for (const smaller of resources.flatMap(simplerResources)) yield { filter, resources: [smaller] }
}
