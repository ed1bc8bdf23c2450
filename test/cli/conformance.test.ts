import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../architecture/sources.ts'
import { runInMemory } from './run-in-memory.ts'

const matcher = `"${process.execPath}" "${join(root, 'test/testing/my-matcher.mjs')}"`

describe('compute-filter conformance', () => {
  it('scores an implementation that is right', async () => {
    const ran = await runInMemory(['conformance', '--command', matcher])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^ +passed +another code +unsupported +failed\ngrammar +\d+ +0 +0 +0\n/)
    expect(ran.stdout).toMatch(/\nlisting +\d+ +0 +0 +0\nall +658 +0 +0 +0\n$/)
  })

  it('shows what is wrong', async () => {
    const ran = await runInMemory(['conformance', '--command', 'cat', '--topic', 'wildcards', '--show', '1'])
    expect(ran.code).toBe(1)
    expect(ran.stdout).toMatch(
      /^wildcards-2: .*\n {2}expected \{"topic":"wildcards",.*\n {2}found {4}\{"id":"wildcards-2".*\n\n… and \d+ more\n/,
    )
  })

  it('passes over empty lines', async () => {
    const ran = await runInMemory(['conformance', '--command', `echo; ${matcher}`, '--topic', 'wildcards'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
  })

  it('counts what was not answered, and says how the program ended', async () => {
    const ran = await runInMemory([
      'conformance',
      '--command',
      `${matcher} | head -n 2; exit 3`,
      '--topic',
      'wildcards',
    ])
    expect(ran.code).toBe(1)
    expect(ran.stdout).toContain('found    no answer')
    expect(ran.stdout).toMatch(/\nthe command ended with status 3; it had answered 2 of \d+\n$/)
    const silent = `${matcher} | head -n 1; sleep 60`
    const slept = await runInMemory(['conformance', '--command', silent, '--topic', 'wildcards', '--patience', '1'])
    expect(slept.stdout).toMatch(/\nthe command was silent for 1 s and was ended; it had answered 1 of \d+\n$/)
  })

  it('passes over lines that are no answers, and shows the first', async () => {
    const noisy = `echo loading; echo '[]'; echo '{"id":"x"}'; ${matcher}`
    const ran = await runInMemory(['conformance', '--command', noisy, '--topic', 'wildcards'])
    expect(ran.code).toBe(0)
    expect(ran.stdout).toMatch(/\nlines that do not answer a question: 3, the first: loading\n$/)
  })

  it('does not call an implementation right that does nothing', async () => {
    const unsupported = `sed 's/,.*/,"unsupported":true}/'`
    const ran = await runInMemory(['conformance', '--command', unsupported, '--topic', 'wildcards'])
    expect(ran.code).toBe(1)
    expect(ran.stdout).toMatch(/\nall +0 +0 +\d+ +0\n$/)
  })

  it('accepts an implementation that leaves out some things', async () => {
    const partial = `${matcher} | sed '/listing-/s/,.*/,"unsupported":true}/'`
    const ran = await runInMemory(['conformance', '--command', partial])
    expect(ran.stdout).toMatch(/\nlisting +0 +0 +\d+ +0\n/)
    expect(ran.code).toBe(0)
  })

  it('counts another code as wrong', async () => {
    const worded = `${matcher} | sed 's/"error":"[^"]*"/"error":"no"/'`
    const ran = await runInMemory(['conformance', '--command', worded, '--topic', 'errors'])
    expect(ran.code).toBe(1)
  })

  it.each([
    [['--command', 'false'], 'the command gave no answer and ended with status 1'],
    [['--command', 'kill -9 $$'], 'the command gave no answer and ended with signal SIGKILL'],
    [['--command', 'sleep 60', '--patience', '1'], 'the command gave no answer and was silent for 1 s and was ended'],
    [['--command', 'echo x'], 'the command gave no answer and ended with status 0; it said x'],
    [['--command', `echo ${'"x'.repeat(90)}`], /it said \S{80}…$/],
    [['--command', 'cat', '--topic', 'x'], /^no such topic: x; there are grammar, /],
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
    expect(ran.stdout).toContain('grammar, precedence, quoting,')
    expect((await runInMemory(['--help'])).stdout).toContain('compute-filter conformance --help')
  })
})
