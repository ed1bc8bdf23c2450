// Every branch of src/ and grammar/ is taken by the tests, or stands in exceptions.json with its reason.
// Reads the report that `npm test` has just written; fails on a branch that is neither, and on an exception of no use.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

const root = new URL('../..', import.meta.url).pathname
const report = JSON.parse(readFileSync(`${root}coverage/coverage-final.json`, 'utf8'))
const exceptions = JSON.parse(readFileSync(`${root}test/coverage/exceptions.json`, 'utf8'))

/**
 * `list[index] ?? 0`, `places[index] ?? -1`, `text.codePointAt(0) ?? 0`: the index is in range, only the type of an
 * element does not know it.
 */
const isDefaultOfIndex = (type, before, text) =>
  type === 'binary-expr' &&
  /^(?:-?\d+|''|NaN|\[\])(?!\w)/.test(text) &&
  /(?:\]|\.(?:at|codePointAt)\([^()]*\)(?:\?\.\w+)?)\s*\?\?\s*$/.test(before)

const missing = []
let branches = 0
let defaults = 0
const unused = new Set(exceptions.map((_, index) => index))

for (const [path, { branchMap, b }] of Object.entries(report)) {
  const file = relative(root, path)
  if (!/^(?:src|grammar)\//.test(file)) continue
  const lines = readFileSync(path, 'utf8').split('\n')
  for (const [id, { type, locations, loc }] of Object.entries(branchMap)) {
    for (const [index, taken] of b[id].entries()) {
      branches++
      if (taken > 0) continue
      const { start, end } = locations[index]
      const line = lines[(start.line ?? loc.start.line) - 1]
      const text = start.line === undefined ? '' : line.slice(start.column, (start.line === end.line && end.column) || undefined)
      if (isDefaultOfIndex(type, line.slice(0, start.column ?? 0), text)) {
        defaults++
        continue
      }
      const exception = exceptions.findIndex((one) => one.file === file && line.includes(one.text))
      if (exception < 0) missing.push(`${file}:${start.line ?? loc.start.line} ${type}: ${line.trim()}`)
      unused.delete(exception)
    }
  }
}

for (const branch of missing) console.log(`not taken: ${branch}`)
for (const index of unused) console.log(`an exception of no use: ${exceptions[index].file}: ${exceptions[index].text}`)
console.log(
  `${branches} branches: ${missing.length} not taken, ${exceptions.length} exceptions (test/coverage/exceptions.json), ` +
    `${defaults} defaults of indexes that are in range`,
)
process.exitCode = missing.length + unused.size > 0 ? 1 : 0
