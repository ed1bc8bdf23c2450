import type { CommanderError } from 'commander'
import type { Profile } from '../index.ts'
import { UsageError } from './usage-error.ts'
import { createFilterCommand, profiles } from './filter-command.ts'
import type { FormatName } from './formats.ts'
import { describeUsage } from './usage.ts'

/** The arguments of the filter command. */
export interface Request {
  /** Undefined when `filterFile` has the filter. */
  readonly filter: string | undefined
  /** `-` for standard input. */
  readonly filterFile: string | undefined
  /** `-` for standard input; never empty. */
  readonly files: readonly string[]
  readonly profile: Profile
  /** Undefined: the default for the output. */
  readonly format: FormatName | undefined
  /** As written: `name,labels.env`. */
  readonly fields: string | undefined
  /** As written: `-creationTimestamp,name`. */
  readonly sort: string | undefined
  readonly limit: number | undefined
  readonly count: boolean
  readonly invert: boolean
  readonly exitStatus: boolean
  readonly check: boolean
  /** Print the filter with its preferred fixes; checks, too. */
  readonly fix: boolean
  /** The name of a resource. */
  readonly explain: string | undefined
  /** As written: `instances`. */
  readonly resource: string | undefined
  /** The file of a schema. */
  readonly schema: string | undefined
  readonly skipBad: boolean
  readonly progress: boolean
  /** Undefined: only if the output is a terminal. */
  readonly color: boolean | undefined
}

interface Given extends Omit<Partial<Request>, 'profile' | 'progress'> {
  readonly profile: keyof typeof profiles
  readonly progress: boolean
}

/**
 * Reads the arguments after the program's name. For help and version, returns the text to print.
 *
 * @throws UsageError
 */
export function parseArguments(argv: readonly string[]): Request | { readonly print: string } {
  let print = ''
  const command = createFilterCommand((text) => (print += text))
  const isElsewhere = argv.some((argument) => /^--filter-file(?:=|$)/.test(argument))
  try {
    // With --filter-file, the first argument is a file, not the filter.
    command.parse([...(isElsewhere ? [''] : []), ...argv.map(protect)], { from: 'user' })
  } catch (error) {
    // Commander throws nothing else. It reports help and version in the same way.
    const told = error as CommanderError
    if (told.exitCode === 0) return { print }
    throw new UsageError(`${reword(told)} (try compute-filter --help)`)
  }
  const [filter = '', ...files] = command.args.map(unprotect)
  const { profile, ...given } = command.opts<Given>()
  const request: Request = {
    format: undefined,
    limit: undefined,
    count: false,
    invert: false,
    exitStatus: false,
    check: false,
    fix: false,
    skipBad: false,
    ...given,
    filter: given.filterFile === undefined ? filter : undefined,
    filterFile: unprotectOption(given.filterFile),
    files: files.length === 0 ? ['-'] : files,
    profile: profiles[profile],
    fields: unprotectOption(given.fields),
    sort: unprotectOption(given.sort),
    explain: unprotectOption(given.explain),
    resource: unprotectOption(given.resource),
    schema: unprotectOption(given.schema),
    color: argv.includes('--color') || argv.includes('--no-color') ? given.color : undefined,
  }
  refuseContradictions(request, files)
  return request
}

function refuseContradictions(request: Request, given: readonly string[]): void {
  const { filterFile, format, files } = request
  const check = request.check || request.fix
  const option = request.fix ? '--fix' : '--check'
  if (check && given.length > 0) throw new UsageError(`${option} reads no resources: remove the file`)
  if (check && format !== undefined && format !== 'json')
    throw new UsageError(`${option} supports only the format json`)
  const reads = [...files.filter((file) => file === '-'), ...(filterFile === '-' ? ['-'] : [])]
  if (!check && reads.length > 1) {
    throw new UsageError(
      filterFile === '-'
        ? 'the filter is read from standard input: name a file with the resources'
        : 'standard input can be read only once: remove one -',
    )
  }
}

const hyphenAdvice = "; put `--` before a filter that begins with `-`: compute-filter -- '-deprecated:*' images.ndjson"

/** One line, in the words of this program. */
function reword(error: CommanderError): string {
  switch (error.code) {
    case 'commander.missingArgument':
      return 'missing filter'
    case 'commander.unknownOption':
      if (error.message.includes("'-v'")) {
        return "unknown option '-v': use --version for the version, or --invert for the resources that do not match"
      }
      // The option may be meant as a filter.
      return describeUsage(error) + (/option '-[^-]/.test(error.message) ? hyphenAdvice : '')
    default:
      return unprotect(describeUsage(error))
  }
}

/**
 * A filter may begin with a hyphen (`-labels.env:*`), which commander would read as an option. NUL, which no argument can
 * contain, precedes it while the options are read. Options with one hyphen have one letter.
 */
const protect = (argument: string): string => (/^-[^-]./s.test(argument) ? `\0${argument}` : argument)
const unprotect = (argument: string): string => argument.replaceAll('\0', '')
const unprotectOption = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : unprotect(value)
