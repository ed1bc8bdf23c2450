import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'rolldown'

/*
 * The matcher with a part left out. It is bundled from the sources each time, so that the engine learns about each bundle
 * apart from all others. A rewrite is left out of the list; in the place of a module comes a plain one of `without/`.
 */

const sources = fileURLToPath(new URL('../../src/', import.meta.url))
const plain = new URL('without/', import.meta.url)

/** The modules that can be left out: `fastVerdicts` is src/matcher/fast-verdicts.ts. */
export const modules = readdirSync(plain).map((file) => file.replace('.ts', ''))

const entry = `
  import { preparePlan } from '${sources}compile.ts'
  import { createMatcher } from '${sources}matcher/create-matcher.ts'
  import { rewrites } from '${sources}matcher/rewrites/index.ts'
  export const names = Object.keys(rewrites)
  export const createCompiler = (without) => {
    const applied = Object.entries(rewrites).flatMap(([name, rewrite]) => (name === without ? [] : [rewrite]))
    return (filter, options) => createMatcher(preparePlan(filter, options).plan, applied)
  }
`

const standIns = (without) => ({
  name: 'stand-ins',
  resolveId(source) {
    if (source === 'matcher') return source
    const isLeftOut = modules.includes(without) && source.endsWith(`/${kebab(without)}.ts`)
    return isLeftOut ? fileURLToPath(new URL(`${without}.ts`, plain)) : null
  },
  load: (id) => (id === 'matcher' ? entry : null),
})

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * A compiler of filters, and the names of all rewrites.
 *
 * @param without the name of a rewrite or of a module; none by default
 */
export async function loadMatcher(without) {
  const folder = await mkdtemp(join(tmpdir(), 'matcher-'))
  try {
    const file = join(folder, 'matcher.mjs')
    await build({
      input: 'matcher',
      platform: 'node',
      logLevel: 'silent',
      resolve: { mainFields: ['module', 'main'] },
      plugins: [standIns(without)],
      output: { file, format: 'esm', codeSplitting: false },
    })
    const { createCompiler, names } = await import(pathToFileURL(file))
    return { compile: createCompiler(without), rewrites: names }
  } finally {
    await rm(folder, { recursive: true })
  }
}
