import { Command, type CommanderError, InvalidArgumentError, Option } from 'commander'
import { UsageError } from '../usage-error.ts'
import { describeUsage } from '../usage.ts'
import { checkSecret } from './token.ts'

export interface ServeRequest {
  /** Files with resources, and directories of them. */
  readonly paths: readonly string[]
  /** The project of all resources in the files. */
  readonly project: string | undefined
  /** The address to listen on. */
  readonly host: string
  /** 0 picks a free one. */
  readonly port: number
  /** The accepted host names besides those of this machine. */
  readonly allowHost: readonly string[] | undefined
  /** The bearer token that callers must send. */
  readonly token: string | undefined
  /** The key that seals page tokens. */
  readonly secret: string | undefined
  readonly profile: 'documented' | 'observed'
  /** In UTF-16 units. */
  readonly maxFilterLength: number
  readonly timeoutMs: number
  readonly maxConcurrentRequests: number
  /** Whether to log requests and rejected filters. */
  readonly log: boolean
}

const details = `
Serves every list of Compute Engine below /compute/v1, in all scopes and as aggregated lists, each resource by name or id,
images of a family, zones, regions and the project itself, and batches of these. Supports filter, orderBy, maxResults,
pageToken, returnPartialSuccess and includeAllScopes as Compute Engine does. Other reads and all writes get status 501.
GET / describes the server, and GET /healthz checks that it runs.

PATH is a file or a directory. A file contains resources of any kinds, as NDJSON, JSON arrays or responses of the API, and is
read once, at the start. The kind of a resource decides on its collection (without one it is an image), its zone or region on
its scope, and its selfLink on its project. Resources without a selfLink have the project of the others in the file, or the
name of the file. In a directory, all of PROJECT.ndjson, in lower case, is of that project; other files are read as above if
they end in .ndjson, .jsonl or .json, or in one of these and .gz or .zst. Files of a directory are reloaded when they change;
to change a file, write a new one beside it and rename that.

The default profile is observed, as in the live API: filters with several clauses, as gcloud sends them, are accepted, and a
filter with orderBy is an error. The default of the other commands is documented.

The first line on standard output is the address. Each HTTP request is logged as one line on standard error. The first time
that a filter is rejected, its errors are logged too. On Ctrl+C the server finishes the running requests and stops.

In a container, listen on all addresses and require a token: COMPUTE_FILTER_TOKEN=… compute-filter serve my-project.ndjson
--host 0.0.0.0. GET /healthz needs no token. Without a token, only requests from this machine are served, and only under its
own host names and those of --allow-host.

Exit codes: 0 stopped by a signal; 2 wrong usage, or the server could not start.

Examples:
  gcloud compute instances list --format=json > instances.json
  compute-filter serve instances.json disks.json --project my-project
  curl 'http://127.0.0.1:8080/compute/v1/projects/my-project/aggregated/instances?filter=status=RUNNING'
  CLOUDSDK_API_ENDPOINT_OVERRIDES_COMPUTE=http://127.0.0.1:8080/compute/v1/ CLOUDSDK_AUTH_DISABLE_CREDENTIALS=true \\
    gcloud compute instances list --project my-project`

/** The command `serve`, for reading arguments, help and completion. The help is passed to `write`. */
export const createServeCommand = (write: (text: string) => void): Command =>
  new Command('compute-filter serve')
    .description('Emulates the list and get methods of Compute Engine.')
    .argument('<path...>', 'files with resources, and directories of them')
    .option(
      '--project <project>',
      'the project of all resources (default: that of their selfLink, or the name of the file)',
    )
    .option(
      '--host <address>',
      'the address to listen on; an address other than loopback requires --token',
      '127.0.0.1',
    )
    .option('--port <port>', 'the port to listen on; 0 picks a free one', wholeNumber(0, 65_535), 8080)
    .option('--allow-host <name>', 'also accept requests for this host name; may be repeated', hostNames)
    .addOption(new Option('--token <token>', 'require this bearer token from callers').env('COMPUTE_FILTER_TOKEN'))
    .addOption(
      new Option(
        '--secret <text>',
        'the key that seals page tokens; with a fixed key they stay valid after a restart',
      ).env('COMPUTE_FILTER_SECRET'),
    )
    .addOption(
      new Option('--profile <profile>', 'behave as documented, or as observed in the live API')
        .choices(['documented', 'observed'])
        .default('observed'),
    )
    .option('--max-filter-length <characters>', 'the maximum length of a filter', wholeNumber(1, 8192), 8192)
    .option('--timeout-ms <milliseconds>', 'the maximum duration of a request', wholeNumber(1, 3_600_000), 30_000)
    .option(
      '--max-concurrent-requests <count>',
      'the maximum number of requests at once; one client address can use three quarters of it',
      wholeNumber(1, 100_000),
      256,
    )
    .option('--no-log', 'log neither requests nor the errors of rejected filters')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', details)
    .exitOverride()
    .configureOutput({ writeOut: write, writeErr: () => undefined, getOutHelpWidth: () => 100 })

/** Reads the arguments after `serve`. @throws UsageError */
export function parseServeArguments(argv: readonly string[]): ServeRequest | { readonly print: string } {
  let print = ''
  const command = createServeCommand((text) => (print += text))
  try {
    command.parse(argv, { from: 'user' })
  } catch (error) {
    const told = error as CommanderError
    if (told.exitCode === 0) return { print }
    throw new UsageError(`${describeUsage(told)} (try compute-filter serve --help)`)
  }
  const originOf = (name: 'token' | 'secret'): string =>
    command.getOptionValueSource(name) === 'env' ? `COMPUTE_FILTER_${name.toUpperCase()}` : `--${name}`
  const { project, allowHost, token, secret, ...rest } = command.opts<Omit<ServeRequest, 'paths'>>()
  checkSecret(originOf('token'), token)
  checkSecret(originOf('secret'), secret)
  if (token === undefined && !/^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(rest.host)) {
    throw new UsageError(
      `--host ${rest.host} accepts requests from other machines and requires --token or COMPUTE_FILTER_TOKEN`,
    )
  }
  return { paths: command.args, project, allowHost, token, secret, ...rest }
}

function hostNames(name: string, others: readonly string[] = []): readonly string[] {
  if (/^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(name)) return [...others, name]
  throw new InvalidArgumentError('Must be a host name without a port.')
}

const wholeNumber = (min: number, max: number) => (text: string) => {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : -1
  if (number >= min && number <= max) return number
  throw new InvalidArgumentError(`Must be a whole number from ${String(min)} to ${String(max)}.`)
}
