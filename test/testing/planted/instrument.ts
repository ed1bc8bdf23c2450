import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { build, type Plugin } from 'rolldown'
import ts from 'typescript'
import { root } from '../../architecture/sources.ts'

/*
 * A copy of the testing tools in which an exception can be planted: each function first calls `plant` with the name of
 * its place. What is bundled is typed code as text, so the call needs no declaration.
 */

const instrumented = /^src\/testing\/(?:laws|oracle|arbitraries)\/[\w-]+\.ts$/

export interface Instrumented {
  /** The file of the bundle. */
  readonly file: string
  /** Every function of the laws, the oracle and the generators: `laws/run.ts run#1`. */
  readonly places: readonly string[]
}

/** Bundles the library with its testing tools into a temporary folder. */
export async function buildInstrumented(): Promise<Instrumented> {
  const places: string[] = []
  const plugin: Plugin = {
    name: 'plant',
    resolveId(source) {
      if (source === entry) return source
      // Packages are found from the project, wherever the bundle is.
      const isPackage = /^(?:fast-check|re2js|re2-wasm)\b/.test(source)
      return isPackage ? { id: import.meta.resolve(source), external: true } : null
    },
    load: (id) => (id === entry ? entryText : null),
    transform(code, id) {
      const path = relative(root, id)
      if (!instrumented.test(path)) return null
      const found = plantIn(path.slice('src/testing/'.length), readFileSync(id, 'utf8'))
      places.push(...found.places)
      return { code: found.text, map: null }
    },
  }
  const file = join(mkdtempSync(join(tmpdir(), 'compute-filter-planted-')), 'bundle.mjs')
  await build({ input: entry, cwd: root, platform: 'node', plugins: [plugin], output: { file }, logLevel: 'silent' })
  return { file, places }
}

const entry = '\0planted-entry.ts'
const entryText = ['src/index.ts', 'src/ast.ts', 'src/list/index.ts', 'src/testing/index.ts', 'test/testing/schemas.ts']
  .map((path) => `export * from ${JSON.stringify(join(root, path))}`)
  .join('\n')

/** The text with a call at the start of each function. */
export function plantIn(path: string, text: string): { readonly text: string; readonly places: readonly string[] } {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const places: string[] = []
  const edits: { readonly at: number; readonly insert: string }[] = []
  const visit = (node: ts.Node, above: string): void => {
    const name = nameOf(node) ?? above
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const place = `${path} ${name}`
      const numbered = `${place}#${String(places.filter((other) => other.startsWith(`${place}#`)).length + 1)}`
      places.push(numbered)
      const call = `plant(${JSON.stringify(numbered)})`
      const body = node.body as ts.Node
      if (ts.isBlock(body)) edits.push({ at: body.getStart(file) + 1, insert: `${call};` })
      else edits.push({ at: body.getStart(file), insert: `(${call}, ` }, { at: body.end, insert: ')' })
    }
    ts.forEachChild(node, (child) => visit(child, name))
  }
  visit(file, 'module')
  // From the end, so that places stay where they are; of two at one place the inner one first.
  const ordered = edits.map((edit, index) => ({ ...edit, index })).toSorted((a, b) => b.at - a.at || b.index - a.index)
  return { text: ordered.reduce((so, { at, insert }) => so.slice(0, at) + insert + so.slice(at), text), places }
}

/** What a function is called, or what it is the value of. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isConstructorDeclaration(node)) return `${node.parent.name?.text ?? ''}.constructor`
  const isNamed = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) || ts.isMethodDeclaration(node)
  return isNamed && node.name !== undefined && ts.isIdentifier(node.name) ? node.name.text : undefined
}
