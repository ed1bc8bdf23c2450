// A page whose policy has no `wasm-unsafe-eval`: RE2 is missing, and the error says what would help.
import { compile, EngineNotLoadedError, loadRegexEngine, validate } from 'compute-filter'
import { re2jsEngine } from 'compute-filter/re2js'

const images = [{ name: 'debian-12' }, { name: 'ubuntu-24' }]
const needingRe2 = 'name eq "debia\\p{Ll}.*"'
let reports = 0
document.addEventListener('securitypolicyviolation', () => reports++)

function errorOf(run) {
  try {
    run()
  } catch (error) {
    return error
  }
}
const isForbidden = (error) =>
  error instanceof EngineNotLoadedError &&
  error.obstacle === 'compiling-forbidden' &&
  /`wasm-unsafe-eval`.*`regexEngine: re2jsEngine`/.test(error.message)

const outcomes = {
  'compile says that the policy forbids RE2': isForbidden(errorOf(() => compile(needingRe2))),
  'validate says so, too': Array.from({ length: 10 }, () => validate(needingRe2)).every(
    ([{ code, help }]) => code === 'engine-missing' && help.includes('wasm-unsafe-eval'),
  ),
}
// Reports come when the page is idle.
await new Promise((resolve) => setTimeout(resolve, 500))
outcomes['eleven questions are one report'] = reports === 1
outcomes['loadRegexEngine rejects with it'] = isForbidden(await loadRegexEngine('/re2.wasm').catch((error) => error))
outcomes['common patterns need no engine'] = images.filter(compile('name eq "[a-z]+-12"')).length === 1
outcomes['re2js needs no WebAssembly'] = images.filter(compile(needingRe2, { regexEngine: re2jsEngine })).length === 1

globalThis.outcomes = { 'strict page': outcomes }
