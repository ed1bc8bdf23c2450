import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as noInstalledBinary from '../../src/regex/re2/no-installed-binary.ts'
import { fresh } from './fresh.ts'

const binary = readFileSync(createRequire(import.meta.url).resolve('re2-wasm/build/wasm/re2.wasm'))
const source = new URL('../../src/regex/re2/', import.meta.url)
const filter = 'name eq debia\\p{Ll}-\\d+'
const image = { name: 'debian-12' }

const beside = (folder: string | URL): string => new URL('re2.wasm', folder).href
const program = pathToFileURL('/srv/app/main.cjs')
const packages = ['compute-filter/re2.wasm', 're2-wasm/build/wasm/re2.wasm']

/** All places, in the order of the search. */
const places = [source, source, program, pathToFileURL('/srv/')].flatMap((folder) => [
  beside(folder),
  ...packages.map((name) => `${name} from ${beside(folder)}`),
])

/** A file system and packages with the binary in one place; returns the list that records the searched places. */
function binaryAt(there: string | undefined, found: () => Uint8Array = () => binary): string[] {
  const asked: string[] = []
  const node = {
    fs: {
      readFileSync: (path: URL | string) => {
        const place = String(path)
        asked.push(place)
        if (place === there) return found()
        throw new Error(`nothing at ${place}`)
      },
    },
    module: { createRequire: (from: URL) => ({ resolve: (name: string) => `${name} from ${from.href}` }) },
    url: { pathToFileURL },
  }
  vi.stubGlobal('process', {
    ...process,
    argv: ['node', '/srv/app/main.cjs'],
    cwd: () => '/srv',
    getBuiltinModule: (name: keyof typeof node) => node[name],
  })
  return asked
}

function causeOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return (error as Error).cause
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the installed binary', () => {
  it.each(places.map((place, index) => [place, index] as const))('is found at %s', async (place, index) => {
    const asked = binaryAt(place)
    const { compile } = await fresh()
    expect(compile(filter)(image)).toBe(true)
    // The two literal forms name one place here, so it is found the first time.
    expect(asked).toEqual(places.slice(0, places.indexOf(place) + 1))
    expect(places.indexOf(place)).toBe(index >= 3 && index < 6 ? index - 3 : index)
  })

  it('is missing when it is in no place, with the error for the first', async () => {
    const asked = binaryAt(undefined)
    const { compile, EngineNotLoadedError, validate } = await fresh()
    const folders = [source, program, pathToFileURL('/srv/')].map(beside).join(', ')
    const cause = new Error(`RE2 was found neither in an installed package nor at ${folders}`, {
      cause: new Error(`nothing at ${beside(source)}`),
    })
    expect(() => compile(filter)).toThrow(new EngineNotLoadedError({ obstacle: 'not-found', cause }))
    expect(asked).toEqual(places)
    expect(validate(filter)).toMatchObject([
      { code: 'engine-missing', help: expect.stringMatching(/^copy it from the folder `dist`/) as unknown },
    ])
  })

  it.each([
    ['no binary at all', [1, 2, 3], WebAssembly.CompileError],
    ['the binary of something else', [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], TypeError],
  ])('is missing when the file is %s', async (_, bytes, cause) => {
    binaryAt(places[0], () => new Uint8Array(bytes))
    const { compile, EngineNotLoadedError } = await fresh()
    expect(() => compile(filter)).toThrow(EngineNotLoadedError)
    expect(causeOf(() => compile(filter))).toBeInstanceOf(cause)
  })

  it('is not blamed where the program has used up the stack', async () => {
    const exhausted = new RangeError('Maximum call stack size exceeded')
    binaryAt(places[0], () => {
      throw exhausted
    })
    const { compile } = await fresh()
    expect(() => compile(filter)).toThrow(exhausted)
  })

  it('is missing without a working directory', async () => {
    binaryAt(undefined)
    const gone = new Error('ENOENT: no such file or directory, uv_cwd')
    const cwd = (): never => {
      throw gone
    }
    vi.stubGlobal('process', { ...process, cwd })
    const { compile } = await fresh()
    const folders = [source, program].map(beside).join(', ')
    expect(causeOf(() => compile(filter))).toHaveProperty(
      'message',
      `RE2 was found neither in an installed package nor at ${folders}`,
    )
  })

  it('is found from the folder of the program by a program without file', async () => {
    const asked = binaryAt(`${packages[0] ?? ''} from ${beside(pathToFileURL('/srv/'))}`)
    vi.stubGlobal('process', { ...process, argv: ['node'] })
    const { compile } = await fresh()
    expect(compile(filter)(image)).toBe(true)
    expect(asked).toContain(beside(pathToFileURL('/srv/')))
  })

  it.each<readonly [what: string, process: object | undefined]>([
    ['a process', undefined],
    ['modules', {}],
    ['any of the modules', { getBuiltinModule: () => undefined }],
    ...['fs', 'module', 'url'].map((missing): readonly [string, object] => {
      const { getBuiltinModule } = process
      return [
        missing,
        { ...process, getBuiltinModule: (name: 'fs') => (name === missing ? undefined : getBuiltinModule(name)) },
      ]
    }),
  ])('is not looked for without %s', async (_, surroundings) => {
    const { readInstalledBinary } = await import('../../src/regex/re2/installed-binary.ts')
    vi.stubGlobal('process', surroundings)
    expect(readInstalledBinary()).toBeUndefined()
  })

  it('is read from an address only where there are files', async () => {
    const { readLocalFile } = await import('../../src/regex/re2/installed-binary.ts')
    const { href } = new URL(import.meta.url)
    expect(readLocalFile(href)).toEqual(readFileSync(new URL(href)))
    vi.stubGlobal('process', {})
    expect(readLocalFile(href)).toBeUndefined()
    vi.stubGlobal('process', undefined)
    expect(readLocalFile(href)).toBeUndefined()
  })

  it('is not looked for in a bundle for browsers', () => {
    const { readInstalledBinary, readLocalFile } = noInstalledBinary
    const results: readonly unknown[] = [readInstalledBinary, readLocalFile].map((read) => read())
    expect(results).toEqual([undefined, undefined])
  })
})
