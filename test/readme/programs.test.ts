import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { builtFile, root, type Sample, samples } from './samples.ts'

const programs = samples.filter(({ kind }) => kind.startsWith('ts'))
const folder = mkdtempSync(join(tmpdir(), 'compute-filter-readme-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A file with the sample, where `compute-filter` is the built library. */
function writeProgram({ kind, text, line }: Sample): string {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  })
  const file = join(folder, `${String(line)}.mjs`)
  const program = outputText.replace(/(?<=from ')[^']+(?=')/g, (name) => addressOf(name))
  writeFileSync(file, (kind === 'ts browser' ? server : '') + program)
  return file
}

/**
 * The target of an import of a sample: the built library, or a replacement for `re2`, which would have to be compiled.
 */
function addressOf(name: string): string {
  if (name === 're2') return `data:text/javascript,${encodeURIComponent('export default RegExp')}`
  if (!name.startsWith(manifest.name)) return name
  return pathToFileURL(builtFile(`${name.slice(manifest.name.length + 1) || 'index'}.js`)).href
}

/** The declarations that belong to it. */
const paths = Object.fromEntries(
  Object.entries(manifest.exports).flatMap(([path, target]) =>
    typeof target === 'string' ? [] : [[path.replace('.', manifest.name), [join(root, target.import.types)]]],
  ),
)

/** Serves the one file that the sample for browsers fetches. */
const server = `
import { readFile } from 'node:fs/promises'
const binary = await readFile(${JSON.stringify(join(root, 'dist/re2.wasm'))})
globalThis.fetch = async (address) => new Response(address === '/assets/re2.wasm' ? binary : null)
`

/** The comments behind and below each `console.log`. */
function expectedOutput(text: string): string {
  const lines: string[] = []
  let printed = false
  for (const line of text.split('\n')) {
    const [, indent, comment] = /^(\s*)\/\/ (.*)$/.exec(line) ?? []
    if (printed && indent !== undefined && comment !== undefined) lines.push(comment)
    else if (line.includes('console.log(')) {
      printed = true
      const behind = /\) \/\/ (.*)$/.exec(line)?.[1]
      if (behind !== undefined) lines.push(behind)
    } else printed = false
  }
  return lines.map((line) => `${line}\n`).join('')
}

describe('the programs of the README', () => {
  test('are there', () => {
    expect(programs.length).toBeGreaterThanOrEqual(6)
  })

  test.each(programs)('line $line prints what it says', (sample) => {
    const expected = expectedOutput(sample.text)
    expect(expected).not.toBe('')
    expect(execFileSync(process.execPath, [writeProgram(sample)], { encoding: 'utf8' })).toBe(expected)
  })

  test('compile', () => {
    const files = programs.map(({ line, text }) => {
      const file = join(folder, `${String(line)}.mts`)
      writeFileSync(file, text)
      return file
    })
    const re2Types = join(folder, 're2.d.ts')
    writeFileSync(re2Types, 'export default class RE2 extends RegExp {}')
    const program = ts.createProgram(files, {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      paths: { ...paths, re2: [re2Types] },
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      skipLibCheck: true,
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    })
    const errors = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
      const sample = file?.text.slice(start).split('\n')[0] ?? ''
      return `${sample}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
    expect(errors).toEqual([])
  })
})
