import { Argument, Command } from 'commander'
import { createFilterCommand } from './filter-command.ts'

/** A command of the program. The filter command has no name. */
export interface CommandEntry {
  readonly name: '' | 'fields' | 'serve' | 'conformance' | 'completion' | 'help'
  /** A few words for the list of commands. */
  readonly summary: string
  /** Creates the command with its arguments and options. Its help is passed to `write`. */
  readonly load: (write: (text: string) => void) => Promise<Command>
}

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** All commands. Large ones are loaded on demand. */
export const commands: readonly CommandEntry[] = [
  { name: '', summary: 'filter resources', load: (write) => Promise.resolve(createFilterCommand(write)) },
  {
    name: 'fields',
    summary: 'list the fields of a resource',
    load: async (write) => (await import('./list-fields.ts')).createFieldsCommand(write),
  },
  {
    name: 'serve',
    summary: 'emulate the list methods of Compute Engine',
    load: async (write) => (await import('./serve/arguments.ts')).createServeCommand(write),
  },
  {
    name: 'conformance',
    summary: 'score an implementation of the filter language',
    load: async (write) => (await import('./conformance/arguments.ts')).createConformanceCommand(write),
  },
  {
    name: 'completion',
    summary: 'print a completion script for a shell',
    load: (write) => Promise.resolve(createCompletionCommand(write)),
  },
  { name: 'help', summary: 'print the help of a command', load: (write) => Promise.resolve(createHelpCommand(write)) },
]

export const namesOfCommands = commands.map(({ name }) => name).filter((name) => name !== '')

export const isCommand = (word: string | undefined): boolean =>
  word !== undefined && word !== '' && commands.some(({ name }) => name === word)

const createCompletionCommand = (write: (text: string) => void): Command =>
  createSmallCommand('completion', write)
    .description('Prints a script that completes commands, options, option values and files.')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText(
      'after',
      `
Examples:
  compute-filter completion bash > ~/.local/share/bash-completion/completions/compute-filter
  compute-filter completion zsh > "\${fpath[1]}/_compute-filter"
  compute-filter completion fish > ~/.config/fish/completions/compute-filter.fish`,
    )

const createHelpCommand = (write: (text: string) => void): Command =>
  createSmallCommand('help', write)
    .description('Prints the help of the program or of one of its commands.')
    .addArgument(new Argument('[command]', 'the command').choices(namesOfCommands))

const createSmallCommand = (name: string, write: (text: string) => void): Command =>
  new Command(`compute-filter ${name}`)
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined, getOutHelpWidth: () => 100 })
