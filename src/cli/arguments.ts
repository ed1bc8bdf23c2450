import { Command, type CommanderError, Option } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { documented, observed, type Profile } from '../index.ts'
import { Failure } from './failure.ts'
import { type FormatName, formatNames } from './formats.ts'
import { describeUsage } from './usage.ts'

/** What the user asks for. */
export interface Request {
  readonly filter: string
  readonly file: string | undefined
  readonly profile: Profile
  /** Undefined: what fits the output. */
  readonly format: FormatName | undefined
  readonly check: boolean
  /** The name of an image. */
  readonly explain: string | undefined
  readonly skipBad: boolean
  readonly progress: boolean
}

interface Given {
  readonly profile: 'documented' | 'observed'
  readonly format?: FormatName
  readonly check?: true
  readonly explain?: string
  readonly skipBad?: true
  readonly progress: boolean
}

const profiles = { documented, observed }

/**
 * Reads the arguments after the program's name. Help and version come back as text to print.
 *
 * @throws Failure
 */
export function parseArguments(argv: readonly string[]): Request | { readonly print: string } {
  let print = ''
  const command = describeCommand((text) => (print += text))
  try {
    command.parse(argv.map(protect), { from: 'user' })
  } catch (error) {
    // Nothing else is thrown there: commander tells of help and version in the same way.
    const told = error as CommanderError
    if (told.exitCode === 0) return { print }
    throw new Failure(`${reword(told, argv)} (try compute-filter --help)`)
  }
  const [filter = '', file] = command.args.map(unprotect)
  const { profile, format, check = false, explain, skipBad = false, progress } = command.opts<Given>()
  if (check && file !== undefined) throw new Failure('--check reads no images: leave out the file')
  return {
    filter,
    file,
    profile: profiles[profile],
    format,
    check,
    explain: explain === undefined ? undefined : unprotect(explain),
    skipBad,
    progress,
  }
}

function describeCommand(write: (text: string) => void): Command {
  return new Command('compute-filter')
    .description(
      'Applies a Compute Engine list filter to images and prints those that match.\n\nReads NDJSON, a JSON array, an imageList response, or what `gcloud compute images list --format=json` prints.',
    )
    .argument('<filter>', 'the filter, in quotes; of the AIP-160 or the regular-expression dialect')
    .argument('[file]', 'the images; standard input when left out or -')
    .addOption(new Option('--format <format>', 'table on a terminal, else ndjson').choices(formatNames))
    .addOption(
      new Option('--profile <profile>', 'what the documentation says, or what the live API is reported to do')
        .choices(Object.keys(profiles))
        .default('documented'),
    )
    .addOption(new Option('--check', 'only check the filter').conflicts(['explain', 'format']))
    .addOption(new Option('--explain <name>', 'say what decided for the image of that name').conflicts('format'))
    .option('--skip-bad', 'skip lines that are no images, and count them')
    .option('--no-progress', 'no progress bar')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined, getOutHelpWidth: () => 100 })
}

const examples = `
Other commands: compute-filter serve --help, compute-filter conformance --help

Exit codes: 0 images matched or none did, 1 the filter was rejected, 2 wrong usage or input.

Examples:
  compute-filter 'family = debian-12 AND NOT deprecated:*' images.ndjson
  gcloud compute images list --format=json | compute-filter 'name eq "ubuntu-.*-arm64"'
  compute-filter --check 'diskSizeGb > 10 OR labels.env = prod'
  compute-filter --explain debian-12 '-labels.env:*' images.json`

const hyphenAdvice = "; put `--` before a filter that begins with `-`: compute-filter -- '-deprecated:*' images.ndjson"

/** One line, in the words of this program. */
function reword(error: CommanderError, argv: readonly string[]): string {
  switch (error.code) {
    case 'commander.missingArgument':
      return 'missing filter'
    case 'commander.excessArguments':
      return argv.includes('--') && argv.slice(argv.indexOf('--') + 1).some((argument) => /^--\w/.test(argument))
        ? 'too many arguments: options come before `--`'
        : 'too many arguments: put the filter in quotes'
    case 'commander.unknownOption':
      // It may have been meant for a filter.
      return describeUsage(error) + (/option '-[^-]/.test(error.message) ? hyphenAdvice : '')
    default:
      return unprotect(describeUsage(error))
  }
}

/**
 * A filter may begin with a hyphen (`-labels.env:*`), which would be taken for an option. NUL, which no argument can
 * hold, stands before it while the options are read.
 */
const protect = (argument: string): string => (/^-[^-].*[=<>:!~()\s]/s.test(argument) ? `\0${argument}` : argument)
const unprotect = (argument: string): string => argument.replaceAll('\0', '')
