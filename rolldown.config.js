import { dirname, resolve } from 'node:path'
import { defineConfig } from 'rolldown'

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
  output: { dir: 'dist', cleanDir: true, chunkFileNames: 'chunks/[name].js' },
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
  plugins: [builtLibrary],
  output: { dir: 'dist', chunkFileNames: 'cli-[name].js' },
})

/** For those who work on the grammar; not shipped. */
export const diagrams = defineConfig({
  input: { diagrams: 'grammar/diagrams/generate.ts' },
  platform: 'node',
  output: { dir: 'dist' },
})

export default [library, programs]
