import { readdirSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** A file of `src` or `grammar`, other than those that a program writes. */
export interface Source {
  /** From the root of the project, with slashes: `src/rules/operators.ts`. */
  readonly path: string
  readonly text: string
  /** The files that it imports, types included. */
  readonly files: readonly string[]
  /** The packages that it imports: `chevrotain`, `node:fs`. */
  readonly packages: readonly string[]
}

export const root = fileURLToPath(new URL('../../', import.meta.url))

export const sources: readonly Source[] = ['src', 'grammar'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => path.endsWith('.ts') && !path.startsWith('src/resources/generated/'))
    .map(readSource),
)

export const sourceAt: ReadonlyMap<string, Source> = new Map(sources.map((source) => [source.path, source]))

function readSource(path: string): Source {
  const text = readFileSync(`${root}${path}`, 'utf8')
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
  const isFile = (specifier: string) => specifier.startsWith('.')
  return {
    path,
    text,
    files: specifiers.filter(isFile).map((specifier) => posix.join(dirname(path), specifier)),
    packages: specifiers.filter((specifier) => !isFile(specifier)),
  }
}

/** A file and all that it imports, directly or not. */
export function reachableFrom(path: string): readonly Source[] {
  const found = new Set<Source>()
  const pending = [path]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const source = sourceAt.get(next)
    if (source === undefined || found.has(source)) continue
    found.add(source)
    pending.push(...source.files)
  }
  return [...found]
}
