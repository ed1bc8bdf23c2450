// Rolls the declarations up, for either kind of module: a file for each entry, and `types/` for what several share.
// Declarations that no entry shows are left out.
import { writeFile } from 'node:fs/promises'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'
import { entries } from './rolldown.config.js'

/** `/// <reference …>` counts at the top of a file only. */
const referencesFirst = {
  name: 'references-first',
  renderChunk(code) {
    const found = code.match(/^\/\/\/ <reference lib="[\w.]+"/gm) ?? []
    const rest = code.replace(/^\/\/\/ <reference .*\n/gm, '')
    return [...new Set(found)].map((reference) => `${reference} />\n`).join('') + rest
  },
}

const bundle = await rollup({
  input: entries,
  external: [/^node:/, 'fast-check', 're2js'],
  plugins: [dts({ tsconfig: 'tsconfig.build.json' }), referencesFirst],
  onLog: (_, { message }) => {
    throw new Error(message)
  },
})
for (const extension of ['ts', 'cts']) {
  await bundle.write({
    dir: 'dist',
    entryFileNames: `[name].d.${extension}`,
    chunkFileNames: `types/[name].d.${extension}`,
  })
}
await bundle.close()

// The types of the resources once, for both kinds of module: an ES module may take types from CommonJS.
const types = await rollup({
  input: { resources: 'src/resources/generated/types.ts' },
  plugins: [dts({ tsconfig: 'tsconfig.build.json' })],
})
await types.write({ dir: 'dist', entryFileNames: 'types/[name]-types.d.cts' })
await types.close()

for (const [extension, library] of [
  ['ts', './index.js'],
  ['cts', './index.cjs'],
]) {
  await writeFile(
    `dist/re2.wasm.d.${extension}`,
    `import type { EngineSource } from '${library}'

/** What the bundler makes of the file: its address, its bytes or the compiled module. For \`loadRegexEngine\`. */
declare const source: EngineSource
export default source
`,
  )
}
