import { Writable } from 'node:stream'
import { run } from '../../src/cli/run.ts'

/** Serves while something is done, and resolves to what was written to standard error. */
export async function serve(
  argv: readonly string[],
  visit: (address: string) => Promise<void>,
  isTTY = false,
): Promise<{ code: number; stderr: string }> {
  let [stderr, stop] = ['', (): void => undefined]
  const stopped = new Promise<void>((resolve) => (stop = resolve))
  let found: ((address: string) => void) | undefined
  const address = new Promise<string>((resolve) => (found = resolve))
  const stdout = new Writable({
    write(chunk, _, done) {
      found?.(String(chunk).trim())
      done()
    },
  })
  const log = new Writable({
    write(chunk, _, done) {
      stderr += String(chunk)
      done()
    },
  })
  const ended = run({
    argv: ['serve', ...argv, '--port', '0'],
    stdin: process.stdin,
    stdout,
    stderr: Object.assign(log, { isTTY }),
    stopped,
  })
  await visit(await address)
  stop()
  return { code: await ended, stderr }
}
