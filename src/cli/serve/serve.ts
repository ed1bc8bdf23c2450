import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { documented, observed } from '../../index.ts'
import { createNodeListener } from '../../node/index.ts'
import { createHandler } from '../../server/index.ts'
import { escapeText } from '../escape.ts'
import { describeSystemError, Failure, messageOf } from '../failure.ts'
import type { Output, OutputStream } from '../output.ts'
import { noProgress, showProgress } from '../progress.ts'
import { logRequests } from './access-log.ts'
import { parseServeArguments } from './arguments.ts'
import { openSource } from './open-source.ts'

export interface ServeMeans {
  readonly stdout: Output
  readonly stderr: Output
  readonly progressStream: OutputStream
  readonly now: () => number
  /** Resolves when it shall end; at an interrupt unless said otherwise. */
  readonly stopped: Promise<void> | undefined
}

/** Bytes: room for the longest filter, percent-encoded. */
const mostHeaders = 2 ** 17
/** Milliseconds: how long one who is silent, or who does not read, is waited for; and how long the last answers may take. */
const patience = 60_000
const lastAnswers = 10_000

/** Serves until it is stopped. Resolves to the exit code. */
export async function serve(argv: readonly string[], means: ServeMeans): Promise<number> {
  const { stdout, stderr, now } = means
  const request = parseServeArguments(argv)
  if ('print' in request) {
    await stdout.write(request.print)
    return 0
  }
  const { source, projects } = await openSource(request.path, request.project, (size) =>
    stderr.isTerminal ? showProgress(means.progressStream, size, now) : noProgress,
  )
  // Nobody is left to be told when standard error is gone.
  const report = (line: string): void => void stderr.write(`${escapeText(line)}\n`).catch(() => undefined)
  const handle = createHandler({
    source,
    profile: request.profile === 'observed' ? observed : documented,
    limits: { textLength: request.filterLength },
    timeLimit: request.timeLimit * 1000,
    concurrency: request.concurrency,
    concurrencyPerCaller: request.concurrency,
    onError: (error) => {
      report(`compute-filter: ${messageOf(error)}`)
    },
  })
  const listener = createNodeListener(handle)
  const server = createServer(
    { maxHeaderSize: mostHeaders },
    request.log ? logRequests(listener, report, now) : listener,
  )
  server.timeout = patience
  const port = await listen(server, request.port)
  try {
    const stopped = means.stopped ?? interrupted()
    await stdout.write(`http://127.0.0.1:${String(port)}\n`)
    report(`serving ${projects.join(', ')}; Ctrl+C ends it`)
    await stopped
  } finally {
    await close(server)
  }
  return 0
}

/** Resolves to the port. @throws Failure */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const reason =
        'code' in error && error.code === 'EADDRINUSE' ? 'something else listens there' : describeSystemError(error)
      reject(new Failure(`cannot listen on port ${String(port)}: ${reason}`))
    })
    server.listen(port, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
}

/** Lets the answers that are under way be finished, for a while. */
async function close(server: Server): Promise<void> {
  const timer = setTimeout(() => {
    server.closeAllConnections()
  }, lastAnswers)
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  await closed
  clearTimeout(timer)
}
