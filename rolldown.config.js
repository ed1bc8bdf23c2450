import { readdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { defineConfig } from 'rolldown'
import { slimChevrotain } from './slim-chevrotain.js'

// The cases are shipped once, beside the files that import them.
const conformanceCases = {
  name: 'conformance-cases',
  resolveId: (source) => (source === './cases.json' ? { id: './conformance.json', external: true } : null),
}

/** What others import: no module of Node's may get into it. */
const parts = {
  index: 'src/index.ts',
  ast: 'src/ast.ts',
  collection: 'src/collection/index.ts',
  list: 'src/list/index.ts',
  re2js: 'src/re2js.ts',
  resources: 'src/resources/index.ts',
  server: 'src/server/index.ts',
  testing: 'src/testing/index.ts',
}

/**
 * What finds RE2: it lies beside the binary, since bundlers look for `./re2.wasm` then, and a bundle that keeps the words finds
 * it beside itself. And what starts it, with what takes its place in a bundle for browsers.
 */
const places = {
  'installed-binary': 'src/regex/re2/installed-binary.ts',
  'installed-re2': 'src/regex/re2/installed-re2.ts',
  'no-installed-re2': 'src/regex/re2/no-installed-re2.ts',
}

/** An ES module, or CommonJS, for which there is no `import.meta`. */
const formats = {
  js: { output: { format: 'esm' } },
  cjs: {
    output: { format: 'cjs', strict: true, esModule: true },
    transform: { define: { 'import.meta.url': 'undefined' } },
  },
}

const library = (extension) => ({
  input: { ...parts, ...places },
  platform: 'neutral',
  // What some packages have instead of `exports`.
  resolve: { mainFields: ['module', 'main'] },
  external: ['fast-check', 're2js'],
  plugins: [conformanceCases, slimChevrotain()],
  transform: formats[extension].transform,
  output: {
    dir: 'dist',
    ...formats[extension].output,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `chunks/[name].${extension}`,
    // Apart, so that a bundler leaves out the grammar where only the schema or the errors are used, and so that the places
    // above import no file that imports them.
    codeSplitting: {
      groups: [
        { name: 'tree', test: /[\\/]src[\\/](?:ast[\\/]|diagnostics[\\/]|records\.ts)|[\\/]leven[\\/]/, priority: 3 },
        { name: 'grammar', test: /[\\/]grammar[\\/]|chevrotain/, priority: 2 },
        {
          name: 'regex',
          test: /[\\/]src[\\/]regex[\\/](?!index|re2[\\/](?:no-)?(?:installed|loading))|[\\/]quick-lru[\\/]/,
          priority: 1,
        },
      ],
    },
  },
})

// What is for Node takes the library as it is built, so that nothing made for Node alone can get into it. The files all
// lie beside index.js, for that import.
const builtLibrary = (extension) => {
  const builtParts = new Map(Object.entries(parts).map(([name, file]) => [resolve(file), `./${name}.${extension}`]))
  return {
    name: 'built-library',
    resolveId(source, importer) {
      const id = importer !== undefined && builtParts.get(resolve(dirname(importer), source))
      return id ? { id, external: true } : null
    },
  }
}

const programs = (input, extension) => ({
  input,
  platform: 'node',
  plugins: [builtLibrary(extension), conformanceCases],
  output: {
    dir: 'dist',
    ...formats[extension].output,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `cli-[name].${extension}`,
  },
})

const generated = 'src/resources/generated'
const notSchemas = ['names.ts', 'reference.json', 'texts.ts', 'types.ts']

/** The resources that have a module of their own: `instance`, `instance-group-manager`. */
export const resourceNames = readdirSync(generated)
  .filter((file) => !notSchemas.includes(file))
  .map((file) => file.replace('.ts', ''))

// Each stands by itself, apart from what reads its text. For `require` there is a file that takes the schema from the
// whole, since no bundler takes it.
const schemas = {
  input: Object.fromEntries(resourceNames.map((name) => [`resources/${name}`, `${generated}/${name}.ts`])),
  platform: 'neutral',
  output: { dir: 'dist', format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
}

/** For those who work on the project; not shipped. */
export const tools = defineConfig({
  input: { diagrams: 'grammar/diagrams/generate.ts', 'generate-resources': 'src/resources/generator/main.ts' },
  platform: 'node',
  external: ['protobufjs'],
  output: { dir: 'dist', chunkFileNames: 'tool-[name].js' },
})

/** All that is imported by name. */
export const entries = { ...parts, node: 'src/node/index.ts' }

export default defineConfig([
  library('js'),
  library('cjs'),
  schemas,
  programs({ node: 'src/node/index.ts', cli: 'src/cli/main.ts', demo: 'src/cli/demo.ts' }, 'js'),
  programs({ node: 'src/node/index.ts' }, 'cjs'),
])
