import { Command, type CommanderError } from 'commander'
import { conformanceCases } from '../../testing/conformance/index.ts'
import { Failure } from '../failure.ts'
import { describeUsage } from '../usage.ts'

export interface ConformanceRequest {
  readonly command: string
  readonly topic: string | undefined
  /** How many failures are shown. */
  readonly show: number
  /** Seconds without an answer after which it is given up. */
  readonly patience: number
}

interface Given {
  readonly command: string
  readonly topic?: string
  readonly show: number
  readonly patience: number
}

/** In the order of the suite. */
export const topics: readonly string[] = [...new Set(conformanceCases.map(({ topic }) => topic))]

const protocol = `
The command is given one JSON object a line on its standard input, and answers each with one line on its standard output:

  {"id":"types-1","profile":"documented","filter":"name = a","resources":[{"name":"a"}]}   {"id":"types-1","matches":[true]}
  {"id":"errors-1","profile":"documented","filter":"name ="}                               {"id":"errors-1","error":"unexpected-end"}
  {"id":"listing-1","profile":"documented","request":{"maxResults":1},"resources":[…]}     {"id":"listing-1","pages":[["a"],["b"]]}
                                                                          or {"id":"listing-1","rejected":"maxResults"}
  with other parameters, or other resources, behind the first page:
  {"id":"listing-2",…,"then":{"request":{"filter":"…"}}}                          {"id":"listing-2","rejected":"pageToken"}
  what it does not do at all                                                               {"id":"listing-1","unsupported":true}

A wrong filter is rejected with any words in "error"; only the code of the case passes, other words count as another code.
Lines that do not answer a question are counted and passed over.

Exit codes: 0 every case passed or is unsupported, and at least one passed; 1 some failed, were not answered or were rejected
with another code, or none passed; 2 wrong usage, or the command gave no answer.

Example:
  compute-filter conformance --command 'python my_matcher.py'`

/** Reads the arguments after `conformance`. @throws Failure */
export function parseConformanceArguments(argv: readonly string[]): ConformanceRequest | { readonly print: string } {
  let print = ''
  const command = new Command('compute-filter conformance')
    .description(
      'Scores an implementation of the filter language, in any programming language, by the conformance suite.',
    )
    .requiredOption('--command <command>', 'the program that answers, as a shell would start it')
    .option('--topic <topic>', `only the cases of one topic: ${topics.join(', ')}`)
    .option('--show <count>', 'how many failures are shown', wholeNumber, 20)
    .option('--patience <seconds>', 'how long an answer may take', wholeNumber, 10)
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', protocol)
    .exitOverride()
    .configureOutput({ writeOut: (text) => (print += text), writeErr: () => undefined, getOutHelpWidth: () => 100 })
  try {
    command.parse(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof Failure) throw error
    const told = error as CommanderError
    if (told.exitCode === 0) return { print }
    throw new Failure(`${describeUsage(told)} (try compute-filter conformance --help)`)
  }
  const { topic, ...rest } = command.opts<Given>()
  return { topic, ...rest }
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Failure(`not a whole number: ${text} (try compute-filter conformance --help)`)
  return Number(text)
}
