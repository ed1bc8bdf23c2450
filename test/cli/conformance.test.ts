import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../architecture/sources.ts'
import { runInMemory } from './run-in-memory.ts'

const matcher = `"${process.execPath}" "${join(root, 'test/testing/my-matcher.mjs')}"`

describe('compute-filter conformance', () => {
  it('scores an implementation that is right', async () => {
    const ran = await runInMemory(['conformance', '--command', matcher])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^ +passed +another code +unsupported +failed\nerrors +\d+ +0 +0 +0\n/)
    expect(ran.stdout).toMatch(/\nlisting +57 +0 +0 +0\nall +680 +0 +0 +0\n$/)
  })

  it('shows what is wrong', async () => {
    const ran = await runInMemory(['conformance', '--command', 'cat', '--topic', 'wildcards', '--show', '1'])
    expect(ran.code).toBe(1)
    expect(ran.stdout).toMatch(
      /^wildcards-1: .*\n {2}expected \{"topic":"wildcards",.*\n {2}found {4}\{"id":"wildcards-1".*\n\n… and \d+ more\n/,
    )
  })

  it('passes over empty lines', async () => {
    const ran = await runInMemory(['conformance', '--command', `echo; ${matcher}`, '--topic', 'wildcards'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
  })

  it('counts what was not answered', async () => {
    const ran = await runInMemory(['conformance', '--command', 'head -n 1', '--topic', 'wildcards', '--show', '2'])
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('found    no answer')
  })

  it.each([
    [['--command', 'false'], 'the command gave no answer and ended with 1'],
    [['--command', 'sleep 60', '--patience', '1'], 'the command gave no answer and ended with a signal'],
    [['--command', 'echo x; sleep 60'], 'the command answered in something else than JSON: x'],
    [['--command', `echo ${'"x'.repeat(90)}`], /answered in something else than JSON: \S{80}…$/],
    [['--command', 'echo []'], 'the command answered without an id: []'],
    [['--command', 'cat', '--topic', 'x'], /^no such topic: x; there are errors, /],
    [['--command', 'cat', '--show', 'x'], /^not a whole number: x/],
    [[], /^required option '--command <command>' not specified \(try compute-filter conformance --help\)$/],
  ] as const)('%j ends in one line', async (argv, message) => {
    const ran = await runInMemory(['conformance', ...argv])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    const said = ran.stderr.replace(/^compute-filter: (.*)\n$/, '$1')
    if (typeof message === 'string') expect(said).toBe(message)
    else expect(said).toMatch(message)
  })

  it('has a help, which the program’s own names', async () => {
    const ran = await runInMemory(['conformance', '--help'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toContain('Usage: compute-filter conformance [options]')
    expect((await runInMemory(['--help'])).stdout).toContain('compute-filter conformance --help')
  })
})
