import { readFileSync } from 'node:fs'

/*
 * Filters of real programs if they are beside the project, otherwise those of the match suite and the conformance
 * suite. Only filters that are valid for images.
 */

const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

export function loadFilters() {
  try {
    const filters = json('../../../shared/data/real-filters.json')
    return { filters: filters.map(({ filter }) => filter), source: 'collected from real programs' }
  } catch {
    const { cases } = json('../../src/testing/conformance/cases.json')
    const filters = cases.flatMap(({ schema, filter, matches }) => (!schema && matches && filter ? [filter] : []))
    return { filters, source: 'of the conformance suite, since the collected ones are not beside the project' }
  }
}
