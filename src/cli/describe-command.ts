import type { Command, Option } from 'commander'
import { type CommandEntry, commands } from './commands.ts'
import { resourceNames } from './resource-names.ts'

/** An option as `--help`, the manual and completion describe it. */
export interface OptionEntry {
  /** `-h`, `--help` */
  readonly flags: readonly string[]
  /** As in `--help`: `--format <format>`. */
  readonly term: string
  readonly summary: string
  /** The summary with choices and default. */
  readonly description: string
  /** The heading of its group: `Output:`. */
  readonly group: string
  readonly value: ValueEntry | undefined
}

/** The value of an option, or an argument. */
export interface ValueEntry {
  readonly name: string
  readonly choices: readonly string[]
  readonly isFile: boolean
}

export interface DescribedCommand {
  readonly name: CommandEntry['name']
  readonly summary: string
  readonly description: string
  /** `compute-filter serve [options] <path>` */
  readonly usage: string
  /** The arguments, as in `--help`: `[files...]`, the resources. */
  readonly terms: readonly Pick<OptionEntry, 'term' | 'description'>[]
  readonly options: readonly OptionEntry[]
  /** The argument that is completed: a resource, or the last. */
  readonly argument: ValueEntry | undefined
  /** The help below the options. */
  readonly details: string
}

/** All commands, as their help describes them. */
export const describeCommands = (): Promise<readonly DescribedCommand[]> => Promise.all(commands.map(describe))

async function describe({ name, summary, load }: CommandEntry): Promise<DescribedCommand> {
  let text = ''
  const command: Command = await load((piece) => (text += piece))
  command.outputHelp()
  const help = command.createHelp()
  const all = command.registeredArguments
  const last = all.find((argument) => argument.name() === 'resource') ?? all.at(-1)
  return {
    name,
    summary,
    description: command.description(),
    usage: `${command.name()} ${command.usage()}`,
    terms: help.visibleArguments(command).map((argument) => ({
      term: help.argumentTerm(argument),
      description: help.argumentDescription(argument),
    })),
    options: help.visibleOptions(command).map((option) => describeOption(option, help.optionDescription(option))),
    argument: last && describeValue(last.name(), last.argChoices),
    details: text.slice(command.helpInformation().length).trim(),
  }
}

function describeOption(option: Option, description: string): OptionEntry {
  const { flags, short, long, description: summary, argChoices, helpGroupHeading = 'Options:' } = option
  const name = /<(.*)>/.exec(flags)?.[1]
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    term: flags,
    summary,
    description,
    group: helpGroupHeading,
    value: name === undefined ? undefined : describeValue(name, argChoices),
  }
}

const describeValue = (name: string, choices: readonly string[] = []): ValueEntry => ({
  name,
  choices: name === 'resource' ? resourceNames : choices,
  isFile: /^(?:file|files|path|directory)$/.test(name),
})
