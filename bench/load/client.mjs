// Shared by the load scripts: the server process, loads, and assertions.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import autocannon from 'autocannon'

export const pathOf = (project) => `/compute/v1/projects/${project}/global/images`

const failures = []
/** Records a failed assertion and continues. */
export function assert(isTrue, text) {
  console.log(`${isTrue ? 'ok     ' : 'FAILED '} ${text}`)
  if (!isTrue) failures.push(text)
}
export const countFailures = () => failures.length

/** Starts a server in its own process. */
export async function start(file, { args = [], ...options } = {}) {
  const server = fork(new URL(file, import.meta.url), args, options)
  const ended = once(server, 'exit')
  const [{ port }] = await Promise.race([once(server, 'message'), ended.then(() => [{}])])
  if (port === undefined) throw new Error(`${file} has ended`)
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    stop: () => server.kill(),
    /** Sends a message to the process; resolves to its answer. */
    async tell(message) {
      server.send(message)
      const [found] = await once(server, 'message')
      return found
    },
  }
}

export const show = ({ heap, buffers, wasm, rss, connections }) =>
  `heap ${heap.toFixed(1)} MiB, buffers ${buffers.toFixed(1)}, WebAssembly ${wasm.toFixed(0)}, rss ${rss.toFixed(0)}, ${connections} connections`

/** Runs a load; resolves to its latencies in milliseconds, sorted, and the count of each status. */
export async function load({ url, nextQuery, caller = '127.0.0.1', project = 'p', ...options }) {
  const latencies = []
  const statuses = {}
  const instance = autocannon({
    url,
    ...options,
    requests: [
      {
        headers: { 'x-forwarded-for': caller, 'accept-encoding': 'identity' },
        setupRequest: (request) => ({ ...request, path: `${pathOf(project)}?${new URLSearchParams(nextQuery())}` }),
      },
    ],
  })
  instance.on('response', (_, status, __, milliseconds) => {
    latencies.push(milliseconds)
    statuses[status] = (statuses[status] ?? 0) + 1
  })
  const result = await instance
  return { latencies: latencies.sort((a, b) => a - b), statuses, seconds: result.duration, errors: result.errors }
}
export const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
export const describe = ({ latencies, statuses, seconds, errors }) =>
  `${Math.round(latencies.length / seconds)} requests/s, p50 ${percentile(latencies, 0.5).toFixed(1)} ms, p99 ${percentile(latencies, 0.99).toFixed(1)} ms, ${JSON.stringify(statuses)}${errors ? `, ${errors} errors` : ''}`

/** A connection that sends bytes and is then abandoned. */
export async function send(port, text) {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(text)
  await once(socket, 'connect')
  return socket
}

/** A connection that sends a request and is then abandoned. */
export const ask = (port, path, caller) =>
  send(port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${caller}\r\n\r\n`)
