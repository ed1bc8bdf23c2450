import { execFileSync } from 'node:child_process'
import { parse, validate, walk } from '../../dist/index.js'
import { loadFilters } from '../data/filters.mjs'

const clauseOf = (pattern) => `name eq "${pattern.replaceAll('"', '\\"')}"`

/** The distinct patterns of the collected filters; undefined if these are not beside the project. */
export function loadRealPatterns() {
  const { filters, source } = loadFilters()
  if (!source.startsWith('collected')) return undefined
  const patterns = new Set()
  for (const filter of filters) {
    let tree
    try {
      tree = parse(filter)
    } catch {
      continue
    }
    walk(tree, {
      restriction({ comparator, arg }) {
        if (comparator.symbol === 'eq' || comparator.symbol === 'ne') patterns.add(arg.text)
      },
    })
  }
  return [...patterns].filter((pattern) => validate(clauseOf(pattern)).length === 0)
}

/** The number of patterns that need RE2: those that fail without it. */
export function countNeedingRe2(patterns) {
  const program = `
    process.getBuiltinModule = undefined
    const { EngineNotLoadedError, validate } = await import(process.argv[1])
    const needsRe2 = (pattern) => {
      try {
        validate('name eq "' + pattern.replaceAll('"', '\\\\"') + '"')
        return false
      } catch (error) {
        if (error instanceof EngineNotLoadedError) return true
        throw error
      }
    }
    console.log(JSON.parse(process.argv[2]).filter(needsRe2).length)`
  const library = new URL('../../dist/index.js', import.meta.url).href
  const options = ['--input-type=module', '--eval', program, library, JSON.stringify(patterns)]
  return Number(execFileSync(process.execPath, options, { encoding: 'utf8' }))
}
