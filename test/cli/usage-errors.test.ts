import { describe, expect, test } from 'vitest'
import { runInMemory } from './run-in-memory.ts'

/** For each command: valid arguments, and invalid ones of each kind that commander reports. */
const commands: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '': {
    'an unknown option': ['', '--fromat', 'json'],
    'a short option that is unknown': ['', '-x'],
    'an option without its value': ['', '--format'],
    'a wrong choice': ['', '--format', 'xml'],
    'a missing argument': [],
    'two options that exclude each other': ['', '--check', '--explain', 'a'],
    'control characters': ['', '--f\u001b\n=x'],
  },
  serve: {
    'an unknown option': ['a', '--prot', '1'],
    'a short option that is unknown': ['a', '-x'],
    'an option without its value': ['a', '--port'],
    'a wrong choice': ['a', '--profile', 'xml'],
    'a wrong number': ['a', '--port', 'x'],
    'a missing argument': [],
    'control characters': ['a', '--f\u001b\n=x'],
  },
  conformance: {
    'an unknown option': ['--tpic', 'a'],
    'a short option that is unknown': ['-x'],
    'an option without its value': ['--topic'],
    'a wrong number': ['--max-failures', 'x'],
    'a missing option': [],
    'too many arguments': ['--list', 'a'],
    'control characters': ['--f\u001b\n=x'],
  },
  completion: {
    'an unknown option': ['bash', '--hlep'],
    'a short option that is unknown': ['-x'],
    'a wrong choice': ['tcsh'],
    'a missing argument': [],
    'too many arguments': ['bash', 'zsh'],
    'control characters': ['--f\u001b\n=x'],
  },
  help: {
    'an unknown option': ['serve', '--hlep'],
    'a short option that is unknown': ['-x'],
    'a wrong choice': ['srve'],
    'too many arguments': ['serve', 'conformance'],
    'control characters': ['--f\u001b\n=x'],
  },
}

const rows = Object.entries(commands).flatMap(([command, kinds]) =>
  Object.entries(kinds).map(([kind, argv]) => ({ command, kind, argv: command === '' ? argv : [command, ...argv] })),
)

describe('a usage error', () => {
  test.each(rows)('is one line in plain words: `$command`, $kind', async ({ command, argv }) => {
    const { code, stdout, stderr } = await runInMemory(argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^compute-filter: \P{Cc}+\n$/u)
    expect(stderr).not.toMatch(/\\n|error:/)
    const help = command === '' ? '--help' : `${command} --help`
    expect(stderr.endsWith(` (try compute-filter ${help})\n`)).toBe(true)
  })

  test.each(rows.filter(({ kind }) => kind === 'an unknown option'))(
    'suggests a similar option: `$command`',
    async ({ argv }) => {
      expect((await runInMemory(argv)).stderr).toMatch(/unknown option '--\w+' \(Did you mean --\w+\?\) \(try /)
    },
  )
})

test.each(['completion', 'help'])('describes a wrong argument of %s in plain words', async (command) => {
  const { code, stderr } = await runInMemory([command, 'basj'])
  expect(code).toBe(2)
  expect(stderr).toMatch(/^compute-filter: argument 'basj' is invalid for '(?:shell|command)'\. Allowed choices are /)
})
