import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { compile, FilterError } from '../../src/index.ts'
import { schemaOf } from '../../src/resources/index.ts'
import { lines, runInMemory } from './run-in-memory.ts'

const debian = { name: 'debian-12', family: 'debian', status: 'READY', labels: { env: 'dev' } }
const stdin = lines(debian)

const hyphenAdvice = "; put `--` before a filter that begins with `-`: compute-filter -- '-deprecated:*' images.ndjson"

describe('usage errors', () => {
  test.each<readonly [argv: readonly string[], message: string | RegExp]>([
    [[], 'missing filter (try compute-filter --help)'],
    [['name', '=', 'x'], "no such file: `=`; put the whole filter in quotes: compute-filter 'name = x'"],
    [
      ['name=x', 'AND', '(a=b)', '-'],
      "no such file: `AND`; put the whole filter in quotes: compute-filter 'name=x AND (a=b)'",
    ],
    [['name=x', 'OR', "it's"], 'no such file: `OR`; put the whole filter in quotes'],
    [['name=x', '-', '='], '=: no such file'],
    [['package.json', 'name=x'], 'the filter comes first, then the files'],
    [['name=x', '/none/b', 'c'], '/none/b: no such file'],
    [['', '--fromat', 'json'], /^unknown option '--fromat' \(Did you mean --format\?\) \(try compute-filter --help\)$/],
    [['', '-x'], `unknown option '-x'${hyphenAdvice} (try compute-filter --help)`],
    [
      ['', '-v'],
      /^unknown option '-v': use --version for the version, or --invert for the resources that do not match \(/,
    ],
    [['--deprecated'], "unknown option '--deprecated' (try compute-filter --help)"],
    [['--', '-name:*', '--check'], '--check: no such file; options come before `--`'],
    [['a', '=', 'x', '--'], "no such file: `=`; put the whole filter in quotes: compute-filter 'a = x'"],
    [['', '--format'], "option '--format <format>' argument missing (try compute-filter --help)"],
    [['', '--format', 'xml'], /argument 'xml' is invalid\. Allowed choices are table, ndjson, json, csv, value\./],
    [['', '--profile', 'x'], /argument 'x' is invalid\. Allowed choices are documented, observed\./],
    [['', '--check', '--explain', 'a'], /^option '--check' cannot be used with option '--explain <name>'/],
    [['', '--check', '--format', 'csv'], '--check supports only the format json'],
    [['', '--check', '--count'], /^option '--check' cannot be used with option '--count'/],
    [['', '--explain', 'a', '--limit', '1'], /^option '--explain <name>' cannot be used with option '--limit <count>'/],
    [['', '--count', '--sort', 'name'], /^option '--count' cannot be used with option '--sort <fields>'/],
    [['', '--limit', '0'], /argument '0' is invalid\. Must be a whole number from 1 to 999999999\./],
    [['', '--limit', '-5'], /argument '-5' is invalid\. Must be a whole number/],
    [['', '-', '-'], 'standard input can be read only once: remove one -'],
    [['--filter-file', '-'], 'the filter is read from standard input: name a file with the resources'],
    [['--filter-file=-', 'a', '-'], 'the filter is read from standard input: name a file with the resources'],
    [['', '--fields', 'nme'], "--fields: unknown field 'nme' of Image; did you mean name?"],
    [['', '--fields', 'deprecated.x'], "--fields: unknown field 'x' of deprecated"],
    [['', '--fields', 'name.x'], '--fields: name has no fields'],
    [['', '--fields', 'licenses.0'], '--fields: licenses cannot be indexed: a field means all of its elements'],
    [['', '--fields', 'licenses[0]'], '--fields: licenses cannot be indexed: a field means all of its elements'],
    [['', '--fields', ''], '--fields: a field is missing'],
    [['', '--fields', 'name,'], '--fields: a field is missing'],
    [['', '--fields', ',name'], '--fields: a field is missing'],
    [['', '--fields', 'name,,family'], '--fields: a field is missing'],
    [['', '--fields', 'a b'], "--fields: 'a b' is not a field"],
    [['', '--fields', 'name:x OR family'], "--fields: 'name:x OR family' is not a field"],
    [['', '--fields', '"name'], "--fields: '\"name' is not a field"],
    [['', '--sort', 'nme'], "--sort: unknown field 'nme' of Image; did you mean name?"],
    [['', '--sort', 'licenses'], '--sort: licenses cannot be sorted: it may have several values'],
    [
      ['', '--sort', 'guestOsFeatures.type'],
      '--sort: guestOsFeatures.type cannot be sorted: it may have several values',
    ],
    [['', '--sort', 'labels'], '--sort: labels cannot be sorted; sort by one of its fields'],
    [['', '--sort', '-deprecated'], '--sort: deprecated cannot be sorted; sort by one of its fields'],
    [['', '--explain', 'a', '--format', 'json'], /cannot be used with option '--format <format>'/],
    [['', 'images.json', '--check'], '--check reads no resources: remove the file'],
    [['', '--f\u001b\n=x'], /^unknown option '--f\\u001b =x'|^unknown option '--f\\u001b'/],
  ])('%j', async (argv, message) => {
    const ran = await runInMemory(argv, { stdin })
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).toMatch(/^compute-filter: [^\n]*\n$/)
    const said = ran.stderr.slice('compute-filter: '.length, -1)
    if (typeof message === 'string') expect(said).toBe(message)
    else expect(said).toMatch(message)
  })
})

