import { showJson } from './disagreement.ts'
import { numbered } from './listing.ts'
import type { ListedResource } from './listing.ts'

/** The maximum number of names shown on a line. */
const maxShown = 10

/** The resources as JSON, or if there are many, the expression that creates them. */
export function showResources(resources: readonly ListedResource[]): string {
  const length = String(resources.length)
  if (resources.length > maxShown && showJson(resources) === showJson(numbered(resources.length)))
    return `Array.from({ length: ${length} }, (_, index) => ({ name: \`image-\${index}\` }))`
  if (resources.length > 2 * maxShown) return `${length} resources, the first ${showJson(resources.slice(0, 3))}`
  return showJson(resources)
}

/** The names, or if there are many, their number and the first difference from the others. */
export function showNames(names: readonly unknown[], others: readonly unknown[]): string {
  if (names.length <= maxShown) return showJson(names)
  const count = `${String(names.length)} names`
  const at = names.findIndex((name, index) => name !== others[index])
  if (at < 0) return names.length === others.length ? count : `${count}, the first of the others`
  return `${count}, at ${String(at)} ${showJson(names[at])}`
}
