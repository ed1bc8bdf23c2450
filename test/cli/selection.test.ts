import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it, test, vi } from 'vitest'
import { splitFields } from '../../src/cli/fields.ts'
import { sortMatches } from '../../src/cli/sort-matches.ts'
import { images } from '../../src/cli/subject.ts'
import { lines, runInMemory } from './run-in-memory.ts'

const folder = mkdtempSync(join(tmpdir(), 'compute-filter-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const write = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const image = {
  name: 'a',
  diskSizeGb: '10',
  labels: { env: 'dev', 'odd.key': 'x,y', ['__proto__x']: 'p' },
  deprecated: { state: 'OBSOLETE', replacement: null },
  guestOsFeatures: [{ type: 'GVNIC', odd: 1 }, 5, { type: 'WINDOWS' }],
  licenses: ['l1', 'l "2"'],
  shieldedInstanceInitialState: { dbs: [{ content: 'c\n1' }, { fileType: 'BIN' }] },
  description: 'tab\there, "quoted"\r\n\u001b',
}

describe('--fields', () => {
  test.each<readonly [fields: string, selected: unknown]>([
    ['name', { name: 'a' }],
    ['disk_size_gb, name', { diskSizeGb: '10', name: 'a' }],
    ['labels.env', { labels: { env: 'dev' } }],
    ['labels."odd.key",labels.none', { labels: { 'odd.key': 'x,y' } }],
    ['labels.odd\\.key', { labels: { 'odd.key': 'x,y' } }],
    ['labels."a,b"', { labels: {} }],
    ['labels.constructor', { labels: {} }],
    ['deprecated.state,deprecated.replacement', { deprecated: { state: 'OBSOLETE', replacement: null } }],
    ['deprecated.state,deprecated', { deprecated: image.deprecated }],
    ['deprecated,deprecated.state', { deprecated: image.deprecated }],
    ['guestOsFeatures.type', { guestOsFeatures: [{ type: 'GVNIC' }, 5, { type: 'WINDOWS' }] }],
    ['shieldedInstanceInitialState.dbs.content', { shieldedInstanceInitialState: { dbs: [{ content: 'c\n1' }, {}] } }],
    ['family,status', {}],
  ])('%s as JSON', async (fields, selected) => {
    for (const [format, stdout] of [
      ['ndjson', lines(selected)],
      ['json', `[\n${JSON.stringify(selected)}\n]\n`],
    ]) {
      const ran = await runInMemory(['', '--fields', fields, '--format', format ?? ''], { stdin: lines(image) })
      expect(ran).toEqual({ code: 0, stdout, stderr: '' })
    }
  })

  test.each<readonly [format: string, fields: string, stdout: string]>([
    ['value', 'name,guestOsFeatures.type,family,licenses', 'a\tGVNIC;WINDOWS\t\tl1;l "2"\n'],
    ['value', 'description', 'tab\\there, "quoted"\\r\\n\\u001b\n'],
    ['csv', 'name,licenses,family', 'name,licenses,family\na,"l1;l ""2""",\n'],
    ['csv', 'description', 'description\n"tab\there, ""quoted""\r\n\u001b"\n'],
    ['csv', 'labels."odd.key"', '"labels.""odd.key"""\n"x,y"\n'],
    ['csv', 'deprecated.replacement', 'deprecated.replacement\n""\n'],
    ['value', 'deprecated,diskSizeGb', '{"state":"OBSOLETE","replacement":null}\t10\n'],
    ['table', 'name,labels.env,disk_size_gb', 'NAME  LABELS.ENV  DISK_SIZE_GB\na     dev         10\n'],
  ])('as %s: %s', async (format, fields, stdout) => {
    const ran = await runInMemory(['', '--fields', fields, '--format', format], { stdin: lines(image) })
    expect(ran).toEqual({ code: 0, stdout, stderr: '' })
  })

  it('escapes controls in csv on a terminal', async () => {
    const argv = ['', '--fields', 'description', '--format', 'csv']
    const ran = await runInMemory(argv, { stdin: lines(image), isTerminal: { stdout: true } })
    expect(ran.stdout).toBe('description\n"tab\\there, ""quoted""\\r\\n\\u001b"\n')
  })

  test.each([
    ['', ['']],
    ['a', ['a']],
    ['a,b.c', ['a', 'b.c']],
    [',a', ['', 'a']],
    ['a,', ['a', '']],
    ['a,,b', ['a', '', 'b']],
    ['a."b,c","d\\",e"', ['a."b,c"', '"d\\",e"']],
    ['"a,b', ['"a', 'b']],
  ])('%j is split into %j', (text, parts) => {
    expect(splitFields(text)).toEqual(parts)
  })
})

describe('--sort', () => {
  const sorted = async (order: string, images: readonly object[], ...others: string[]): Promise<unknown> => {
    const argv = ['', '--sort', order, '--fields', 'name', '--format', 'value', ...others]
    const ran = await runInMemory(argv, { stdin: lines(...images) })
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    return ran.stdout.trim().split('\n').join(' ')
  }
  const named = (values: readonly object[]) => values.map((value, at) => ({ ...value, name: 'abcdefgh'.charAt(at) }))
  const of = (field: string, ...values: readonly unknown[]) => named(values.map((value) => ({ [field]: value })))

  test.each<readonly [order: string, images: readonly object[], names: string]>([
    ['diskSizeGb', of('diskSizeGb', '10', '9', '9007199254740993', '9007199254740992', undefined, 'x'), 'b a d c e f'],
    ['-diskSizeGb', of('diskSizeGb', '10', '9', '9007199254740993', '9007199254740992', undefined, 'x'), 'c d a b e f'],
    [
      'creationTimestamp',
      of(
        'creationTimestamp',
        '2024-01-01T00:00:00Z',
        '2024-01-01T00:30:00+01:00',
        '2023-12-31T17:00:00.000-07:00',
        null,
      ),
      'b a c d',
    ],
    [
      '-creationTimestamp',
      of(
        'creationTimestamp',
        '2024-01-01T00:00:00Z',
        '2024-01-01T00:30:00+01:00',
        '2023-12-31T17:00:00.000-07:00',
        null,
      ),
      'a c b d',
    ],
    ['family', of('family', 'z', '\uff5a', '\u{1f600}', 'Z', ''), 'e d a b c'],
    ['labels.n', named([{ labels: { n: 'b' } }, { labels: { n: 'a' } }, { labels: {} }, {}]), 'b a c d'],
    [
      'deprecated.state,-name',
      named([{ deprecated: { state: 'OBSOLETE' } }, { deprecated: { state: 'DELETED' } }, {}, {}]),
      'b a d c',
    ],
    ['satisfiesPzs', of('satisfiesPzs', true, false, true, undefined), 'b a c d'],
    ['kind', named([{}, {}, {}]), 'a b c'],
  ])('%s', async (order, images, names) => {
    expect(await sorted(order, images)).toBe(names)
    expect(await sorted(order, images, '--limit', '2')).toBe(names.slice(0, 3))
  })

  test.each([
    ['creationTimestamp desc', '-creationTimestamp'],
    ['name ASC', 'name'],
    ['labels.env descending', '-labels.env'],
    ['family,name desc', '-name'],
  ])('explains how to write a direction: %s', async (order, meant) => {
    const { code, stderr } = await runInMemory(['', '--sort', order])
    expect(code).toBe(2)
    expect(stderr).toMatch(new RegExp(`^compute-filter: --sort: '[^']+' is not a field; write ${meant}\n$`))
  })

  it('sorts rarely near the bound', () => {
    const sorting = sortMatches('-name', 100, 100 * 100)
    const sort = vi.spyOn(Array.prototype, 'sort')
    for (let at = 0; at < 2000; at++) {
      const resource = { name: String(at).padStart(88, '0') }
      sorting.add({ resource, text: JSON.stringify(resource) }, images)
    }
    const count = sort.mock.calls.length
    sort.mockRestore()
    expect(count).toBeGreaterThan(100)
    expect(count).toBeLessThan(200)
    expect(sorting.sorted()).toHaveLength(100)
  })

  it('holds no more than its bound for any number of images', () => {
    const match = (name: string) => ({ resource: { name }, text: JSON.stringify({ name }) })
    const few = sortMatches('-name', 2, 100)
    for (let at = 0; at < 1000; at++) few.add(match(String(at)), images)
    expect(few.sorted().map(({ match: { resource } }) => resource.name)).toEqual(['999', '998'])
    const add = (sorting: ReturnType<typeof sortMatches>) => () => {
      for (let at = 0; at < 3 * 2 ** 16; at++) sorting.add({ resource: { name: 'x' }, text: undefined }, images)
    }
    expect(add(sortMatches('name', undefined, 2 ** 20))).toThrow(
      '--sort can hold at most 1 MiB of resources: add --limit, or narrow the filter',
    )
    expect(add(sortMatches('name', 2 ** 20, 2 ** 20))).toThrow(
      '--sort can hold at most 1 MiB of resources: lower --limit',
    )
  })
})

describe('--limit, --count and --exit-status', () => {
  const three = lines({ name: 'a' }, { name: 'b' }, { name: 'c' })

  test.each<readonly [argv: readonly string[], code: number, stdout: string]>([
    [['', '--limit', '2'], 0, lines({ name: 'a' }, { name: 'b' })],
    [['', '--limit', '5'], 0, three],
    [['', '--limit', '1', '--format', 'json'], 0, '[\n{"name":"a"}\n]\n'],
    [['', '--count'], 0, '3\n'],
    [['name = b', '--count', '--invert'], 0, '2\n'],
    [['', '--count', '--limit', '2'], 0, '2\n'],
    [['name = x', '--count'], 0, '0\n'],
    [['name = x', '--count', '--exit-status'], 1, '0\n'],
    [['name = x', '--exit-status'], 1, ''],
    [['name = a', '--exit-status'], 0, lines({ name: 'a' })],
    [['', '--exit-status', '--invert'], 1, ''],
    [['name = x', '--exit-status', '--sort', 'name'], 1, ''],
  ])('%j', async (argv, code, stdout) => {
    expect(await runInMemory(argv, { stdin: three })).toEqual({ code, stdout, stderr: '' })
  })

  it('keeps 2 for an input error', async () => {
    expect(await runInMemory(['name = x', '--exit-status'], { stdin: 'x' })).toMatchObject({ code: 2 })
  })

  it('counts without a note on a terminal', async () => {
    const isTerminal = { stdout: true }
    expect(await runInMemory(['name = x', '--count'], { stdin: three, isTerminal })).toEqual({
      code: 0,
      stdout: '0\n',
      stderr: '',
    })
  })

  it('reads no further than it needs', async () => {
    let asked = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          asked++
          yield Buffer.from(three)
        }
      })(),
    )
    expect(await runInMemory(['name = c', '--limit', '2'], { stdin: endless })).toMatchObject({ code: 0, stderr: '' })
    expect(asked).toBeLessThan(100)
    expect(endless.destroyed).toBe(true)
  })

  it('reads no further file', async () => {
    const first = write('first.ndjson', three)
    const broken = write('broken.ndjson', 'nonsense')
    expect(await runInMemory(['', first, broken, '--limit', '3'])).toEqual({ code: 0, stdout: three, stderr: '' })
  })
})

