// What a bundler takes for a browser, where there is no file system: it reads nothing by itself.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { default: settings } = await import('compute-filter/package.json', { with: { type: 'json' } })
const folder = new URL('.', import.meta.resolve('compute-filter/package.json'))
const { compile, loadRegexEngine } = await import(new URL(settings.exports['.'].import.default, folder))

process.getBuiltinModule = undefined // as in a browser

const image = { name: 'debian-12' }
const pattern = 'name eq "debia\\p{Ll}-.*"'
assert.equal(compile('name = debian-*')(image), true, 'the AIP-160 dialect needs no engine')
assert.throws(() => compile(pattern), /loadRegexEngine/)

await loadRegexEngine(readFileSync(createRequire(import.meta.url).resolve('compute-filter/re2.wasm')))
assert.equal(compile(pattern)(image), true)
