import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it, test } from 'vitest'
import { describeSystemError, messageOf } from '../../src/cli/system-error.ts'
import { lines, runInMemory, systemError } from './run-in-memory.ts'

const folder = mkdtempSync(join(tmpdir(), 'compute-filter-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const good = lines({ name: 'a' })

describe('bad lines and items', () => {
  const cases: readonly (readonly [stdin: string, before: string, problem: RegExp])[] = [
    [`${good}${good}nonsense\n`, good + good, /^standard input:3: not JSON: .*nonsense.*$/],
    ['nonsense', '', /^standard input:1: not JSON: .*$/],
    [`\r\n\r\n{"name": "a"\n${good}`, '', /^standard input:3: not JSON: .*$/],
    [`{"name": "a"\n`, '', /^standard input:1: not JSON: .*$/],
    [`${good}{"name": "\u001b[2J`, good, /^standard input:2: not JSON: \P{Cc}*$/u],
    [`${good}12`, good, /^standard input:2: a number, not an object$/],
    [`${good}"a"`, good, /^standard input:2: a string, not an object$/],
    [`${good}null\n${good}`, good, /^standard input:2: null, not an object$/],
    [`${good}true`, good, /^standard input:2: a boolean, not an object$/],
    [`${good}[[]]`, good, /^standard input:2: item 1 is an array, not an object$/],
    [`${good}{"name": "b",\n${good}`, good, /^standard input:2: not JSON: .*$/],
    [`${good}{"kind":"foo#bar","name":"d"}`, good, /^standard input:2: foo#bar, not a kind that Compute Engine lists$/],
    [`${good}{"odd":1}`, good, /^standard input:2: an object without any field of an image$/],
    [`${good}[{"items": []}]`, good, /^standard input:2: item 1 is a list, not an image$/],
    [`[{"name": "a"}, 7]`, good.replace(' ', ''), /^standard input:1: item 2 is a number, not an object$/],
    [`${good}{"items": [null]}`, good, /^standard input:2: item 1 is null, not an object$/],
  ]

  test.each(cases)('%j', async (stdin, before, problem) => {
    const ran = await runInMemory([''], { stdin })
    expect(ran).toMatchObject({ code: 2, stdout: before })
    expect(ran.stderr).toMatch(/^compute-filter: [^\n]*\n$/)
    expect(ran.stderr.slice('compute-filter: '.length, -1)).toMatch(problem)
  })

  test.each(cases)('skips %j with --skip-bad', async (stdin, _before, problem) => {
    const ran = await runInMemory(['', '--skip-bad'], { stdin })
    expect(ran.code).toBe(0)
    expect(ran.stdout.split('\n').length - 1).toBe(stdin.split('"a"}').length - 1)
    const [, reported = ''] = /^compute-filter: skipped 1 bad entry: ([^\n]*)\n$/.exec(ran.stderr) ?? []
    expect(reported).toMatch(problem)
  })

  it('counts the skipped entries, and names the first', async () => {
    const ran = await runInMemory(['', '--skip-bad'], { stdin: `1\n${good}2\n3\n` })
    expect(ran).toEqual({
      code: 0,
      stdout: good,
      stderr: 'compute-filter: skipped 3 bad entries; the first: standard input:1: a number, not an object\n',
    })
  })

  test.each<readonly [stdin: string, line: number, problem: string]>([
    ['[{"name": "a"}', 1, 'the input ends within this value'],
    ['[{"name": "a"},]', 1, 'Unexpected end of JSON input'],
    ['[{"name": "a"},\n\n{"name" "b"}, 1]', 3, "Expected ':'"],
    ['[1}', 1, 'an array ends with a brace'],
    ['{\n"name": "a",\n}', 3, 'Expected double-quoted property name'],
    ['[{"name": "a"},\n{"name": "b\n"}]', 2, 'a string is not closed'],
    ['{"items": [{"name": "a"},\n {"name": "b"] }', 2, 'an array ends with a brace'],
    [`${good}[\n1 2]`, 3, 'Unexpected'],
  ])('does not skip a broken value over several lines: %j', async (stdin, line, problem) => {
    const { code, stderr } = await runInMemory(['', '--skip-bad'], { stdin })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^compute-filter: [^\n]+\n$/)
    expect(stderr).toContain(`compute-filter: standard input:${String(line)}: not JSON: ${problem}`)
  })

  it('prints no part of a table before an error', async () => {
    expect(await runInMemory(['', '--format', 'table'], { stdin: `${good}1` })).toMatchObject({ code: 2, stdout: '' })
  })
})

describe('limits', () => {
  const limits = { value: 20 }
  const atLimit = '{"name":"1234567890"'.slice(0, 18) + '"}'
  const overLimit = '{"name":"1234567890"}'

  it('accepts a line at the limit', async () => {
    expect(atLimit).toHaveLength(limits.value)
    const ran = await runInMemory([''], { stdin: `${atLimit}\n${atLimit}`, limits })
    expect(ran).toEqual({ code: 0, stdout: `${atLimit}\n${atLimit}\n`, stderr: '' })
  })

  it('reports a line over the limit', async () => {
    expect(overLimit).toHaveLength(limits.value + 1)
    const ran = await runInMemory([''], { stdin: `${atLimit}\n${overLimit}\n`, limits })
    expect(ran).toEqual({
      code: 2,
      stdout: `${atLimit}\n`,
      stderr: 'compute-filter: standard input:2: value longer than 20 characters\n',
    })
  })

  test.each([
    ['in the middle', `${atLimit}\n${overLimit}\n${atLimit}`, 2],
    ['at the beginning', `${overLimit}\n${atLimit}\n${atLimit}`, 1],
    ['at the end', `${atLimit}\n${atLimit}\n${overLimit}`, 3],
  ])('skips one %s', async (_where, text, number) => {
    for (const stdin of [[text], Array.from(text)]) {
      const ran = await runInMemory(['', '--skip-bad'], { stdin, limits })
      expect(ran).toEqual({
        code: 0,
        stdout: `${atLimit}\n${atLimit}\n`,
        stderr: `compute-filter: skipped 1 bad entry: standard input:${String(number)}: value longer than 20 characters\n`,
      })
    }
  })

  it('reports an endless line before its end', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.from('{"a":')
      })(),
    )
    const ran = await runInMemory([''], { stdin: endless, limits })
    expect(ran).toMatchObject({
      code: 2,
      stderr: 'compute-filter: standard input:1: value longer than 20 characters\n',
    })
  })

  test.each([
    ['an array', (items: string) => `[${items}]`],
    ['a list', (items: string) => `{"items":[${items}]}`],
  ])('bounds each element of %s, not the whole', async (_what, around) => {
    const many = Array.from({ length: 50 }, () => atLimit)
    expect(await runInMemory([''], { stdin: around(many.join(',')), limits })).toEqual({
      code: 0,
      stdout: `${many.join('\n')}\n`,
      stderr: '',
    })
    const ran = await runInMemory([''], { stdin: around([...many, overLimit].join(',')), limits })
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(/^compute-filter: standard input:[12]: value longer than 20 characters\n$/)
  })

  it('discards a long line that is not JSON, and continues after it', async () => {
    const pieces = [good, 'x'.repeat(15), 'x'.repeat(15), 'x'.repeat(15), `x\n${good}`]
    for (const stdin of [pieces, pieces.join('')]) {
      expect(await runInMemory(['', '--skip-bad'], { stdin, limits })).toEqual({
        code: 0,
        stdout: good + good,
        stderr: 'compute-filter: skipped 1 bad entry: standard input:2: line longer than 20 characters\n',
      })
    }
  })

  it('does not count spaces', async () => {
    const stdin = [' '.repeat(50), `\n${' '.repeat(50)}`, good, `${' '.repeat(50)}${good}`]
    expect(await runInMemory([''], { stdin, limits })).toMatchObject({ code: 0, stdout: good + good, stderr: '' })
  })

  it('states a limit in mebibytes', async () => {
    const ran = await runInMemory([''], {
      stdin: 'x'.repeat(2 ** 20 + 1),
      limits: { value: 2 ** 20 },
    })
    expect(ran.stderr).toBe('compute-filter: standard input:1: line longer than 1 MiB\n')
  })
})

