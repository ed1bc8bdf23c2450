import { dirname, resolve } from 'node:path'
import { defineConfig } from 'rolldown'

// The cases are shipped once, beside the files that import them.
const conformanceCases = {
  name: 'conformance-cases',
  resolveId: (source) => (source === './cases.json' ? { id: './conformance.json', external: true } : null),
}

/** What others import: no module of Node's may get into it. */
const parts = {
  index: 'src/index.ts',
  collection: 'src/collection/index.ts',
  list: 'src/list/index.ts',
  re2js: 'src/re2js.ts',
  server: 'src/server/index.ts',
  testing: 'src/testing/index.ts',
}
const library = defineConfig({
  input: parts,
  platform: 'neutral',
  // What some packages have instead of `exports`.
  resolve: { mainFields: ['module', 'main'] },
  external: ['fast-check', 're2js'],
  plugins: [conformanceCases],
  output: {
    dir: 'dist',
    cleanDir: true,
    chunkFileNames: 'chunks/[name].js',
    // Apart, so that a bundler leaves out the grammar where only the schema or the errors are used.
    codeSplitting: {
      groups: [
        { name: 'tree', test: /[\\/]src[\\/](?:ast|diagnostics)[\\/]|[\\/]leven[\\/]/, priority: 2 },
        { name: 'grammar', test: /[\\/]grammar[\\/]|chevrotain/, priority: 1 },
      ],
    },
  },
})

// What is for Node takes the library as it is built, so that nothing made for Node alone can get into it. The files all
// lie beside index.js, for that import.
const builtParts = new Map(Object.entries(parts).map(([name, file]) => [resolve(file), `./${name}.js`]))
const builtLibrary = {
  name: 'built-library',
  resolveId(source, importer) {
    const id = importer !== undefined && builtParts.get(resolve(dirname(importer), source))
    return id ? { id, external: true } : null
  },
}

const programs = defineConfig({
  input: { node: 'src/node/index.ts', cli: 'src/cli/main.ts', demo: 'src/cli/demo.ts' },
  platform: 'node',
  plugins: [builtLibrary, conformanceCases],
  output: { dir: 'dist', chunkFileNames: 'cli-[name].js' },
})

/** For those who work on the grammar; not shipped. */
export const diagrams = defineConfig({
  input: { diagrams: 'grammar/diagrams/generate.ts' },
  platform: 'node',
  output: { dir: 'dist' },
})

export default [library, programs]
