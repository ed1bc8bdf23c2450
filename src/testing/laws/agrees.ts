import { type Case, caseArbitrary } from '../arbitraries/case.ts'
import { createOracle } from '../oracle/index.ts'
import { ask, describeFailure } from './ask.ts'
import { showJson } from './disagreement.ts'
import { type Flaw, type LawOptions, run, verbOptions } from './run.ts'
import { simplerResources } from './simpler-resources.ts'
import { simplerFilters } from './simpler.ts'

/**
 * Whether a matcher of yours says of every filter and resource what the oracle says. Works with any test runner.
 *
 * @param matches your verdict, at once or as a promise
 * @throws Disagreement with the smallest filter and resource, both verdicts, and the seed
 * @example await expectAgrees((filter, image) => myFilter(filter).test(image))
 */
export async function expectAgrees(
  matches: (filter: string, resource: object) => boolean | Promise<boolean>,
  options: LawOptions = {},
): Promise<void> {
  async function findFlaw({ filter, resources }: Case): Promise<Flaw | undefined> {
    const decide = createOracle<object>(filter, verbOptions(options))
    for (const resource of resources) {
      const expected = decide(resource)
      const said = await ask(() => matches(filter, structuredClone(resource)), options.patience)
      if ('value' in said && said.value === expected) continue
      const found = 'value' in said ? String(said.value) : describeFailure(said)
      const lines = [`resource: ${showJson(resource)}`, `expected: ${String(expected)}`, `found:    ${found}`]
      return { filter, lines, isSlow: 'silentFor' in said }
    }
    return undefined
  }
  await run({ cases: caseArbitrary(options), findFlaw, simpler }, options)
}

function* simpler({ filter, resources }: Case, options: LawOptions): Iterable<Case> {
  if (resources.length > 1) for (const resource of resources) yield { filter, resources: [resource] }
  for (const smaller of simplerFilters(filter, options)) yield { filter: smaller, resources }
  for (const smaller of resources.flatMap(simplerResources)) yield { filter, resources: [smaller] }
}