it.each([
  [['--chekc'], "unknown option '--chekc' (Did you mean --check?) (try compute-filter --help)"],
  [['serve', 'a', '--prot', '1'], "unknown option '--prot' (Did you mean --port?) (try compute-filter serve --help)"],
  [
    ['conformance', '--command', 'x', '--tpic', 'y'],
    "unknown option '--tpic' (Did you mean --topic?) (try compute-filter conformance --help)",
  ],
])('reports an unknown option on one line: %j', async (argv, message) => {
  expect(await runInMemory(argv)).toEqual({ code: 2, stdout: '', stderr: `compute-filter: ${message}\n` })
})

it('accepts a filter that begins with a hyphen after --', async () => {
  const argv = ['--', '-deprecated:*']
  expect(await runInMemory(argv, { stdin })).toEqual({ code: 0, stdout: stdin, stderr: '' })
})

describe('help and version', () => {
  test.each(['-h', '--help'])('%s', async (option) => {
    const ran = await runInMemory([option])
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    for (const word of [
      'Usage: compute-filter [options] <filter> [files...]',
      '--skip-bad',
      '--explain',
      'Exit codes: 0 ',
      'Examples:',
    ]) {
      expect(ran.stdout).toContain(word)
    }
  })

  it('shows only examples that work', async () => {
    const { stdout } = await runInMemory(['--help'])
    const filters = [...stdout.slice(stdout.indexOf('Examples:')).matchAll(/'([^']+)'/g)].map(
      ([, filter = '']) => filter,
    )
    expect(filters).toHaveLength(6)
    for (const filter of filters) {
      const schema = filter.includes('RUNNING') ? schemaOf('Instance') : undefined
      expect(compile<unknown>(filter, { schema }).filter.kind).toBe('filter')
    }
  })

  test.each(['-V', '--version'])('%s', async (option) => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(await runInMemory([option])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })
})

describe('filters', () => {
  test.each<readonly [argv: readonly string[], matches: boolean]>([
    [[''], true],
    [['family = debian'], true],
    [['family = ubuntu'], false],
    [['name eq "debian-.*"'], true],
    [['-labels.owner:*'], true],
    [['-labels.env:*'], false],
    [['--', '-labels.owner:*'], true],
    [['-(labels.env = dev)'], false],
    [['-labels.owner:*', '-'], true],
    [['name = x', '--invert'], true],
    [['family = debian', '--invert'], false],
    [['--no-progress', '-labels.owner:*', '--format', 'ndjson'], true],
    [['name:debian'], false],
    [['name:debian', '--profile', 'observed'], true],
    [['--profile=documented', 'name:debian'], false],
    [['status = ready', '--profile', 'observed'], true],
  ])('%j: %s', async (argv, matches) => {
    expect(await runInMemory(argv, { stdin })).toEqual({ code: 0, stdout: matches ? stdin : '', stderr: '' })
  })
})

describe('a filter that is rejected', () => {
  const filter = 'famly = debian AND\n diskSizeGb > "\u001b"'
  const expected = ((): string => {
    try {
      compile(filter)
    } catch (error) {
      if (error instanceof FilterError) return `${error.toString()}\n`
    }
    throw new Error('the filter is to be rejected')
  })()

  test.each([[[]], [['--check']], [['--explain', 'debian-12']], [['--format', 'json']], [['--count']]])(
    'with %j',
    async (options) => {
      expect(await runInMemory([filter, ...options], { stdin })).toEqual({ code: 1, stdout: '', stderr: expected })
      expect(expected).toContain('^^^^^')
      expect(expected).not.toContain('\u001b')
    },
  )

  it('is reported before the file is opened', async () => {
    expect(await runInMemory(['name ~ x', '/none'])).toMatchObject({ code: 1 })
  })

  it('has exit code 2 with --exit-status', async () => {
    expect(await runInMemory([filter, '--exit-status'], { stdin })).toEqual({ code: 2, stdout: '', stderr: expected })
  })

  it.each(['-labels.env', '-deprecated'])('rejects %s, which compares nothing, as a filter', async (bare) => {
    const { code, stderr } = await runInMemory([bare], { stdin })
    expect(code).toBe(1)
    expect(stderr).toContain(`to test whether it is set, write \`${bare.slice(1)}:*\``)
  })

  it('depends on the profile', async () => {
    const twoFields = '(name eq a.*)(family eq b.*)'
    expect(await runInMemory([twoFields, '--check'])).toMatchObject({ code: 1 })
    expect(await runInMemory([twoFields, '--check', '--profile', 'observed'])).toMatchObject({ code: 0 })
  })
})

test('--check reports a valid filter, and reads no input', async () => {
  expect(await runInMemory(['name = x', '--check'], { stdin: 'nonsense' })).toEqual({
    code: 0,
    stdout: 'the filter is valid\n',
    stderr: '',
  })
})

test('says on a terminal that it waits for resources', async () => {
  const isTerminal = { stdin: true }
  const note = 'compute-filter: reading resources from the terminal; to read a file, see --help\n'
  expect(await runInMemory([''], { stdin, isTerminal })).toEqual({ code: 0, stdout: stdin, stderr: note })
  expect(await runInMemory(['', '/none'], { stdin, isTerminal })).toMatchObject({
    stderr: 'compute-filter: /none: no such file\n',
  })
})

test('reports an unexpected error on one line', async () => {
  const stdinLike = Object.defineProperty([], 'isTTY', {
    get: () => {
      throw new TypeError('odd\nindeed')
    },
  })
  const { run } = await import('../../src/cli/run.ts')
  const { PassThrough } = await import('node:stream')
  const stderr = new PassThrough()
  const code = await run({
    argv: [''],
    stdin: stdinLike as unknown as AsyncIterable<Uint8Array>,
    stdout: new PassThrough(),
    stderr,
  })
  expect(code).toBe(2)
  expect(String(stderr.read())).toBe('compute-filter: odd\\nindeed\n')
})
