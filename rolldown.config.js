import { defineConfig } from 'rolldown'

/** Everything that others import: no module of Node's may get into it. */
const library = defineConfig({
  input: {
    index: 'src/index.ts',
    collection: 'src/collection/index.ts',
    list: 'src/list/index.ts',
    re2js: 'src/re2js.ts',
    testing: 'src/testing/index.ts',
  },
  platform: 'neutral',
  external: ['fast-check', 're2js'],
  output: { dir: 'dist', cleanDir: true, chunkFileNames: 'chunks/[name].js' },
})

// The programs take the library as it is built, so that nothing made for Node alone can get into it. Their files all
// lie beside index.js, for that import.
const builtLibrary = {
  name: 'built-library',
  resolveId: (source) => (source === '../index.ts' ? { id: './index.js', external: true } : null),
}

const programs = defineConfig({
  input: { cli: 'src/cli/main.ts', demo: 'src/cli/demo.ts' },
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
