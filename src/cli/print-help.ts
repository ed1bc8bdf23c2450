import type { CommanderError } from 'commander'
import { type CommandEntry, commands, type Shell } from './commands.ts'
import { printCompletion } from './completion.ts'
import { UsageError } from './usage-error.ts'
import { describeUsage } from './usage.ts'

/** The output of `help`: the help of the program or of a command. @throws UsageError */
export async function printHelp(argv: readonly string[]): Promise<string> {
  const asked = await readArgument('help', argv)
  return 'print' in asked ? asked.print : helpOf(asked.argument ?? '')
}

/** The output of `completion`: a script. @throws UsageError */
export async function printScript(argv: readonly string[]): Promise<string> {
  const asked = await readArgument('completion', argv)
  return 'print' in asked ? asked.print : printCompletion(asked.argument as Shell)
}

async function helpOf(name: string): Promise<string> {
  let text = ''
  for (const { name: other, load } of commands) {
    if (other === name) (await load((piece) => (text += piece))).outputHelp()
  }
  return text
}

/** Reads the argument of a command that takes one. @throws UsageError */
async function readArgument(
  name: CommandEntry['name'],
  argv: readonly string[],
): Promise<{ readonly print: string } | { readonly argument: string | undefined }> {
  let print = ''
  const command = await commands.find((entry) => entry.name === name)?.load((text) => (print += text))
  try {
    command?.parse(argv, { from: 'user' })
  } catch (error) {
    const told = error as CommanderError
    if (told.exitCode === 0) return { print }
    throw new UsageError(`${describeUsage(told)} (try compute-filter ${name} --help)`)
  }
  return { argument: command?.args[0] }
}
