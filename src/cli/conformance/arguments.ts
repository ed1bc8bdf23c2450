import { Command, type CommanderError } from 'commander'
import { UsageError } from '../usage-error.ts'
import { describeUsage } from '../usage.ts'
import { type Choice, topics } from './choose-cases.ts'
import { protocol } from './protocol.ts'

/** A request to score a program. */
export interface RunRequest extends Choice {
  readonly command: string
  /** Whether a rejection must have the code of its case. */
  readonly codes: boolean
  /** Whether each case is reported as a line of JSON, instead of failures and score. */
  readonly json: boolean
  /** The maximum number of failures that are shown. */
  readonly maxFailures: number
  /** Without an answer for this long, the program is ended. */
  readonly timeoutMs: number
  /** The maximum number of times that the program is started again. Default: two for each case */
  readonly maxRestarts?: number | undefined
}

/** A request to list cases. */
export interface ListCasesRequest extends Choice {
  readonly list: true
}

interface Given
  extends
    Omit<RunRequest, 'command' | 'codes' | 'json' | keyof Choice>,
    Partial<Pick<RunRequest, 'codes' | 'json' | keyof Choice>> {
  readonly command?: string
  readonly list?: true
}

/** Reads the arguments after `conformance`. @throws UsageError */
export function parseConformanceArguments(
  argv: readonly string[],
): RunRequest | ListCasesRequest | { readonly print: string } {
  let print = ''
  const command = createConformanceCommand((text) => (print += text))
  try {
    command.parse(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof UsageError) throw error
    const told = error as CommanderError
    if (told.exitCode === 0) return { print }
    throw usageFailure(describeUsage(told))
  }
  const { command: program, list, ...given } = command.opts<Given>()
  const rest = { codes: false, json: false, topic: [], skip: [], case: [], ...given }
  if (list) return { ...rest, list }
  if (program === undefined) throw usageFailure('`--command <command>` or `--list` is required')
  return { ...rest, command: program }
}

/** The command `conformance`, for reading arguments, help and completion. The help is passed to `write`. */
export const createConformanceCommand = (write: (text: string) => void): Command =>
  new Command('compute-filter conformance')
    .description(
      'Scores an implementation of the filter language, in any programming language, with the conformance suite.',
    )
    .option('--command <command>', 'the shell command that starts the implementation')
    .option('--topic <topic>', `run only the cases of this topic: ${topics.join(', ')}; may be repeated`, append)
    .option('--skip <topic>', 'skip the cases of this topic; may be repeated', append)
    .option('--case <id>', 'run only this case; may be repeated', append)
    .option('--list', 'list the cases without running them')
    .option('--codes', 'require each rejection to have the expected error code')
    .option('--json', 'print each case as a line of JSON, instead of the failures and the score')
    .option('--max-failures <count>', 'the maximum number of failures to show', wholeNumber, 20)
    .option('--timeout-ms <milliseconds>', 'the maximum time for an answer', wholeNumber, 10_000)
    .option(
      '--max-restarts <count>',
      'the maximum number of restarts of the program (default: two per case)',
      wholeNumber,
    )
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', protocol)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined, getOutHelpWidth: () => 100 })

const append = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw usageFailure(`not a whole number: ${text}`)
  return Number(text)
}

const usageFailure = (message: string): UsageError =>
  new UsageError(`${message} (try compute-filter conformance --help)`)
