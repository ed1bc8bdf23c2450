import { randomBytes } from 'node:crypto'
import { documented, observed } from '../../index.ts'
import { createNodeListener, createNodeServer, type LoadedProject } from '../../node/index.ts'
import { createHandler } from '../../server/index.ts'
import { escapeText } from '../escape.ts'
import { messageOf } from '../system-error.ts'
import { UsageError } from '../usage-error.ts'
import type { Output, OutputStream } from '../output.ts'
import { noProgress, showProgress } from '../progress.ts'
import { logRequests } from './access-log.ts'
import { parseServeArguments } from './arguments.ts'
import { trackConnections } from './connections.ts'
import { listen } from './listen.ts'
import { openSource } from './open-source.ts'
import { reportRejections } from './rejections.ts'
import { requireToken } from './token.ts'

export interface ServeContext {
  readonly stdout: Output
  readonly stderr: Output
  readonly progressStream: OutputStream
  readonly now: () => number
  /** Resolves when the server must stop. Undefined: on SIGINT or SIGTERM. */
  readonly stopped: Promise<void> | undefined
}

/** The maximum time of an idle connection, and the maximum time for the last responses. */
const idleTimeoutMs = 60_000
const closeTimeoutMs = 10_000

/** Serves until it is stopped. Resolves to the exit code. */
export async function serve(argv: readonly string[], context: ServeContext): Promise<number> {
  const { stdout, stderr, now } = context
  const request = parseServeArguments(argv)
  if ('print' in request) {
    await stdout.write(request.print)
    return 0
  }
  checkWebAssembly()
  // The server continues if standard error is closed.
  const report = (line: string): void => void stderr.write(`${escapeText(line)}\n`).catch(() => undefined)
  const { source, projects } = await openSource(request.paths, request.project, {
    showProgress: (size) => (stderr.isTerminal ? showProgress(context.progressStream, size, now) : noProgress),
    onLoad: (loaded) => {
      if (loaded.repeats > 0) report(describeRepeats(loaded))
      if (loaded.unknownKinds.size > 0) report(describeUnknown(loaded))
    },
    onNote: (note) => {
      report(`compute-filter: ${note}`)
    },
    onReloadError: (error, project) => {
      report(`compute-filter: ${project}: could not reload: ${messageOf(error)}`)
    },
  })
  const handle = createHandler({
    source,
    // Without --secret, page tokens are valid until the process ends.
    secret: request.secret ?? randomBytes(32).toString('hex'),
    authorize: request.token === undefined ? undefined : requireToken(request.token),
    hosts: request.allowHost,
    profile: request.profile === 'observed' ? observed : documented,
    limits: { textLength: request.maxFilterLength },
    timeoutMs: request.timeoutMs,
    maxConcurrentRequests: request.maxConcurrentRequests,
    // One address must not exclude the others.
    maxConcurrentRequestsPerCaller: Math.ceil(request.maxConcurrentRequests * 0.75),
    onError: (error) => {
      report(`compute-filter: ${messageOf(error)}`)
    },
    onRejected: request.log ? reportRejections(report) : undefined,
  })
  const listener = createNodeListener(handle)
  const server = createNodeServer(request.log ? logRequests(listener, report, now) : listener)
  // A connection is silent while its request runs, and between two requests.
  server.timeout = request.timeoutMs + idleTimeoutMs
  server.keepAliveTimeout = idleTimeoutMs
  const connections = trackConnections(server, request.maxConcurrentRequests * 4)
  const address = await listen(server, request.host, request.port)
  try {
    const stopped = context.stopped ?? interrupted()
    await stdout.write(`${address}\n`)
    report(`serving ${projects.join(', ')}; press Ctrl+C to stop`)
    await stopped
  } finally {
    await connections.close(closeTimeoutMs)
  }
  return 0
}

/** Node's `Request` needs WebAssembly, and ends the process without it. @throws UsageError */
function checkWebAssembly(): void {
  const { WebAssembly: found } = globalThis as { readonly WebAssembly?: object }
  if (found === undefined) throw new UsageError('serve needs WebAssembly, which `node --jitless` disables')
}

const describeRepeats = ({ project, size, repeats }: LoadedProject): string =>
  `${project}: ignored ${String(repeats)} of ${String(size + repeats)} resources that repeat a name and id`

/** The maximum number of kinds that are named, and their length in UTF-16 units. */
const maxKinds = 10
const maxKindLength = 100

function describeUnknown({ project, unknownKinds }: LoadedProject): string {
  const counts = Array.from(unknownKinds).sort(([, a], [, b]) => b - a)
  const total = counts.reduce((sum, [, count]) => sum + count, 0)
  const named = counts.slice(0, maxKinds).map(([kind, count]) => `${kind.slice(0, maxKindLength)} (${String(count)})`)
  const kinds = [...named, ...(counts.length > maxKinds ? ['…'] : [])].join(', ')
  return `${project}: ${String(total)} resource${total === 1 ? '' : 's'} of unknown kinds ${total === 1 ? 'is' : 'are'} not served: ${kinds}`
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
}
