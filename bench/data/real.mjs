import { readFileSync } from 'node:fs'

/** The collected images; undefined if they are not beside the project. */
export function loadRealImages() {
  let text
  try {
    text = readFileSync(new URL('../../../shared/data/images.ndjson', import.meta.url), 'utf8')
  } catch {
    return undefined
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
