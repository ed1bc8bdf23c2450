import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { conformanceCases } from '../../src/testing/index.ts'
import { root } from '../architecture/sources.ts'
import { type Ran, runInMemory } from './run-in-memory.ts'

const node = (file: string) => `"${process.execPath}" "${join(root, file)}"`
const matcher = node('test/testing/my-matcher.mjs')

const score = (command: string, ...options: readonly string[]): Promise<Ran> =>
  runInMemory(['conformance', '--command', command, ...options])

/** On two topics that take little time. */
const scoreSome = (command: string, ...options: readonly string[]): Promise<Ran> =>
  score(command, '--topic', 'wildcards', '--topic', 'has', ...options)

const countOf = (...topics: readonly string[]): number =>
  conformanceCases.filter(({ topic }) => topics.includes(topic)).length
const some = countOf('wildcards', 'has')

/** The cells of the last row: of all cases. */
const totals = ({ stdout }: Ran): Readonly<Record<string, number>> => {
  const names = /^ {20}.*$/m.exec(stdout)?.[0].trim().split(/ {2,}/) ?? []
  const counts = /^all .*$/m.exec(stdout)?.[0].split(/ +/).slice(1).map(Number) ?? []
  return Object.fromEntries(names.map((name, index) => [name, counts[index] ?? NaN]))
}

