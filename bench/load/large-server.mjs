// A server over a directory, in a process of its own. It measures how long it is kept from anything else.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { PerformanceObserver } from 'node:perf_hooks'
import { answerClientError, createDirectorySource, createNodeListener } from '../../dist/node.js'
import { createHandler } from '../../dist/server.js'

const [, , directory] = process.argv
const loads = []
const source = createDirectorySource(directory, { onLoad: (loaded) => loads.push(loaded) })
const handle = createHandler({ source, authorize: () => 'allow', timeLimit: 300_000 })
const server = createServer({ maxHeaderSize: 2 ** 17 }, createNodeListener(handle)).on('clientError', answerClientError)

/**
 * Milliseconds for which this thread has had a processor: other work on the machine does not count. Where the system does
 * not tell, the time that has passed.
 */
function busyTime() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6
  } catch {
    return performance.now()
  }
}

/** Pauses of the garbage collector, which no slicing of work can shorten: when, and for how long. */
let collecting = 0
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) collecting += duration
}).observe({ entryTypes: ['gc'] })

let longest = []
let before = { busy: busyTime(), collecting: 0 }
// The timer fires when whatever holds the thread is done.
setInterval(() => {
  const now = { busy: busyTime(), collecting }
  longest.push(now.busy - before.busy - (now.collecting - before.collecting))
  before = now
}, 1)

process.on('message', () => {
  const sorted = longest.sort((a, b) => b - a)
  const { heapUsed, rss } = process.memoryUsage()
  server.getConnections((_, connections) => {
    process.send({
      longest: sorted.slice(0, 5),
      heap: heapUsed / 2 ** 20,
      rss: rss / 2 ** 20,
      connections,
      loads: loads.length,
      collecting,
    })
  })
  longest = []
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