describe('several files', () => {
  const a = write('a.ndjson', lines({ name: 'a' }))
  const b = write('b.json', JSON.stringify([{ name: 'b' }]))

  it('are read one after the other, standard input among them', async () => {
    const ran = await runInMemory(['', a, '-', b, a], { stdin: lines({ name: 'i' }) })
    expect(ran).toEqual({
      code: 0,
      stdout: lines({ name: 'a' }, { name: 'i' }, { name: 'b' }, { name: 'a' }),
      stderr: '',
    })
  })

  it('are all checked before any is read', async () => {
    expect(await runInMemory(['', a, '/none'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'compute-filter: /none: no such file\n',
    })
  })

  it('have line numbers of their own', async () => {
    const bad = write('bad.ndjson', `${lines({ name: 'x' })}oops`)
    const ran = await runInMemory(['name = z', a, bad])
    expect(ran.stderr).toMatch(new RegExp(`^compute-filter: ${bad}:2: not JSON`))
  })

  test.each([
    [[a, b], `${a}, ${b}`],
    [[a, b, a, b], '4 files'],
  ])('are named by --explain', async (files, name) => {
    expect(await runInMemory(['', '--explain', 'none', ...files])).toMatchObject({
      code: 2,
      stderr: `compute-filter: no resource named none in ${name}\n`,
    })
  })

  it('share one bar', async () => {
    const large = write('large.ndjson', lines({ name: 'a' }).repeat(30_000))
    let time = 0
    const now = () => (time += 300)
    const bar = await runInMemory(['name = x', large, large], { isTerminal: { stderr: true }, now })
    expect(bar.stderr).toMatch(/\[[=-]+\] \d+ % \| \d+ resources read/)
    const percents = [...bar.stderr.matchAll(/(\d+) %/g)].map(([, percent]) => Number(percent))
    expect(percents).toEqual([...percents].sort((x, y) => x - y))
    expect(Math.max(...percents)).toBeLessThanOrEqual(100)
    const count = await runInMemory(['name = x', large, '-'], { isTerminal: { stderr: true }, now, stdin: 'x' })
    expect(count.stderr).toMatch(/\d resources read/)
    expect(count.stderr).not.toContain('%')
  })
})

describe('--filter-file', () => {
  const filter = write('filter.txt', '\ufeffname = a\n  OR name = b\n')
  const data = write('data.ndjson', lines({ name: 'a' }, { name: 'c' }))

  test.each<readonly [argv: readonly string[], stdin: string, stdout: string]>([
    [['--filter-file', filter], lines({ name: 'b' }), lines({ name: 'b' })],
    [[`--filter-file=${filter}`, data, '-'], lines({ name: 'b' }), lines({ name: 'a' }, { name: 'b' })],
    [['--filter-file', '-', data, '--count'], 'name = c', '1\n'],
  ])('%j', async (argv, stdin, stdout) => {
    expect(await runInMemory(argv, { stdin })).toEqual({ code: 0, stdout, stderr: '' })
  })

  test.each(['\0name = a', '\0'])('reports a NUL at the start: %j', async (text) => {
    const { code, stderr } = await runInMemory(['--filter-file', write('nul.txt', text), data])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^error\[unexpected-character\]: /)
  })

  it('reads UTF-16 with a byte order mark', async () => {
    const file = write('utf16.txt', '')
    writeFileSync(file, Buffer.from('\ufeffname = a', 'utf16le'))
    expect(await runInMemory(['--filter-file', file, data, '--count'])).toEqual({ code: 0, stdout: '1\n', stderr: '' })
  })

  it('shows the place of an error in the file', async () => {
    const wrong = write('wrong.txt', 'name = a AND\nnme = b')
    const { code, stderr } = await runInMemory(['--filter-file', wrong, data])
    expect(code).toBe(1)
    expect(stderr).toContain('  2 | nme = b\n    | ^^^\n')
  })

  test.each([
    ['/none', '/none: no such file'],
    ['-ff', '-ff: no such file'],
    [write('long.txt', 'x'.repeat(2 ** 20 + 1)), `${join(folder, 'long.txt')}: too long for a filter`],
  ])('%s', async (file, message) => {
    expect(await runInMemory(['--filter-file', file])).toEqual({
      code: 2,
      stdout: '',
      stderr: `compute-filter: ${message}\n`,
    })
  })
})

