// Bundles for servers: built in one place, and run there and in another one, with a filter that needs RE2.
import { demand } from '../place.mjs'

/** Needs RE2: no other part of the library answers for `\p{Ll}`. */
const app = `
import { compile } from 'compute-filter'
console.log(compile('name eq "de\\\\p{Ll}.*"')({ name: 'debian-12' }))
`

/** The same, which needs no file. */
const loading = `
import { compile, loadRegexEngine } from 'compute-filter'
await loadRegexEngine(bytes)
console.log(compile('name eq "de\\\\p{Ll}.*"')({ name: 'debian-12' }))
`

/**
 * @param build makes the folder `out` with the program
 * @param program its name there
 */
const bundle = (name, { quick = false, packages, files = {}, build, program }) => ({
  name,
  quick,
  async run(place, check) {
    place.install(...packages)
    place.write({ 'app.mjs': app, ...files })
    await check('is built', () => build(place))
    const runs = (folder) => () => {
      const said = place.run(process.execPath, [`${folder}/${program}`], { cwd: '/' })
      demand(said === 'true\n', `it printed ${said}`)
    }
    await check('runs where it was built', runs(place.path('out')))
    place.moveOnly('out')
    await check('runs elsewhere', runs(place.moved))
  },
})

const esbuild = (format, program) => ({
  packages: ['esbuild'],
  program,
  build({ tool, copyBinary }) {
    tool('esbuild', ['app.mjs', '--bundle', '--platform=node', `--format=${format}`, `--outfile=out/${program}`])
    copyBinary('out')
  },
})

const rollup = (format, program) => ({
  packages: ['rollup', '@rollup/plugin-node-resolve'],
  program,
  build({ tool, copyBinary }) {
    tool('rollup', ['app.mjs', '--plugin', 'node-resolve', '--format', format, '--file', `out/${program}`, '--silent'])
    copyBinary('out')
  },
})

const rolldown = (format, program) => ({
  packages: ['rolldown'],
  program,
  build({ tool, copyBinary }) {
    tool('rolldown', ['app.mjs', '--platform', 'node', '--format', format, '--file', `out/${program}`])
    copyBinary('out')
  },
})

const webpack = (settings, program) => ({
  packages: ['webpack'],
  program,
  files: {
    'build.mjs': `
import webpack from 'webpack'
const settings = { mode: 'production', target: 'node20', entry: './app.mjs', ...${JSON.stringify(settings)} }
const output = { path: import.meta.dirname + '/out', filename: '${program}', ...settings.output }
webpack({ ...settings, output }, (error, stats) => {
  if (error) throw error
  if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString())
})
`,
  },
  build: ({ run }) => run(process.execPath, ['build.mjs']),
})

const parcel = {
  packages: ['parcel'],
  files: {
    'package.json': {
      private: true,
      source: 'app.mjs',
      main: 'out/app.js',
      engines: { node: '>=20' },
      targets: { main: { includeNodeModules: true } },
    },
  },
  program: 'app.js',
  build({ tool, copyBinary }) {
    tool('parcel', ['build', '--no-cache', '--no-source-maps'])
    copyBinary('out')
  },
}

export const bundlers = [
  bundle('esbuild, ESM', { quick: true, ...esbuild('esm', 'app.mjs') }),
  bundle('esbuild, CommonJS', { quick: true, ...esbuild('cjs', 'app.cjs') }),
  bundle('esbuild, all in one file', {
    packages: ['esbuild'],
    files: { 'app.mjs': `import bytes from 'compute-filter/re2.wasm'${loading}` },
    program: 'app.mjs',
    build({ tool }) {
      const options = [
        '--bundle',
        '--platform=node',
        '--format=esm',
        '--loader:.wasm=binary',
        '--target=node20',
        '--outfile=out/app.mjs',
      ]
      tool('esbuild', ['app.mjs', ...options])
    },
  }),
  bundle('Rollup, ESM', { quick: true, ...rollup('es', 'app.mjs') }),
  bundle('Rollup, CommonJS', rollup('cjs', 'app.cjs')),
  bundle('Rolldown, ESM', rolldown('esm', 'app.mjs')),
  bundle('Rolldown, CommonJS', rolldown('cjs', 'app.cjs')),
  bundle('webpack, CommonJS', { quick: true, ...webpack({}, 'app.cjs') }),
  bundle(
    'webpack, ESM',
    webpack({ experiments: { outputModule: true }, output: { module: true, chunkFormat: 'module' } }, 'app.mjs'),
  ),
  bundle('Vite SSR', {
    quick: true,
    packages: ['vite'],
    files: { 'vite.config.mjs': 'export default { ssr: { noExternal: true } }' },
    program: 'app.mjs',
    build({ tool, copyBinary }) {
      tool('vite', ['build', '--ssr', 'app.mjs', '--outDir', 'out', '--logLevel', 'warn'])
      copyBinary('out')
    },
  }),
  bundle('Parcel', parcel),
  bundle('Bun, bundled for Node', {
    packages: ['bun'],
    program: 'app.js',
    build({ tool, copyBinary }) {
      tool('bun', ['build', 'app.mjs', '--target=node', '--outdir=out'])
      copyBinary('out')
    },
  }),
]
