import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it, test } from 'vitest'
import { fitWidths } from '../../src/cli/fit-widths.ts'
import { hasColors } from '../../src/cli/paint.ts'
import { lines, runInMemory } from './run-in-memory.ts'

const esc = '\u001b['
const red = (text: string) => `${esc}31m${text}${esc}39m`
const blue = (text: string) => `${esc}34m${text}${esc}39m`
const cyan = (text: string) => `${esc}36m${text}${esc}39m`
const bold = (text: string) => `${esc}1m${text}${esc}22m`

describe('colors', () => {
  const image = lines({ name: 'a', family: 'b' })
  const table = ['', '--fields', 'name,family', '--format', 'table']

  test.each<readonly [option: readonly string[], env: Record<string, string>, isTerminal: boolean, isColored: boolean]>(
    [
      [[], {}, true, true],
      [[], {}, false, false],
      [[], { NO_COLOR: '1' }, true, false],
      [[], { NO_COLOR: '' }, true, true],
      [[], { TERM: 'dumb' }, true, false],
      [[], { FORCE_COLOR: '1' }, false, true],
      [[], { FORCE_COLOR: '0' }, true, false],
      [[], { FORCE_COLOR: 'false' }, true, false],
      [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
      [['--color'], { NO_COLOR: '1' }, false, true],
      [['--no-color'], { FORCE_COLOR: '1' }, true, false],
    ],
  )('with %j and %j, terminal %s: %s', async (option, env, isTerminal, isColored) => {
    const situation = { env, isTerminal: { stdout: isTerminal, stderr: isTerminal } }
    const shown = await runInMemory([...table, ...option], { ...situation, stdin: image })
    expect(shown.stdout).toBe(`${isColored ? bold('NAME  FAMILY') : 'NAME  FAMILY'}\na     b\n`)
    const rejected = await runInMemory(['nme = a', ...option], situation)
    expect(rejected.stderr.includes(esc)).toBe(isColored)
    expect(stripVTControlCharacters(rejected.stderr)).toMatch(/^error\[unknown-field\]: .*\n.*\n {4}\| \^\^\^\n/)
  })

  it('show the code, the carets, the other place and the help', async () => {
    const filter = 'name = (^^^'
    const { stderr } = await runInMemory(['--color', '--check', '-'], { stdin: filter.slice(0, 8) })
    expect(stderr).toBe(
      [
        `standard input:1: ${bold(red('error[unexpected-end]'))}: unexpected end of the filter`,
        '  1 | name = (',
        `    |         ${red('^')}`,
        '  note: opened here',
        '  1 | name = (',
        `    |        ${blue('-')}`,
        `    = ${cyan('help: close the parenthesis with `)`')}`,
        '1 of 1 filter was rejected',
        '',
      ].join('\n'),
    )
  })

  it('leave the text of a filter as it is', async () => {
    const { stderr } = await runInMemory(['--color', 'nme = "^^^ = help: error[x]"'])
    expect(stderr).toContain('\n  1 | nme = "^^^ = help: error[x]"\n')
  })

  test('are used on a terminal by default', () => {
    expect(hasColors(undefined, { TERM: 'xterm' }, true)).toBe(true)
  })
})

describe('a table on a terminal', () => {
  const images = [
    {
      name: 'debian-12-bookworm-v20260915',
      family: 'debian-12',
      architecture: 'X86_64',
      diskSizeGb: '10',
      status: 'READY',
    },
    { name: '画像', family: '한국어-é\u0301', architecture: 'ARM64', status: '😀' },
  ]
  const show = async (columns: number | undefined, ...options: readonly string[]): Promise<readonly string[]> => {
    const isTerminal = { stdout: true, ...(columns !== undefined && { columns }) }
    const { stdout } = await runInMemory(['', '--no-color', ...options], { stdin: lines(...images), isTerminal })
    return stdout.split('\n').slice(0, -1)
  }
  const whole = [
    'NAME                          FAMILY     ARCHITECTURE  DISK_GB  STATUS  DEPRECATED  CREATED',
    'debian-12-bookworm-v20260915  debian-12  X86_64        10       READY',
    '画像                          한국어-é\u0301   ARM64                  😀',
  ]

  test.each<readonly [columns: number | undefined, rows: readonly string[]]>([
    [undefined, whole],
    [0, whole],
    [200, whole],
    [91, whole],
    [
      80,
      [
        'NAME                          FAMILY  ARCHIT…  DISK_GB  STATUS  DEPREC…  CREATED',
        'debian-12-bookworm-v20260915  debia…  X86_64   10       READY',
        '画像                          한국…   ARM64             😀',
      ],
    ],
    [40, ['NAME  FAM…  ARC…  DIS…  STA…  DEP…  CRE…', 'deb…  deb…  X86…  10    REA…', '画像  한…   ARM…        😀']],
    [
      60,
      [
        'NAME                      FAM…  ARC…  DIS…  STA…  DEP…  CRE…',
        'debian-12-bookworm-v202…  deb…  X86…  10    REA…',
        '画像                      한…   ARM…        😀',
      ],
    ],
  ])('fits %s columns', async (columns, rows) => {
    const shown = await show(columns)
    expect(shown.map((row) => row.trimEnd())).toEqual(rows)
  })

  it('is cut only to a readable width', async () => {
    expect((await show(10))[1]).toBe('deb…  deb…  X86…  10    REA…')
  })

  it('cuts the first column last where there is no name', async () => {
    expect((await show(16, '--fields', 'family,architecture'))[0]).toBe('FAMILY     ARCH…')
  })

  it('shows more than 80 columns of a text on a wide terminal', async () => {
    const image = JSON.stringify({ name: 'a', description: 'x'.repeat(200) })
    const shownBy = async (isTerminal: object): Promise<string> => {
      const { stdout } = await runInMemory(['', '--format', 'table', '--fields', 'name,description'], {
        stdin: [image],
        isTerminal,
      })
      return stdout.split('\n')[1] ?? ''
    }
    expect(await shownBy({ stdout: true, columns: 120 })).toBe(`a     ${'x'.repeat(113)}…`)
    expect(await shownBy({ stdout: true, columns: 300 })).toBe(`a     ${'x'.repeat(200)}`)
    expect(await shownBy({})).toBe(`a     ${'x'.repeat(79)}…`)
  })

  it('is not cut in a file', async () => {
    const { stdout } = await runInMemory(['', '--format', 'table'], { stdin: lines(...images) })
    expect(
      stdout
        .split('\n')
        .slice(0, -1)
        .map((row) => row.trimEnd()),
    ).toEqual(whole)
  })

  test.each([
    [[10, 20, 30], 60, 0, [10, 20, 30]],
    [[10, 20, 30], 50, 0, [10, 20, 20]],
    [[10, 20, 30], 30, 2, [4, 4, 22]],
    [[10, 20, 30], 30, 0, [10, 10, 10]],
    [[40, 4], 20, 0, [16, 4]],
    [[3, 3], 0, 0, [3, 3]],
    [[20, 20], 16, 0, [12, 4]],
    [[20, 20], 10, 0, [6, 4]],
    [[20, 20], -5, 0, [4, 4]],
  ])('fits %j into %i with %i kept: %j', (widest, room, kept, widths) => {
    expect(fitWidths(widest, room, kept)).toEqual(widths)
  })
})
