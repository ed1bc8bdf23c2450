// The declarations of every entry, checked themselves (`skipLibCheck: false`), for each way to find them.
const source = `
import { compile, EngineNotLoadedError, FilterError, type Image, loadRegexEngine, type Schema, validate } from 'compute-filter'
import { createCollection } from 'compute-filter/collection'
import { listImages, type ListRequest } from 'compute-filter/list'
import { createDirectorySource, createNodeListener } from 'compute-filter/node'
import { re2jsEngine } from 'compute-filter/re2js'
import { createHandler, createMemorySource } from 'compute-filter/server'
import binary from 'compute-filter/re2.wasm'

const images: Image[] = [{ name: 'debian-12', diskSizeGb: 10n }]
export const found: Image[] = images.filter(compile('name = debian-*', { regexEngine: re2jsEngine }))
const diskSchema = { resource: 'Disk', fields: { sizeGb: { type: 'int64' } } } as const satisfies Schema
export const disks: boolean = compile('sizeGb > 5', { schema: diskSchema })({ sizeGb: '10' })
// @ts-expect-error a disk has no such field
compile('sizeGb > 5', { schema: diskSchema })({ sizeInGb: 5 })
export const codes: string[] = validate('nme = a').map(({ code }) => code)
export const isOurs = (error: unknown): boolean => error instanceof FilterError || error instanceof EngineNotLoadedError
export const count: number = createCollection(images).count('name:*')
export const request: ListRequest = { project: 'p', filter: 'name:*' }
export const listed: Promise<unknown> = listImages(images, request)
export const listener = createNodeListener(createHandler({ source: createMemorySource({ p: images }) }))
export const source = createDirectorySource('images')
export const loaded: Promise<unknown> = loadRegexEngine(binary)
`

const testing = `
import { compile, type Image } from 'compute-filter'
import { expectAgrees } from 'compute-filter/testing'

export const agreed: Promise<unknown> = expectAgrees((filter, resource) => compile(filter)(resource as Image))
`

const esModule = { package: { private: true, type: 'module' }, options: { lib: ['es2022'] } }
const node10 = { module: 'commonjs', moduleResolution: 'node', lib: ['es2022'], esModuleInterop: true }
const ways = [
  ['nodenext', { ...esModule, options: { module: 'nodenext', lib: ['es2022'] } }],
  ['nodenext, DOM', { ...esModule, options: { module: 'nodenext', lib: ['es2022', 'dom'] } }],
  ['nodenext, CommonJS', { options: { module: 'nodenext', lib: ['es2022'] } }],
  ['node16, CommonJS', { options: { module: 'node16', lib: ['es2022'] } }],
  ['bundler', { ...esModule, options: { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'] } }],
  // The declarations of fast-check themselves are not for this resolution.
  ['node10', { options: node10 }],
  ['node10, testing', { options: { ...node10, skipLibCheck: true } }],
]

const typeScript = (version, quick) => ({
  name: `TypeScript ${version}`,
  quick,
  async run(place, check) {
    const packageName = `typescript-${version}`
    place.install(packageName, '@types/node', 'fast-check', 're2js')
    const compiler = place.path(`node_modules/${packageName}/bin/tsc`)
    for (const [way, { package: manifest = { private: true }, options }] of ways) {
      const deprecated = version === '6.0' && way.startsWith('node10') ? { ignoreDeprecations: '6.0' } : {}
      const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }
      const compilerOptions = {
        target: 'es2022',
        types: ['node'],
        skipLibCheck: false,
        noEmit: true,
        ...strict,
        ...deprecated,
        ...options,
      }
      place.write({
        'program/package.json': manifest,
        'program/program.ts': source,
        'program/testing.ts': testing,
        'program/tsconfig.json': {
          compilerOptions,
          files: way === 'node10' ? ['program.ts'] : ['program.ts', 'testing.ts'],
        },
      })
      await check(way, () => place.run(process.execPath, [compiler, '--project', 'program']))
    }
  },
})

export const compilers = [
  typeScript('5.4', true),
  typeScript('5.7', false),
  typeScript('5.9', false),
  typeScript('6.0', true),
]