describe('compute-filter conformance', () => {
  it('scores a correct implementation', async () => {
    const ran = await score(matcher, '--codes')
    const all = String(conformanceCases.length)
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toMatch(/^ +passed +failed +unsupported\ngrammar +\d+ +0 +0\n/)
    const table = ran.stdout.slice(0, ran.stdout.indexOf('\n\n')).split('\n')
    expect(new Set(table.map((row) => row.length)).size).toBe(1)
    expect(ran.stdout).toContain(`\n\n${all} of ${all} cases passed, 100 %\n`)
    expect(totals(ran)).toEqual({ passed: conformanceCases.length, failed: 0, unsupported: 0 })
  })

  it('shows the first differing resource', async () => {
    const wrong = `${matcher} | sed '/"has-1"/s/true,false,false/true,true,true/'`
    const ran = await scoreSome(wrong)
    expect(ran.code).toBe(1)
    expect(totals(ran)).toEqual({ passed: some - 1, failed: 1, unsupported: 0 })
    expect(ran.stdout.split('\n').slice(0, 6)).toEqual([
      expect.stringMatching(/^has-1: map not empty;.* \(SEMANTICS\.md section 5, maps, lists and messages\)$/),
      '  filter    labels:*',
      '  resource  2 of 5: {"labels":{}}',
      '  expected  false',
      '  found     true (and 1 more of the resources)',
      '',
    ])
    expect((await scoreSome(`${matcher} | sed '/"has-1"/s/true/false/'`)).stdout).toContain('\n  found     false\n')
  })

  it.each([
    ['has-74', '{"matches":"x"}', ['  profile   observed', '  expected  [true,false]', '  found     {"matches":"x"}']],
    [
      'has-1',
      '{"matches":[true,false,false,false,false],"error":"no"}',
      ['  expected  [true,false,false,false,false]'],
    ],
    ['has-48', '{"matches":[true]}', ['  expected  a rejection: literal-type', '  found     {"matches":[true]}']],
    ['listing-46', '{"pages":[]}', ['  request   {"maxResults":-1}', '  expected  a rejection for maxResults']],
    ['listing-58', '{"pages":[]}', ['  then      {"request":{"filter":"family = y"}}', '  found     {"pages":[]}']],
    ['listing-57', '{"error":"\\n\\u202e"}', ['  expected  [[]]', '  found     {"error":"\\n\\u202e"}']],
    ['quoting-1', '{}', ['  filter    "\\tname\\r\\n=\\n a "', '  found     {}']],
    ['dialects-1', '{}', ['  filter    ""', '  resources [{"name":"a"}]']],
  ])('shows what is wrong with %s', async (id, answer, lines) => {
    const answered = answer.replace('{', `{"id":"${id}",`).replace(',}', '}')
    const ran = await score(`printf '%s\\n' '${answered}'`, '--case', id)
    expect(ran.code).toBe(1)
    for (const line of lines) expect(ran.stdout.split('\n')).toContain(line)
  })

  it('cuts long filters', async () => {
    const ran = await score('cat', '--case', 'errors-5')
    expect(ran.stdout).toMatch(/\n {2}filter {4}id=0 .{190,200}… \(\d{4} more characters\)\n/)
  })

  it('shows at most the given number of failures', async () => {
    const ran = await scoreSome('cat', '--max-failures', '1')
    expect(ran.stdout).toContain(`\n\n… and ${String(some - 1)} more\n`)
  })

  it('reads answers in any order, and after the last question', async () => {
    expect(await scoreSome(`${matcher} | tac`)).toMatchObject({ code: 0, stderr: '' })
  })

  it('ignores empty lines, and counts lines that are not answers', async () => {
    const noisy = `echo; echo loading; echo '[]'; echo '{"id":"x"}'; ${matcher}`
    const ran = await scoreSome(noisy)
    expect(ran.code).toBe(0)
    expect(ran.stdout).toMatch(/\nlines that are not answers: 3; the first: loading\n$/)
  })

  it('counts unsupported cases separately', async () => {
    const partial = `${matcher} | sed '/"has-/s/,.*/,"unsupported":true}/'`
    const undeclared = await scoreSome(partial)
    expect(undeclared.code).toBe(1)
    expect(totals(undeclared)).toEqual({
      passed: countOf('wildcards'),
      failed: 0,
      unsupported: countOf('has'),
    })
    expect(undeclared.stdout).toMatch(/\nunsupported cases count as not passed; use --skip to skip a topic\n$/)
    const declared = await scoreSome(partial, '--skip', 'has', '--skip', 'has')
    expect(declared.code).toBe(0)
    const left = String(countOf('wildcards'))
    expect(declared.stdout).toMatch(new RegExp(`\\n${left} of ${left} cases passed, 100 %; skipped: has\\n$`))
  })

  it('accepts a rejection with any text, except with --codes', async () => {
    const worded = `${matcher} | sed 's/"error":"[^"]*"/"error":"Invalid list filter expression."/'`
    expect(await score(worded, '--topic', 'grammar')).toMatchObject({ code: 0, stderr: '' })
    const ran = await score(worded, '--topic', 'grammar', '--codes')
    const rejections = conformanceCases.filter((given) => given.topic === 'grammar' && 'error' in given).length
    expect(ran.code).toBe(1)
    expect(totals(ran)).toMatchObject({ failed: 0, 'another code': rejections })
    expect(ran.stdout).toMatch(
      /^grammar-26: .*\n {2}filter {4}NOT\n {2}expected {2}a rejection: unexpected-end\n {2}found {5}\{"error":"Invalid list filter expression\."\}\n/,
    )
  })

  it('reports each case as JSON', async () => {
    const ran = await scoreSome(`${matcher} | sed '/"has-1"/s/true,false,false/true,true,true/; /"has-6"/d'`, '--json')
    const reports = ran.stdout.trimEnd().split('\n')
    expect(ran.code).toBe(1)
    expect(reports).toHaveLength(some)
    const reportOf = (id: string): unknown => JSON.parse(reports.find((line) => line.includes(`"${id}"`)) ?? '')
    const rule = 'SEMANTICS.md section 5, maps, lists and messages'
    expect(reportOf('has-1')).toEqual({ id: 'has-1', topic: 'has', rule, verdict: 'failed', resource: 1 })
    const detail = 'no answer; the program exited with status 0'
    expect(reportOf('has-6')).toEqual({ id: 'has-6', topic: 'has', rule, verdict: 'no answer', detail })
    expect(reportOf('has-10')).toEqual({ id: 'has-10', topic: 'has', rule, verdict: 'passed' })
  })

  it('lists the cases', async () => {
    const ran = await runInMemory(['conformance', '--list'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout.split('\n')).toHaveLength(conformanceCases.length + 1)
    const listed = await runInMemory([
      'conformance',
      '--list',
      '--case',
      'has-31',
      '--case',
      'types-9',
      '--skip',
      'types',
    ])
    expect(listed.stdout).toBe('has-31: two asterisks (SEMANTICS.md section 5, wildcards)\n')
  })

  it.each([
    [['--command', 'false'], 'the command gave no answer: it exited with status 1'],
    [['--command', 'no-such-program-anywhere 2>&-'], 'the command gave no answer: it exited with status 127'],
    [['--command', 'kill -9 $$'], 'the command gave no answer: it was ended by signal SIGKILL'],
    [
      ['--command', 'sleep 60', '--timeout-ms', '1000'],
      'the command gave no answer: it did not answer for 1000 ms and was stopped',
    ],
    [
      ['--command', 'exec >&-; sleep 60', '--timeout-ms', '1000', '--max-restarts', '0'],
      /^the command gave no answer: it did not answer/,
    ],
    [
      ['--command', 'while :; do echo y; sleep 0.1; done', '--timeout-ms', '1000', '--max-restarts', '0'],
      /: it did not answer for 1000 ms and was stopped; it printed y$/,
    ],
    [['--command', 'echo x'], 'the command gave no answer: it exited with status 0; it printed x'],
    [['--command', `echo ${'"x'.repeat(300)}`], /it printed x{200}… \(\d+ more characters\)$/],
    [['--command', 'true', '--case', 'has-31'], 'the command gave no answer: it exited with status 0'],
    [['--command', 'cat', '--topic', 'x'], /^unknown topic: x; topics are grammar, /],
    [['--command', 'cat', '--skip', 'x'], /^unknown topic: x; topics are grammar, /],
    [['--command', 'cat', '--case', 'x'], 'unknown case: x'],
    [['--list', '--case', 'has-31', '--topic', 'types'], 'no cases to run'],
    [['--command', 'cat', '--max-failures', 'x'], /^not a whole number: x/],
    [[], '`--command <command>` or `--list` is required (try compute-filter conformance --help)'],
    [['--nonsense'], /^unknown option '--nonsense' \(try compute-filter conformance --help\)$/],
  ] as const)('reports %j on one line', async (argv, message) => {
    const ran = await runInMemory(['conformance', ...argv])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    const said = ran.stderr.replace(/^compute-filter: (.*)\n$/, '$1')
    if (typeof message === 'string') expect(said).toBe(message)
    else expect(said).toMatch(message)
  })

  it('has a help, which the main help names', async () => {
    const ran = await runInMemory(['conformance', '--help'])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(ran.stdout).toContain('Usage: compute-filter conformance [options]')
    expect(ran.stdout).toContain('run only the cases of this topic: grammar, precedence,')
    expect((await runInMemory(['--help'])).stdout).toContain('compute-filter conformance')
  })
})

describe('a program that misbehaves on single cases', () => {
  const program = (...words: readonly string[]) => `${node('test/cli/misbehaving-program.mjs')} ${words.join(' ')}`
  const named = ({ stdout }: Ran) => Array.from(stdout.matchAll(/^([\w-]+-\d+): /gm), ([, id]) => id)

  it.each([
    ['crash', ['wildcards-2', 'wildcards-3', 'has-31'], 'crashed', 'the program exited with status 3'],
    ['leave', ['wildcards-5', 'has-79'], 'no answer', 'no answer; the program exited with status 0'],
    ['hang', ['wildcards-5'], 'no answer', 'no answer; the program did not answer for 1000 ms and was stopped'],
    ['skip', ['wildcards-2', 'has-31'], 'no answer', 'no answer; the program exited with status 0'],
    ['crash-when-all-is-read', ['has-31'], 'crashed', 'the program exited with status 3'],
    ['contradict', ['has-31', 'has-79'], 'two answers', 'two answers: {"id":"has-31","error":"no"} and {"id":"has-31"'],
  ] as const)('fails only these cases: it %ss', async (how, ids, verdict, found) => {
    const ran = await scoreSome(program(how, ...ids), '--timeout-ms', '1000')
    expect(ran.code).toBe(1)
    expect(totals(ran)).toEqual({ passed: some - ids.length, failed: 0, unsupported: 0, [verdict]: ids.length })
    expect(named(ran)).toEqual(ids)
    expect(ran.stdout).toContain(`\n  found     ${found}`)
  })

  it('may repeat an answer', async () => {
    expect(await scoreSome(program('repeat', 'has-31'))).toMatchObject({ code: 0, stderr: '' })
  })

  it('may split its input at any line separator of Unicode', async () => {
    expect(await score(program('split-as-python'))).toMatchObject({ code: 0, stderr: '' })
  })

  it('is restarted up to the maximum', async () => {
    const ran = await scoreSome(program('crash', 'wildcards-2', 'has-31'), '--max-restarts', '2')
    const before = some - countOf('has') - 1
    expect(ran.stdout).toMatch(/\nrestarts of the program: 2, the maximum \(--max-restarts\);.*\n$/)
    expect(totals(ran)).toMatchObject({ crashed: 1 })
    expect(totals(ran).passed).toBeGreaterThan(before)
    expect(ran.stdout).toContain('\n  found     no answer, and no more restarts were allowed\n')
    const enough = await scoreSome(program('crash', 'wildcards-2', 'has-31'), '--max-restarts', '4')
    expect(totals(enough)).toEqual({ passed: some - 2, failed: 0, unsupported: 0, crashed: 2 })
    expect(enough.stdout).toMatch(/\nrestarts of the program: 4\n$/)
  })

  it('may answer one question per start', async () => {
    const ran = await score(program('one-a-start'), '--topic', 'wildcards', '--max-restarts', '100')
    expect(ran.code).toBe(0)
  })
})
