import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The path of a file of the project. */
export const pathOf = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/** The path of a file that has to be there. */
export function needed(name: string): string {
  if (!existsSync(pathOf(name))) throw new Error(`${name} is missing: run \`npm run build\` if it is a built file`)
  return pathOf(name)
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts Node with these arguments. */
export function start(argv: readonly string[]): ChildProcess & { readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [...argv], { stdio: 'pipe' })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()))
  child.stdin.on('error', () => undefined)
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, stdout, stderr })
    })
  })
  return Object.assign(child, { ended })
}

/** Runs the built program to its end. */
export const runProcess = (argv: readonly string[], stdin: string): Promise<Ended> => {
  const child = start([needed('dist/cli.js'), ...argv])
  child.stdin?.end(stdin)
  return child.ended
}
