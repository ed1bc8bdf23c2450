import { readFileSync } from 'node:fs'

/** The collected images, where they are beside the project; undefined elsewhere. */
export const loadRealImages = () => loadResources('images')

/** The collected instances, where they are beside the project; undefined elsewhere. */
export const loadInstances = () => loadResources('instances')

function loadResources(kind) {
  let text
  try {
    text = readFileSync(new URL(`../../../shared/data/${kind}.ndjson`, import.meta.url), 'utf8')
  } catch {
    return undefined
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
