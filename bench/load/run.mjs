// The server under load: memory over many distinct filters, and what hostile callers cost honest ones.
// node bench/load/run.mjs [requests]
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import autocannon from 'autocannon'

const path = '/compute/v1/projects/p/global/images'
const requests = Number(process.argv[2] ?? 100_000)

const server = fork(new URL('server.mjs', import.meta.url), { execArgv: ['--expose-gc'] })
const [{ port }] = await once(server, 'message')
const url = `http://127.0.0.1:${port}`
async function memory() {
  server.send('memory')
  const [found] = await once(server, 'message')
  return found
}
const show = ({ heap, buffers, wasm, rss, connections }) =>
  `heap ${heap.toFixed(1)} MiB, buffers ${buffers.toFixed(1)}, WebAssembly ${wasm.toFixed(0)}, rss ${rss.toFixed(0)}, ${connections} connections`

/** Runs a load; resolves to its latencies in milliseconds, sorted, and the count of each status. */
async function load({ nextPath, caller = '127.0.0.1', ...options }) {
  const latencies = []
  const statuses = {}
  const instance = autocannon({
    url,
    ...options,
    requests: [
      {
        headers: { 'x-forwarded-for': caller, 'accept-encoding': 'identity' },
        setupRequest: (request) => ({ ...request, path: `${path}?${new URLSearchParams(nextPath())}` }),
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
const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
const describe = ({ latencies, statuses, seconds, errors }) =>
  `${Math.round(latencies.length / seconds)} requests/s, p50 ${percentile(latencies, 0.5).toFixed(1)} ms, p99 ${percentile(latencies, 0.99).toFixed(1)} ms, ${JSON.stringify(statuses)}${errors ? `, ${errors} errors` : ''}`

let number = 0
const distinct = [
  () => `name eq "debian-${number++}.*"`,
  () => `name eq "[a-z]+-${number++}-v\\d{1,8}.*"`,
  () => `name ne "(?i)UBUNTU-${number++}|cos"`,
  () => `family eq "(web|api)-${number++}"`,
]
const honestFilters = ['family = debian-12', 'labels.env = prod AND diskSizeGb > 50', 'name eq "ubuntu-.*"', '']
let turn = 0
const honest = () => ({ filter: honestFilters[turn++ % honestFilters.length], maxResults: 20 })
const hostileFilters = [
  // A large program, compiled anew each time.
  () => `name eq "${'[a-z]{1,20}'.repeat(8)}${number++}"`,
  () => `name eq "(?i)(${'a|'.repeat(200)}${number++})*"`,
  // A large automaton.
  () => `description eq ".*a.{${10 + (number++ % 8)}}c?"`,
  // Many restrictions, none of which matches.
  () => Array.from({ length: 300 }, () => `name = "*${number++}*x"`).join(' OR '),
  // Deep, and long.
  () => `${'('.repeat(60)}name = a${number++}${')'.repeat(60)}`,
  () => `name = "${'x'.repeat(8000)}${number++}"`,
  () => `description:"*${'a*'.repeat(50)}${number++}"`,
  // Everything, pretty.
  () => `name != "${number++}"`,
]
const hostile = () => ({ filter: hostileFilters[turn++ % hostileFilters.length]() })

console.log(`idle: ${show(await memory())}`)
await load({ nextPath: () => ({ filter: distinct[number % 4](), maxResults: 10 }), amount: 5000, connections: 10 })
console.log(`after 5,000 requests: ${show(await memory())}`)
for (let part = 1; part <= 4; part++) {
  const found = await load({
    nextPath: () => ({ filter: distinct[number % 4](), maxResults: 10 }),
    amount: requests / 4,
    connections: 10,
  })
  console.log(`${(part * requests) / 4} distinct patterns: ${describe(found)}; ${show(await memory())}`)
}

const steady = { connections: 4, overallRate: 100, duration: 15, nextPath: honest, caller: '127.0.0.1' }
for (let round = 1; round <= 3; round++) {
  const alone = await load(steady)
  const attack = load({ connections: 8, duration: 17, nextPath: hostile, caller: '127.0.0.2' })
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const among = await load(steady)
  console.log(`honest alone: ${describe(alone)}`)
  console.log(`honest among hostile: ${describe(among)}`)
  console.log(`  the hostile: ${describe(await attack)}`)
  const ratio = percentile(among.latencies, 0.99) / percentile(alone.latencies, 0.99)
  console.log(`  p99 ${ratio.toFixed(2)} × that alone`)
}

// Who never reads, and who goes away.
const silent = Array.from({ length: 50 }, () => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.pause()
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 127.0.0.3\r\n\r\n`)
  return socket
})
for (let at = 0; at < 2000; at++) {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(`GET ${path}?filter=name:${at} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 127.0.0.4\r\n\r\n`)
  await once(socket, 'connect')
  socket.destroy()
}
console.log(`honest beside 50 who do not read and 2,000 who went away: ${describe(await load(steady))}`)
await new Promise((resolve) => setTimeout(resolve, 6000))
console.log(
  `afterwards: ${show(await memory())}, ${silent.filter(({ destroyed }) => destroyed).length} of 50 were let go`,
)
for (const socket of silent) socket.destroy()
server.kill()
process.exit()
