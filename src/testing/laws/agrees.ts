import { type Case, caseArbitrary } from '../arbitraries/case.ts'
import { createOracle } from '../oracle/index.ts'
import { showJson } from './disagreement.ts'
import { ask, type Flaw, type LawOptions, run } from './run.ts'
import { simplerFilters, simplerResources } from './simpler.ts'

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
    const decide = createOracle<object>(filter, options)
    for (const resource of resources) {
      const expected = decide(resource)
      const found = await ask(() => matches(filter, structuredClone(resource)))
      if (found === expected) continue
      const lines = [`resource: ${showJson(resource)}`, `expected: ${String(expected)}`, `found:    ${String(found)}`]
      return { filter, lines }
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
