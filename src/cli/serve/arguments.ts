import { Command, type CommanderError, InvalidArgumentError, Option } from 'commander'
import { UsageError } from '../usage-error.ts'
import { describeUsage } from '../usage.ts'
import { checkSecret } from './token.ts'

export interface ServeRequest {
  /** A directory with a file for each project, or one file. */
  readonly path: string
  /** The project of the one file. Default: the name of the file. */
  readonly project: string | undefined
  /** The address where it listens. */
  readonly host: string
  /** 0 picks a free one. */
  readonly port: number
  /** The names by which it may be called, besides those of this machine. */
  readonly allowHost: readonly string[] | undefined
  /** What callers have to show. */
  readonly token: string | undefined
  /** What page tokens are sealed with. */
  readonly secret: string | undefined
  readonly profile: 'documented' | 'observed'
  /** Of a filter, in UTF-16 units. */
  readonly maxFilterLength: number
  readonly timeoutMs: number
  readonly maxConcurrentRequests: number
  /** Whether a line is written for each request. */
  readonly log: boolean
}

const details = `
Serves GET /compute/v1/projects/PROJECT/global/images, …/images/IMAGE (name or id) and …/images/family/FAMILY, and
batches of these: filter, orderBy, maxResults, pageToken and returnPartialSuccess as Compute Engine understands them.
GET / says what is served, GET /healthz that it is.

PATH is one file, read at the start: NDJSON, a JSON array or an answer of the API; or a directory with such a file
PROJECT.ndjson, in lower case, for each project. A file of a directory is read again when it has changed; write a new one
beside it and rename it.

The profile is that of the live API, observed: filters of several clauses as gcloud sends them are accepted, and a filter
together with orderBy is an error. The other commands take documented by default.

The first line on standard output is the address. Each request is a line on standard error, except bytes that are
not taken for one; the first time that a filter is rejected, its mistakes are, too. Ctrl+C ends it, once the requests that are being answered are.

In a container it listens on all addresses, and callers send a token, as in COMPUTE_FILTER_TOKEN=… compute-filter serve
my-images.ndjson --host 0.0.0.0; GET /healthz needs none. Without a token only this machine is served, and only by its own
names and those of --allow-host.

Exit codes: 0 ended by a signal, 2 wrong usage, or it could not serve.

Examples:
  compute-filter serve my-images.ndjson --project my-project
  curl 'http://127.0.0.1:8080/compute/v1/projects/my-project/global/images?filter=family:debian-*'
  CLOUDSDK_API_ENDPOINT_OVERRIDES_COMPUTE=http://127.0.0.1:8080/compute/v1/ CLOUDSDK_AUTH_DISABLE_CREDENTIALS=true \\
    gcloud compute images list --project my-project`

/** The options of `serve`, for reading arguments, help and completion. `write` is handed the help. */
export const createServeCommand = (write: (text: string) => void): Command =>
  new Command('compute-filter serve')
    .description('Answers list requests for images as Compute Engine does: an emulator of images.list and images.get.')
    .argument('<path>', 'a directory with a file PROJECT.ndjson for each project, or one file')
    .option('--project <project>', 'the project of the one file (default: its name)')
    .option('--host <address>', 'the address where it listens; 0.0.0.0 for all, with --token', '127.0.0.1')
    .option('--port <port>', 'the port; 0 picks a free one', wholeNumber(0, 65_535), 8080)
    .option('--allow-host <name>', 'a further name by which it may be called; may be repeated', hostNames)
    .addOption(new Option('--token <token>', 'what callers have to send as bearer token').env('COMPUTE_FILTER_TOKEN'))
    .addOption(new Option('--secret <text>', 'keeps page tokens valid after a restart').env('COMPUTE_FILTER_SECRET'))
    .addOption(
      new Option('--profile <profile>', 'where documentation and live API differ')
        .choices(['documented', 'observed'])
        .default('observed'),
    )
    .option('--max-filter-length <characters>', 'the maximum length of a filter', wholeNumber(1, 8192), 8192)
    .option('--timeout-ms <milliseconds>', 'the maximum time of a request', wholeNumber(1, 3_600_000), 30_000)
    .option(
      '--max-concurrent-requests <count>',
      'the maximum number of requests at once, and three quarters of it for one address',
      wholeNumber(1, 100_000),
      256,
    )
    .option('--no-log', 'write no line for each request, nor why a filter was rejected')
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
    throw new UsageError(`--host ${rest.host} serves other machines and needs --token or COMPUTE_FILTER_TOKEN`)
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
