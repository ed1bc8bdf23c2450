import { Command, Option } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { documented, observed } from '../index.ts'
import { formatNames } from './formats.ts'
import { positiveNumber } from './whole-number.ts'

export const profiles = { documented, observed }

/** The options of the command itself, for reading arguments, help and completion. `write` is handed the help. */
export const createFilterCommand = (write: (text: string) => void): Command =>
  new Command('compute-filter')
    .description(
      'Applies a Compute Engine list filter to images and prints those that match.\n\nReads NDJSON, JSON over several lines, arrays and answers of images.list; also compressed and in UTF-16.',
    )
    .argument('<filter>', 'the filter, in quotes; of the AIP-160 or the regular-expression dialect')
    .argument('[files...]', 'the images; standard input when left out or -')
    .optionsGroup('Filter:')
    .option('--filter-file <file>', 'read the filter from a file, or - ; then all arguments are files')
    .addOption(
      new Option('--profile <profile>', 'what the documentation says, or what the live API is reported to do')
        .choices(Object.keys(profiles))
        .default('documented'),
    )
    .option('--invert', 'print the images that do not match')
    .addOption(
      new Option(
        '--check',
        'only check the filter; --check - or --check --filter-file FILE checks many, one a line',
      ).conflicts([...['explain', 'fields', 'count', 'limit', 'sort', 'invert', 'exitStatus']]),
    )
    .addOption(
      new Option('--explain <name>', 'say what decided for the image of that name').conflicts([
        ...['format', 'fields', 'count', 'limit', 'sort', 'invert', 'exitStatus'],
      ]),
    )
    .optionsGroup('Output:')
    .addOption(new Option('--format <format>', 'table on a terminal, else ndjson').choices(formatNames))
    .option('--fields <fields>', 'only these, separated by commas: name,labels.env,guestOsFeatures.type')
    .option('--sort <fields>', 'in this order, - for descending: -creationTimestamp,name')
    .option('--limit <count>', 'the maximum number of images; reading ends with them', positiveNumber)
    .addOption(new Option('--count', 'print only how many match').conflicts(['format', 'fields', 'sort']))
    .option('--exit-status', 'exit with 1 when nothing matches, and with 2 when the filter is rejected')
    .option('--color', 'colors, also where the output is no terminal')
    .option('--no-color', 'no colors, as with NO_COLOR in the environment')
    .optionsGroup('Input:')
    .option('--skip-bad', 'skip bad lines and entries, and count them')
    .option('--no-progress', 'no progress bar')
    .optionsGroup('Other:')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', details)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined, getOutHelpWidth: () => 100 })

const details = `
Other commands: compute-filter serve, compute-filter conformance, compute-filter completion
  (compute-filter help COMMAND tells of each)

Exit codes: 0 images matched or none did, 1 the filter was rejected, 2 wrong usage or input.
With --exit-status: 0 images matched, 1 none did, 2 anything else.

Examples:
  compute-filter 'family = debian-12 AND NOT deprecated:*' images.ndjson
  gcloud compute images list --format=json | compute-filter 'name eq "ubuntu-.*-arm64"'
  compute-filter 'status = READY' --sort=-diskSizeGb --limit 3 --fields name,diskSizeGb a.json b.gz
  compute-filter --check 'diskSizeGb > 10 OR labels.env = prod'
  compute-filter --explain debian-12 '-labels.env:*' images.json`
