import { defineConfig } from 'rolldown'

const library = defineConfig({
  input: { index: 'src/index.ts', node: 'src/node.ts' },
  platform: 'neutral',
  external: [/^node:/],
  output: { dir: 'dist', cleanDir: true, chunkFileNames: 'chunks/[name].js' },
})

// The programs take the library as it is built, so that nothing made for Node alone can get into it. Their files all
// lie beside node.js, for that import.
const builtLibrary = {
  name: 'built-library',
  resolveId: (source) => (source === '../node.ts' ? { id: './node.js', external: true } : null),
}

const programs = defineConfig({
  input: { cli: 'src/cli/main.ts', demo: 'src/cli/demo.ts' },
  platform: 'node',
  plugins: [builtLibrary],
  output: { dir: 'dist', chunkFileNames: 'cli-[name].js' },
})

export default [library, programs]
