// What the checks share: their count, comparisons, and a server to ask.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual } from 'node:util'

const root = resolve(import.meta.dirname, '../..')

export const counts = { passed: 0, failed: 0 }

/** Runs a check. Each has a line of output; with `isQuiet`, only if it fails. */
export async function check(name, run, { isQuiet = false } = {}) {
  try {
    await run()
    counts.passed++
    if (!isQuiet) console.log(`ok      ${name}`)
  } catch (error) {
    counts.failed++
    console.log(`FAILED  ${name}\n${String(error.stack ?? error).replace(/^/gm, '        ')}`)
  }
}

/** The first part in which two JSON values differ, with its path. */
function findDifference(found, wanted, path = '') {
  const isNested = [found, wanted].every((value) => typeof value === 'object' && value !== null)
  const names = isNested ? [...new Set([...Object.keys(found), ...Object.keys(wanted)])] : []
  const name = names.find((one) => !isDeepStrictEqual(found[one], wanted[one]))
  return name === undefined ? { path, found, wanted } : findDifference(found[name], wanted[name], `${path}.${name}`)
}

export function same(found, wanted) {
  if (isDeepStrictEqual(found, wanted)) return
  const { path, ...parts } = findDifference(found, wanted)
  const [shown, other] = [parts.found, parts.wanted].map((value) => JSON.stringify(value)?.slice(0, 500))
  throw new Error(`found ${shown}\nnot   ${other}${path === '' ? '' : `\nat ${path}`}`)
}

export async function failureOf(run) {
  try {
    await run()
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}

/** `compute-filter serve` with some arguments: its address, and a function that stops it and returns its exit code. */
export async function serve(...args) {
  const server = spawn(process.execPath, [join(root, 'dist/cli.js'), 'serve', ...args, '--port', '0', '--no-log'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: server.stdout })
  const [address] = await Promise.race([once(lines, 'line'), once(server, 'exit').then(() => [])])
  if (address === undefined) throw new Error('the server did not start')
  return {
    address,
    port: Number(new URL(address).port),
    async stop() {
      server.kill()
      const [status] = await once(server, 'exit')
      return status
    },
  }
}
