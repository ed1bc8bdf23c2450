import { Command, Option } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { documented, observed } from '../index.ts'
import { formatNames } from './formats.ts'
import { positiveNumber } from './whole-number.ts'

export const profiles = { documented, observed }

/** The filter command, for reading arguments, help and completion. The help is passed to `write`. */
export const createFilterCommand = (write: (text: string) => void): Command =>
  new Command('compute-filter')
    .description(
      'Applies a Compute Engine list filter to resources, such as images, instances and disks, and prints those that match.\n\nReads NDJSON, JSON that spans lines, arrays, responses of list methods, also aggregated, and exports of Cloud Asset Inventory, compressed or in UTF-16 too. The kind of each resource decides by which fields it is judged; resources without a kind are images.',
    )
    .argument('<filter>', 'the filter, in quotes, in the AIP-160 or the regular-expression dialect')
    .argument('[files...]', 'files with resources; standard input if none are given, or for -')
    .optionsGroup('Filter:')
    .option(
      '--filter-file <file>',
      'read the filter from a file, or - for standard input; all arguments are then files with resources',
    )
    .addOption(
      new Option('--profile <profile>', 'behave as documented, or as observed in the live API')
        .choices(Object.keys(profiles))
        .default('documented'),
    )
    .addOption(
      new Option(
        '--resource <resource>',
        'the kind of the resources: instances, disks, …; resources of other kinds are ignored',
      ).conflicts('schema'),
    )
    .option('--schema <file>', 'judge by the fields of a schema: a JSON file with {resource, fields}')
    .option('--invert', 'print the resources that do not match')
    .addOption(
      new Option(
        '--check',
        'only check the filter; --check - or --check --filter-file FILE checks one filter per line',
      ).conflicts([...['explain', 'fields', 'count', 'limit', 'sort', 'invert', 'exitStatus']]),
    )
    .addOption(
      new Option('--fix', 'print the filter with the preferred fixes applied; otherwise like --check').conflicts([
        ...['explain', 'fields', 'count', 'limit', 'sort', 'invert', 'exitStatus'],
      ]),
    )
    .addOption(
      new Option('--explain <name>', 'explain why the resource with this name matches or does not match').conflicts([
        ...['format', 'fields', 'count', 'limit', 'sort', 'invert', 'exitStatus'],
      ]),
    )
    .optionsGroup('Output:')
    .addOption(
      new Option('--format <format>', 'output format; default: table on a terminal, otherwise ndjson').choices(
        formatNames,
      ),
    )
    .option('--fields <fields>', 'print only these fields: name,labels.env,guestOsFeatures.type')
    .option('--sort <fields>', 'sort by these fields; - sorts descending: -creationTimestamp,name')
    .option('--limit <count>', 'stop after this number of resources', positiveNumber)
    .addOption(new Option('--count', 'print only the number of matches').conflicts(['format', 'fields', 'sort']))
    .option('--exit-status', 'exit with 1 if no resource matches, and with 2 if the filter is rejected')
    .option('--color', 'use colors even if the output is not a terminal')
    .option('--no-color', 'do not use colors, as with NO_COLOR in the environment')
    .optionsGroup('Input:')
    .option('--skip-bad', 'skip and count bad lines and entries')
    .option('--no-progress', 'do not show a progress bar')
    .optionsGroup('Other:')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', details)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined, getOutHelpWidth: () => 100 })

const details = `
Other commands: compute-filter fields, compute-filter serve, compute-filter conformance,
  compute-filter completion
  (compute-filter help COMMAND describes each)

Exit codes: 0 success, with or without matches; 1 filter rejected; 2 wrong usage or input.
With --exit-status: 0 at least one match; 1 no match; 2 anything else.

Examples:
  compute-filter 'family = debian-12 AND NOT deprecated:*' images.ndjson
  gcloud compute instances list --format=json | compute-filter 'status = RUNNING AND labels.env:*'
  gcloud compute images list --format=json | compute-filter 'name eq "ubuntu-.*-arm64"'
  compute-filter 'status = READY' --sort=-diskSizeGb --limit 3 --fields name,diskSizeGb a.json b.gz
  compute-filter --check 'diskSizeGb > 10 OR labels.env = prod'
  compute-filter --explain debian-12 '-labels.env:*' images.json`
