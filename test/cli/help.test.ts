import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { shells } from '../../src/cli/commands.ts'
import { describeCommands } from '../../src/cli/describe-command.ts'
import { writeManPage } from '../../src/cli/man-page.ts'
import { pathOf } from './built-program.ts'
import { runInMemory } from './run-in-memory.ts'

const described = await describeCommands()
const print = async (...argv: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await runInMemory(argv)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

describe('help', () => {
  test.each([
    [['help'], ['--help']],
    [['-h'], ['--help']],
    [
      ['help', 'serve'],
      ['serve', '--help'],
    ],
    [
      ['--help', 'serve'],
      ['serve', '--help'],
    ],
    [
      ['-h', 'conformance'],
      ['conformance', '--help'],
    ],
    [
      ['help', 'completion'],
      ['completion', '-h'],
    ],
    [
      ['--help', 'help'],
      ['help', '--help'],
    ],
    [['--help', 'name = x'], ['--help']],
  ])('%j prints what %j prints', async (argv, other) => {
    const text = await print(...argv)
    expect(text).toBe(await print(...other))
    expect(text).toMatch(/^Usage: compute-filter /)
  })

  test.each(described)('for `$name` has short lines and every option', async ({ name, options, details }) => {
    const text = await print('help', ...(name === '' ? [] : [name]))
    const lines = text.slice(0, text.length - details.length).split('\n')
    expect(lines.filter((line) => line.length > 100)).toEqual([])
    expect(options.length).toBeGreaterThan(0)
    for (const { term } of options) expect(text).toContain(`  ${term}`)
  })
})

describe('the manual page', () => {
  // npx vitest run test/cli/help.test.ts --update writes it.
  it('is up to date', async () => {
    await expect(await writeManPage()).toMatchFileSnapshot(pathOf('man/compute-filter.1'))
  })

  it('contains every option, with hyphens that can be copied', async () => {
    const page = await writeManPage()
    for (const { term } of described.flatMap(({ options }) => options)) {
      expect(page).toContain(`\n.B ${term.replaceAll('-', '\\-')}\n`)
    }
    expect(page.split('\n').filter((line) => /^['.](?!(?:TH|SH|SS|PP|TP|B|br|nf|fi)\b)/.test(line))).toEqual([])
  })
})

describe('completion', () => {
  const folder = mkdtempSync(join(tmpdir(), 'compute-filter-'))
  writeFileSync(join(folder, 'my file.json'), '')
  writeFileSync(join(folder, 'other.txt'), '')
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0
  const runIn = (shell: string, script: string, ...argv: readonly string[]): string => {
    const { stdout, stderr } = spawnSync(shell, ['-c', script, shell, ...argv], { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
    return stdout
  }

  const rows: readonly (readonly [words: readonly string[], completed: readonly string[]])[] = [
    [['--form'], ['--format']],
    [
      ['--format', ''],
      ['table', 'ndjson', 'json', 'csv', 'value'],
    ],
    [['--format', '=', 'c'], ['csv']],
    [
      ['--format', '='],
      ['table', 'ndjson', 'json', 'csv', 'value'],
    ],
    [['--filter-file', 'my'], ['my file.json']],
    [['--limit', ''], []],
    [['ser'], ['serve']],
    [['name = x', 'o'], ['other.txt']],
    [['name = x', 'ser'], []],
    [['serve', '--prof'], ['--profile']],
    [['serve', '--profile', 'o'], ['observed']],
    [['serve', 'm'], ['my file.json']],
    [['conformance', '--to'], ['--topic']],
    [['conformance', 'm'], []],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [
      ['help', 'c'],
      ['conformance', 'completion'],
    ],
  ]

  test.each(rows)('completes %j in bash', async (words, completed) => {
    const ask = `
COMP_WORDS=(compute-filter "$@"); COMP_CWORD=$#; _compute_filter
for word in "\${COMPREPLY[@]}"; do echo "$word"; done`
    const script = (await print('completion', 'bash')) + ask
    expect(
      runIn('bash', script, ...words)
        .split('\n')
        .slice(0, -1),
    ).toEqual(completed)
  })

  test.skipIf(!has('fish')).each(rows.filter(([words]) => !words.includes('=')))(
    'completes %j in fish',
    async (words, completed) => {
      const line = ['compute-filter', ...words.map((word) => (word.includes(' ') ? `"${word}"` : word))].join(' ')
      const found = runIn('fish', `${await print('completion', 'fish')}\ncomplete -C '${line}'`)
        .split('\n')
        .slice(0, -1)
      const names = found.map((one) => one.replace(/\t.*/, '').replaceAll('\\', ''))
      expect(names.sort()).toEqual([...completed].sort())
    },
  )

  test.skipIf(!has('zsh'))('writes a valid script for zsh', async () => {
    const file = join(folder, '_compute-filter')
    writeFileSync(file, await print('completion', 'zsh'))
    expect(runIn('zsh', 'zsh -n _compute-filter && echo fine')).toBe('fine\n')
    rmSync(file)
  })

  test.each(shells)('contains every command, option and choice in %s', async (shell) => {
    const script = await print('completion', shell)
    for (const { name, options } of described) {
      expect(script).toContain(name)
      for (const { flags, value } of options) {
        for (const flag of flags) expect(script).toContain(shell === 'fish' ? ` ${flag.replace(/^--?/, '')} ` : flag)
        for (const choice of value?.choices ?? []) expect(script).toContain(choice)
      }
    }
  })

  it('quotes special characters of zsh', async () => {
    const script = await print('completion', 'zsh')
    expect(script).toContain(
      `'--filter-file=[read the filter from a file, or - for standard input; all arguments are then files with resources]:file:_files'`,
    )
    expect(script).toContain('print only these fields\\: name,labels.env')
  })
})