describe('--check', () => {
  const many = 'name = x\n\n nme = y\nname = (\r\n'
  const file = write('filters.txt', many)
  const rendered = (name: string) =>
    [
      `${name}:3: error[unknown-field]: unknown field \`nme\` of \`Image\``,
      '  1 | nme = y',
      '    | ^^^',
      '    = help: did you mean `name`?',
      `${name}:4: error[unexpected-end]: unexpected end of the filter`,
      '  1 | name = (',
      '    |         ^',
      '  note: opened here',
      '  1 | name = (',
      '    |        -',
      '    = help: close the parenthesis with `)`',
      '2 of 3 filters were rejected',
      '',
    ].join('\n')

  test.each<readonly [argv: readonly string[], stdin: string, code: number, stdout: string, stderr: string]>([
    [['-'], many, 1, '', rendered('standard input')],
    [['--filter-file', '-'], many, 1, '', rendered('standard input')],
    [['--filter-file', file], '', 1, '', rendered(file)],
    [['-'], 'name = x\nfamily = y', 0, '2 filters are valid\n', ''],
    [['-'], 'name = x', 0, '1 filter is valid\n', ''],
    [['-'], 'x', 1, '', expect.stringMatching(/\n1 of 1 filter was rejected\n$/)],
    [['-'], '', 0, '0 filters are valid\n', ''],
    [['name = x', '--format', 'json'], '', 0, '[]\n', ''],
    [['-', '--format', 'json'], 'name = x\n', 0, '{"line":1,"filter":"name = x","diagnostics":[]}\n', ''],
  ])('%j of %j', async (argv, stdin, code, stdout, stderr) => {
    expect(await runInMemory(['--check', ...argv], { stdin })).toEqual({ code, stdout, stderr })
  })

  test.each<readonly [argv: readonly string[], stdin: string, code: number, stdout: string, stderr: string]>([
    [
      ['--check', 'name:deb'],
      '',
      0,
      'the filter is valid\n',
      [
        'hint[profile-dependent]: the result depends on the profile switch `hasOnString`: it is `equals` here and `contains` in `observed`',
        '  1 | name:deb',
        '    | ^^^^^^^^',
        '    = help: to compare the whole text, write `name = deb`; to find a part of it, write `name = *deb*`',
        '',
      ].join('\n'),
    ],
    [
      ['--check', '-'],
      'diskSizeGb = 99999999999999999999\nname = x',
      0,
      '2 filters are valid\n',
      expect.stringMatching(/^standard input:1: hint\[out-of-range\]/),
    ],
    // One filter over several lines, and two.
    [['--check', '-'], 'name = x AND\n\nfamily = y\n', 0, '1 filter is valid\n', ''],
    [['--check', '-'], '(name = x\nOR name = y)', 0, '1 filter is valid\n', ''],
    [
      ['--check', '-'],
      `name = x AND\n${'name = y '.repeat(1000)}`,
      1,
      '',
      expect.stringMatching(/\n2 of 2 filters were rejected\n$/),
    ],
    [['--fix', 'nme == x'], '', 0, 'name = x\n', ''],
    [['--fix', 'name = x'], '', 0, 'name = x\n', ''],
    [['--fix', 'name:deb'], '', 0, 'name = deb\n', ''],
    [['--fix', 'name:deb', '--profile', 'observed'], '', 0, 'name = *deb*\n', ''],
    [
      ['--fix', 'nme = x AND status < READY'],
      '',
      1,
      'name = x AND status < READY\n',
      expect.stringMatching(/^error\[comparator-type\]/),
    ],
    [['--fix', '-'], 'nme = x\nname = y\n', 0, 'name = x\nname = y\n', ''],
    [
      ['--fix', '-'],
      'nme = x\nstatus < READY\n',
      1,
      'name = x\nstatus < READY\n',
      expect.stringMatching(/\n1 of 2 filters was rejected\n$/),
    ],
    [['--fix', 'nme = x', '--format', 'json'], '', 0, '{"filter":"name = x","diagnostics":[]}\n', ''],
    [['--fix', '-', '--format', 'json'], 'nme = x', 0, '{"line":1,"filter":"name = x","diagnostics":[]}\n', ''],
    [['--fix', 'name = x', 'a.json'], '', 2, '', 'compute-filter: --fix reads no resources: remove the file\n'],
    [['--fix', 'name = x', '--format', 'table'], '', 2, '', 'compute-filter: --fix supports only the format json\n'],
  ])('prints hints and fixes: %j of %j', async (argv, stdin, code, stdout, stderr) => {
    expect(await runInMemory(argv, { stdin })).toEqual({ code, stdout, stderr })
  })

  it('fixes many mistakes', async () => {
    const { code, stdout } = await runInMemory(['--fix', Array.from({ length: 150 }, () => 'nme = x').join(' ')])
    expect([code, stdout.match(/name/g)?.length]).toEqual([0, 150])
  })

  it('prints diagnostics as JSON', async () => {
    const diagnostic = {
      code: 'unknown-field',
      severity: 'error',
      message: 'unknown field `nme` of `Image`',
      span: { start: 0, end: 3 },
      details: { name: 'nme', parent: 'Image', nearest: ['name'] },
      help: 'did you mean `name`?',
      fixes: [{ title: 'write `name`', edits: [{ span: { start: 0, end: 3 }, text: 'name' }], isPreferred: true }],
    }
    const one = await runInMemory(['--check', 'nme = y', '--format', 'json'])
    expect([one.code, JSON.parse(one.stdout), one.stderr]).toEqual([1, [diagnostic], ''])
    const all = await runInMemory(['--check', '-', '--format', 'json'], { stdin: many })
    const found = all.stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect([all.code, all.stderr, found.length]).toEqual([1, '', 3])
    expect(found[1]).toEqual({ line: 3, filter: 'nme = y', diagnostics: [diagnostic] })
  })

  it('rejects a line that is too long for a filter', async () => {
    expect(await runInMemory(['--check', '-'], { stdin: `\n${'x'.repeat(2 ** 20 + 1)}\n` })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'compute-filter: standard input:2: too long for a filter\n',
    })
  })
})
