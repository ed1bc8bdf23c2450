import { defineConfig } from 'rolldown'

const library = defineConfig({
  input: { index: 'src/index.ts', node: 'src/node.ts' },
  platform: 'neutral',
  external: [/^node:/],
  output: { dir: 'dist', cleanDir: true, chunkFileNames: 'chunks/[name].js' },
})

export default [library]
