import { showJson } from './disagreement.ts'
import { numbered } from './listing.ts'
import type { ListedResource } from './listing.ts'

/** More of them are not read off a line. */
const maxShown = 10

/** The resources as JSON, or where there are many, the program that makes them. */
export function showResources(resources: readonly ListedResource[]): string {
  const length = String(resources.length)
  if (resources.length > maxShown && showJson(resources) === showJson(numbered(resources.length)))
    return `Array.from({ length: ${length} }, (_, index) => ({ name: \`image-\${index}\` }))`
  return showJson(resources)
}

/** The names, or where there are many, how many and where they begin to differ from the others. */
export function showNames(names: readonly unknown[], others: readonly unknown[]): string {
  if (names.length <= maxShown) return showJson(names)
  const count = `${String(names.length)} names`
  const at = names.findIndex((name, index) => name !== others[index])
  if (at < 0) return names.length === others.length ? count : `${count}, the first of the others`
  return `${count}, at ${String(at)} ${showJson(names[at])}`
}
