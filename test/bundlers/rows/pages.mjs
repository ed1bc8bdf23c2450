// Bundles for pages: what a page downloads must not hold RE2, nor may a file lie beside it that nothing asks for.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { demand } from '../place.mjs'

const page = `
import { compile } from 'compute-filter'
document.title = String(compile('name eq debian-.*')({ name: 'debian-12' }))
`
/** The 62 kB of the package check (test/package/check.mjs), and 2 kB for what a bundler adds and how it minifies. */
const maxBytes = 64_000

/** A page that loads RE2 from the file that its bundler emits. */
const loading = (address) => `
import { loadRegexEngine } from 'compute-filter'
${address}
await loadRegexEngine(address)
`

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** @param build makes the folder `out` of the page.mjs that is there */
const bundle = (name, { quick = false, packages, files = {}, address, build }) => ({
  name,
  quick,
  async run(place, check) {
    place.install(...packages)
    place.write({ 'page.mjs': page, ...files })
    build(place)
    await check('is small and has no RE2', () => {
      const found = filesBelow(place.path('out')).filter((file) => !file.endsWith('.html'))
      const size = found.map((file) => gzipSync(readFileSync(file)).length).reduce((sum, length) => sum + length, 0)
      demand(size <= maxBytes, `${found.join(', ')} have ${size} bytes`)
    })
    place.write({ 'page.mjs': loading(address) })
    build(place)
    await check('emits the file of RE2 for a page that loads it', () => {
      const found = filesBelow(place.path('out')).filter((file) => file.endsWith('.wasm'))
      demand(found.length === 1 && readFileSync(found[0]).length > 500_000, `it emitted ${found.join(', ')}`)
    })
  },
})

export const pages = [
  bundle('Vite, for pages', {
    quick: true,
    packages: ['vite'],
    files: { 'index.html': '<!doctype html><title></title><script type="module" src="/page.mjs"></script>' },
    address: "import address from 'compute-filter/re2.wasm?url'",
    build: ({ tool }) => tool('vite', ['build', '--outDir', 'out', '--target', 'esnext', '--logLevel', 'warn']),
  }),
  bundle('webpack, for pages', {
    packages: ['webpack'],
    files: {
      'build.mjs': `
import webpack from 'webpack'
const output = { path: import.meta.dirname + '/out', clean: true }
webpack({ mode: 'production', target: 'web', entry: './page.mjs', output, performance: false }, (error, stats) => {
  if (error) throw error
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString())
})
`,
    },
    address: "const address = new URL('compute-filter/re2.wasm', import.meta.url)",
    build: ({ run }) => run(process.execPath, ['build.mjs']),
  }),
  bundle('esbuild, for pages', {
    packages: ['esbuild'],
    address: "import address from 'compute-filter/re2.wasm'",
    build: ({ tool }) =>
      tool('esbuild', ['page.mjs', '--bundle', '--format=esm', '--minify', '--loader:.wasm=file', '--outdir=out']),
  }),
]