describe('files', () => {
  it('reads a file', async () => {
    const file = join(folder, 'images.ndjson')
    writeFileSync(file, `${good}oops`)
    const ran = await runInMemory(['name = a', file], { stdin: 'not read' })
    expect(ran).toMatchObject({ code: 2, stdout: good })
    expect(ran.stderr).toContain(`compute-filter: ${file}:2: not JSON: `)
  })

  it('reads standard input for -', async () => {
    expect(await runInMemory(['', '-'], { stdin: good })).toEqual({ code: 0, stdout: good, stderr: '' })
  })

  test.each([
    ['a missing one', join(folder, 'none.json'), 'no such file'],
    ['one below a file', join(folder, 'images.ndjson', 'x'), 'no such file'],
    ['a directory', folder, 'is a directory'],
    ['a name with control characters', '\u001b[2Jnone', 'no such file'],
  ])('rejects %s', async (_what, file, reason) => {
    expect(await runInMemory(['', file])).toEqual({
      code: 2,
      stdout: '',
      stderr: `compute-filter: ${file.replace('\u001b', '\\u001b')}: ${reason}\n`,
    })
  })

  it('names the input that failed during reading', async () => {
    const failing = new Readable({
      read() {
        this.destroy(systemError('EACCES'))
      },
    })
    expect(await runInMemory([''], { stdin: failing })).toMatchObject({
      code: 2,
      stderr: 'compute-filter: standard input: permission denied\n',
    })
  })
})

test.each([
  [systemError('ENOENT'), 'no such file'],
  [systemError('EPERM'), 'permission denied'],
  [systemError('EIO'), 'EIO'],
  [new Error('odd'), 'odd'],
  [Object.assign(new Error('odd'), { code: 7 }), 'odd'],
  ['text', 'text'],
])('describes a system error: %s', (error, words) => {
  expect(describeSystemError(error)).toBe(words)
})

test('describes a thrown value that is not an error', () => {
  expect(messageOf(7)).toBe('7')
})
