// A server over a directory, in its own process. It measures how long work blocks the thread.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { PerformanceObserver } from 'node:perf_hooks'
import { answerClientError, createDirectorySource, createNodeListener } from '../../dist/node.js'
import { createHandler, findPlace } from '../../dist/server.js'

const [, , directory] = process.argv
const loads = []
const source = createDirectorySource(directory, { onLoad: (loaded) => loads.push(loaded) })
const handle = createHandler({ source, authorize: () => 'allow', timeoutMs: 300_000 })
const server = createServer({ maxHeaderSize: 2 ** 17 }, createNodeListener(handle)).on('clientError', answerClientError)

/** CPU time of this thread in milliseconds, or elapsed time if the system does not report it. */
function busyTime() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6
  } catch {
    return performance.now()
  }
}

/** Pauses of the garbage collector, which no slicing of work can shorten. They are reported with a delay. */
let pauses = []
new PerformanceObserver((list) => pauses.push(...list.getEntries())).observe({ entryTypes: ['gc'] })

/** From one run of the timer to the next: elapsed milliseconds, and milliseconds of work. */
let spans = []
let before = { at: performance.now(), busy: busyTime() }
// The timer fires when the work that blocks the thread is done.
setInterval(() => {
  const now = { at: performance.now(), busy: busyTime() }
  if (now.busy - before.busy > 2) spans.push({ from: before.at, to: now.at, busy: now.busy - before.busy })
  before = now
}, 1)

/** The work in a span, without the pauses. */
function workOf({ from, to, busy }) {
  const within = pauses.filter(({ startTime }) => startTime >= from && startTime <= to)
  return busy - within.reduce((sum, { duration }) => sum + duration, 0)
}

/** Images that come, go, are replaced and changed in place, a hundred times a second. */
let changing
async function change() {
  const store = await source.open('large', findPlace({}))
  let number = 0
  changing = setInterval(() => {
    number++
    const name = `changing-${number % 50}`
    store.insert({ name, id: String(number), creationTimestamp: new Date(number * 1e9).toISOString() })
    const known = store.get(`changing-${(number * 7) % 50}`)
    if (known !== undefined) store.insert(Object.assign(known, { description: String(number) }))
    if (number % 3 === 0) store.delete(`changing-${(number * 11) % 50}`)
  }, 10)
}

process.on('message', async (message) => {
  if (message === 'change') await change()
  if (message === 'rest') clearInterval(changing)
  await new Promise((resolve) => setTimeout(resolve, 20))
  const longest = spans.map(workOf).sort((a, b) => b - a)
  const longestPause = Math.max(0, ...pauses.map(({ duration }) => duration))
  spans = []
  pauses = []
  const { heapUsed, rss } = process.memoryUsage()
  server.getConnections((_, connections) => {
    process.send({
      longest: longest.slice(0, 5),
      longestPause,
      heap: heapUsed / 2 ** 20,
      rss: rss / 2 ** 20,
      connections,
      loads: loads.length,
    })
  })
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
