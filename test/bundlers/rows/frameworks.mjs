// Next.js, traced and moved; pnpm, which hoists nothing; and workerd, which has no file system and compiles nothing.
import { cpSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { demand } from '../place.mjs'

const route = `
import { compile } from 'compute-filter'
export const dynamic = 'force-dynamic'
export const GET = () => new Response(String(compile('name eq "de\\\\p{Ll}.*"')({ name: 'debian-12' })))
`
const page = `
import { compile } from 'compute-filter'
export const dynamic = 'force-dynamic'
export default function Page() {
  return <p>{String(compile('name eq "ub\\\\p{Ll}.*"')({ name: 'debian-12' }))}</p>
}
`
const layout = `
export default function Layout({ children }) {
  return <html><body>{children}</body></html>
}
`

const next = (name, builder, settings = {}) => ({
  name,
  async run(place, check) {
    place.install('next', 'react', 'react-dom')
    place.write({
      'app/layout.js': layout,
      'app/page.js': page,
      'app/api/route.js': route,
      'next.config.mjs': `export default ${JSON.stringify({ output: 'standalone', outputFileTracingRoot: place.built, ...settings })}`,
    })
    await check('is built', () =>
      place.tool('next', ['build', builder], { env: { NEXT_TELEMETRY_DISABLED: '1', CI: 'true' } }),
    )
    const answers = async (folder) => {
      const [fromRoute, fromPage] = await place.ask(process.execPath, ['server.js'], ['/api', '/'], { cwd: folder })
      demand(fromRoute === '200 true', `the route answers ${fromRoute}`)
      demand(fromPage.startsWith('200') && fromPage.includes('<p>false</p>'), `the page is ${fromPage}`)
    }
    await check('answers where it was built', () => answers(place.path('.next/standalone')))
    place.moveOnly('.next/standalone')
    await check('answers elsewhere, from what was traced', () => answers(place.moved))
  },
})

const app = `
import { compile } from 'compute-filter'
console.log(compile('name eq "de\\\\p{Ll}.*"')({ name: 'debian-12' }))
`

const tracer = {
  name: '@vercel/nft',
  async run(place, check) {
    place.install('@vercel/nft')
    place.write({
      'import.mjs': app,
      'require.cjs': app.replace(/import (.*) from (.*)/, 'const $1 = require($2)'),
      'trace.mjs': `
import { nodeFileTrace } from '@vercel/nft'
const { fileList } = await nodeFileTrace([process.argv[2]])
console.log([...fileList].filter((file) => file.endsWith('.wasm')).join())
`,
    })
    for (const program of ['import.mjs', 'require.cjs']) {
      await check(`traces the file of RE2 from ${program}`, () => {
        const traced = place.run(process.execPath, ['trace.mjs', program])
        demand(traced === 'node_modules/compute-filter/dist/re2.wasm\n', `it traced ${traced}`)
      })
    }
  },
}

const pnpm = {
  name: 'pnpm',
  async run(place, check) {
    place.install('pnpm', 'esbuild')
    // What npm has installed are the tools; the program is in a folder below, as pnpm lays it out.
    place.write({
      'program/package.json': { private: true },
      'program/app.mjs': app,
      'program/.npmrc': 'hoist=false\n',
    })
    const folder = place.path('program')
    place.tool('pnpm', ['add', '--dir', folder, '--store-dir', place.path('store'), place.tarball])
    renameSync(place.path('node_modules/compute-filter'), place.path('compute-filter'))
    const runs = (program, cwd) => {
      const said = place.run(process.execPath, [program], { cwd })
      demand(said === 'true\n', `it printed ${said}`)
    }
    await check('the installed package runs', () => runs('app.mjs', folder))
    place.tool('esbuild', [
      'program/app.mjs',
      '--bundle',
      '--platform=node',
      '--format=cjs',
      '--outfile=program/out/app.cjs',
    ])
    cpSync(join(folder, 'node_modules/compute-filter/dist/re2.wasm'), join(folder, 'out/re2.wasm'))
    await check('a bundle runs where it was built', () => runs(join(folder, 'out/app.cjs'), '/'))
    place.moveOnly('program/out')
    await check('a bundle runs elsewhere', () => runs(join(place.moved, 'app.cjs'), '/'))
  },
}

const worker = `
import wasm from 'compute-filter/re2.wasm'
import { compile, loadRegexEngine } from 'compute-filter'
import { createHandler, createMemorySource } from 'compute-filter/server'

const filter = 'name eq "de\\\\p{Ll}.*"'
const said = () => {
  try { return String(compile(filter)({ name: 'debian-12' })) } catch (error) { return error.name + ' ' + error.obstacle }
}
const source = createMemorySource({ p: [{ name: 'debian-12' }, { name: 'ubuntu-24' }] })
const handle = createHandler({ source, authorize: () => 'allow' })

export default {
  async fetch(request) {
    if (new URL(request.url).pathname !== '/') return handle(request)
    const before = said()
    await loadRegexEngine(wasm)
    return new Response(before + ' ' + said())
  },
}
`

const workerd = {
  name: 'workerd',
  async run(place, check) {
    place.install('esbuild', 'miniflare', 'node-24')
    place.write({
      'worker.mjs': worker,
      'start.mjs': `
import { Miniflare } from 'miniflare'
const modulesRules = [{ type: 'ESModule', include: ['**/*.mjs'] }, { type: 'CompiledWasm', include: ['**/*.wasm'] }]
const miniflare = new Miniflare({ modules: true, scriptPath: process.argv[2] + '/worker.mjs', modulesRoot: process.argv[2], modulesRules, compatibilityDate: '2026-01-01' })
const ask = async (path) => (await miniflare.dispatchFetch('http://localhost' + path)).text()
console.log(await ask('/'))
console.log(await ask('/compute/v1/projects/p/global/images?filter=name%20eq%20%22deb%5Cp%7BLl%7D.*%22&fields=items'))
await miniflare.dispose()
`,
    })
    const conditions = '--conditions=workerd,worker,browser'
    place.tool('esbuild', [
      'worker.mjs',
      '--bundle',
      '--format=esm',
      '--platform=browser',
      conditions,
      '--loader:.wasm=copy',
      '--out-extension:.js=.mjs',
      '--outdir=out',
    ])
    const node = place.path('node_modules/node-24/bin/node')
    await check('filters, once it has the compiled module', () => {
      const [before, ...answer] = place.run(node, ['start.mjs', place.path('out')]).split('\n')
      demand(before === 'EngineNotLoadedError compiling-forbidden true', `it said ${before}`)
      demand(answer.join('').replace(/\s/g, '') === '{"items":[{"name":"debian-12"}]}', `it answered ${answer}`)
    })
  },
}

export const frameworks = [
  next('Next.js standalone, Turbopack', '--turbopack'),
  next('Next.js standalone, webpack', '--webpack', { serverExternalPackages: ['compute-filter'] }),
  tracer,
  pnpm,
  workerd,
]
