import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lines, type Ran, runInMemory, type Situation } from './run-in-memory.ts'

const folder = mkdtempSync(join(tmpdir(), 'compute-filter-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const piece = lines({ name: 'a', family: 'debian' })
const file = join(folder, 'images.ndjson')
// Large enough to arrive in several pieces.
writeFileSync(file, piece.repeat(8000))

/** A clock that advances by this much with each reading. */
const ticking = (step: number): (() => number) => {
  let time = 0
  return () => (time += step)
}

const onTerminal = (argv: readonly string[], situation: Situation = {}): Promise<Ran> =>
  runInMemory(argv, { isTerminal: { stderr: true }, now: ticking(300), ...situation })

test('shows a bar for a file', async () => {
  const { code, stdout, stderr } = await onTerminal(['name = x', file])
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toMatch(/\[[=-]+\] \d+ % \| \d+ resources read/)
  // Cleared at the end: cursor to the first column, line erased.
  expect(stderr.endsWith('\u001b[1G\u001b[2K')).toBe(true)
})

test('shows a count for standard input', async () => {
  const { stderr } = await onTerminal(['name = x'], { stdin: [piece, piece, piece] })
  expect(stderr).toMatch(/2 resources read/)
  expect(stderr).not.toContain('%')
})

test('shows nothing with --no-progress, for a short time, or without a terminal', async () => {
  expect(await onTerminal(['name = x', file, '--no-progress'])).toMatchObject({ stderr: '' })
  expect(await onTerminal(['name = x', file], { now: ticking(0) })).toMatchObject({ stderr: '' })
  expect(await onTerminal(['name = x', file], { isTerminal: {} })).toMatchObject({ stderr: '' })
})

test('uses the clock of the system by default', async () => {
  expect(await runInMemory(['name = x'], { isTerminal: { stderr: true }, stdin: piece })).toMatchObject({ stderr: '' })
})

test('is removed before output on the same terminal', async () => {
  const ran = await onTerminal(['', '--format', 'ndjson'], {
    stdin: Array.from({ length: 10 }, () => piece),
    isTerminal: { stdout: true, stderr: true },
  })
  expect(ran).toMatchObject({ stdout: piece.repeat(10), stderr: '' })
})

test('is removed before an error is reported', async () => {
  const { code, stderr } = await onTerminal(['name = x'], { stdin: [piece, piece, piece, 'nonsense'] })
  expect(code).toBe(2)
  expect(stderr).toContain('resources read')
  expect(stderr.split('\u001b[2K').at(-1)).toMatch(/^compute-filter: standard input:4: not JSON: [^\n]*\n$/)
})
