import { readFileSync } from 'node:fs'

/*
 * Filters as programs send them: the collected ones where they lie beside the project, otherwise those of the match suite
 * and of the conformance suite. Only what is accepted for images, so that there is something to compile.
 */

const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

export function loadFilters() {
  try {
    const filters = json('../../../shared/data/real-filters.json')
    return { filters: filters.map(({ filter }) => filter), source: 'collected from real programs' }
  } catch {
    const { cases } = json('../../src/testing/conformance/cases.json')
    const filters = cases.flatMap(({ filter, matches }) => (matches && filter ? [filter] : []))
    return { filters, source: 'of the conformance suite, since the collected ones are not beside the project' }
  }
}
