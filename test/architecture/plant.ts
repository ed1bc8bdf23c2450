import { relative } from 'node:path'
import ts from 'typescript'
import { root } from './sources.ts'

/*
 * Plants an addition in the sources, in memory, and lets TypeScript say which places lack a row for it.
 */

/** A change of one file: a text is replaced by another. */
export interface Planting {
  readonly file: string
  readonly from: string | RegExp
  readonly to: string
}

const config = ts.getParsedCommandLineOfConfigFile(
  `${root}tsconfig.json`,
  { noEmit: true, incremental: false },
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'))
    },
  },
)
const files = config?.fileNames.filter((name) => /^(?:src|grammar)\//.test(relative(root, name))) ?? []
const options = config?.options ?? {}

/** Unchanged files are parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>()
let last: ts.Program | undefined

/**
 * The files with an error after the plantings, each once, relative to the root.
 *
 * @param added files that are not there yet
 * @throws when a text is not found
 */
export function filesWithErrors(
  plantings: readonly Planting[],
  added: readonly { readonly file: string; readonly text: string }[] = [],
): readonly string[] {
  const planted = new Map(added.map(({ file, text }) => [root + file, text]))
  for (const { file, from, to } of plantings) {
    const path = root + file
    const text = planted.get(path) ?? ts.sys.readFile(path) ?? ''
    const changed = text.replace(from, () => to)
    if (changed === text) throw new Error(`${file} does not have ${String(from)}`)
    planted.set(path, changed)
  }
  const host = ts.createCompilerHost(options)
  host.getSourceFile = (name, languageVersion) => {
    const text = planted.get(name)
    if (text !== undefined) return ts.createSourceFile(name, text, languageVersion, true)
    if (!parsed.has(name)) {
      const source = ts.sys.readFile(name)
      parsed.set(name, source === undefined ? undefined : ts.createSourceFile(name, source, languageVersion, true))
    }
    return parsed.get(name)
  }
  const { fileExists } = host
  host.fileExists = (name) => planted.has(name) || fileExists(name)
  const program = ts.createProgram(files, options, host, last)
  last = program
  const found = ts
    .getPreEmitDiagnostics(program)
    .flatMap(({ file }) => (file === undefined ? [] : [relative(root, file.fileName)]))
  return [...new Set(found)].toSorted()
}
