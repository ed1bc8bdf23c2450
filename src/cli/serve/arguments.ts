import { Command, type CommanderError, InvalidArgumentError, Option } from 'commander'
import { UsageError } from '../usage-error.ts'
import { describeUsage } from '../usage.ts'
import { checkSecret } from './token.ts'

export interface ServeRequest {
  /** A directory with a file for each project, or one file. */
  readonly path: string
  /** The project of the one file. Default: the name of the file. */
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
Serves GET /compute/v1/projects/PROJECT/global/images, …/images/IMAGE (name or id) and …/images/family/FAMILY, and
batches of these. Supports filter, orderBy, maxResults, pageToken and returnPartialSuccess as Compute Engine does.
GET / describes the server, and GET /healthz checks that it runs.

PATH is a file or a directory. A file contains NDJSON, a JSON array or a response of the API, and is read once, at the
start. A directory contains one such file for each project, named PROJECT.ndjson in lower case. It is reloaded when it
changes; to change a file, write a new one beside it and rename that.

The default profile is observed, as in the live API: filters with several clauses, as gcloud sends them, are accepted, and a
filter with orderBy is an error. The default of the other commands is documented.

The first line on standard output is the address. Each HTTP request is logged as one line on standard error. The first time
that a filter is rejected, its errors are logged too. On Ctrl+C the server finishes the running requests and stops.

In a container, listen on all addresses and require a token: COMPUTE_FILTER_TOKEN=… compute-filter serve my-images.ndjson
--host 0.0.0.0. GET /healthz needs no token. Without a token, only requests from this machine are served, and only under its
own host names and those of --allow-host.

Exit codes: 0 stopped by a signal; 2 wrong usage, or the server could not start.

Examples:
  compute-filter serve my-images.ndjson --project my-project
  curl 'http://127.0.0.1:8080/compute/v1/projects/my-project/global/images?filter=family:debian-*'
  CLOUDSDK_API_ENDPOINT_OVERRIDES_COMPUTE=http://127.0.0.1:8080/compute/v1/ CLOUDSDK_AUTH_DISABLE_CREDENTIALS=true \\
    gcloud compute images list --project my-project`

/** The command `serve`, for reading arguments, help and completion. The help is passed to `write`. */
export const createServeCommand = (write: (text: string) => void): Command =>
  new Command('compute-filter serve')
    .description('Emulates images.list and images.get of Compute Engine.')
    .argument('<path>', 'a file with images, or a directory with a file PROJECT.ndjson for each project')
    .option('--project <project>', 'the project of the file (default: the name of the file)')
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
  const [path = ''] = command.args
  const { project, allowHost, token, secret, ...rest } = command.opts<Omit<ServeRequest, 'path'>>()
  checkSecret(originOf('token'), token)
  checkSecret(originOf('secret'), secret)
  if (token === undefined && !/^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(rest.host)) {
    throw new UsageError(
      `--host ${rest.host} accepts requests from other machines and requires --token or COMPUTE_FILTER_TOKEN`,
    )
  }
  return { path, project, allowHost, token, secret, ...rest }
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
