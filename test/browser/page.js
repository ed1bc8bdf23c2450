// Filters in a page or a worker, and reports which of these statements hold.
import { compile, FilterError, loadRegexEngine, validate } from 'compute-filter'
import { createCollection } from 'compute-filter/collection'
import { re2jsEngine } from 'compute-filter/re2js'

const images = [{ name: 'debian-12' }, { name: 'ubuntu-24' }]
const needingRe2 = 'name eq "debia\\p{Ll}.*"'
const count = (filter, options) => images.filter(compile(filter, options)).length

export async function tellOutcomes() {
  const outcomes = {
    'comparisons need no engine': count('name = debian-*') === 1,
    'common patterns need no engine': count('name eq "(debian|ubuntu)-\\d+"') === 2,
    're2js needs no WebAssembly': count(needingRe2, { regexEngine: re2jsEngine }) === 1,
    'RE2 is asked for before it is used': errorOf(() => compile(needingRe2)).includes('loadRegexEngine'),
    'a FilterError shows the place': errorOf(() => compile('nme = x')).includes('^^^'),
    'a collection answers': createCollection(images).filter('name:*').length === 2,
  }
  const module = await loadRegexEngine('/re2.wasm')
  return {
    ...outcomes,
    'RE2 is loaded': module instanceof WebAssembly.Module,
    'RE2 matches': count(needingRe2) === 1,
    'RE2 rejects': validate('name eq "("')[0]?.code === 'invalid-pattern',
    'nothing is evaluated from text': errorOf(() => globalThis.eval('1')).includes('EvalError'),
  }
}

function errorOf(run) {
  try {
    run()
    return 'none'
  } catch (error) {
    return error instanceof FilterError ? error.toString() : String(error)
  }
}
