// Runs cases in a worker of its own: what crashes or never ends is a finding, and the search goes on.
import { clearInterval, setInterval } from 'node:timers'
import { Worker } from 'node:worker_threads'

/** Milliseconds after which a case counts as one that never ends. */
const patience = 5000

export function createJudge() {
  let worker
  let progress

  function start() {
    progress = new Int32Array(new SharedArrayBuffer(4))
    worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData: { progress: progress.buffer } })
  }

  /** What is wrong with each of the cases; those behind one that ended the worker are left out. */
  async function judge(cases) {
    if (worker === undefined) start()
    Atomics.store(progress, 0, 0)
    const ended = await new Promise((resolve) => {
      let last = -1
      // The worker takes a while to start; after that each case has as long as all others.
      const timer = setInterval(() => {
        const now = Atomics.load(progress, 0)
        if (now === last) resolve({ kind: 'hang', flaw: `no end within ${patience} ms` })
        last = now
      }, patience)
      const done = (outcome) => {
        clearInterval(timer)
        resolve(outcome)
      }
      worker.once('message', (found) => done({ found }))
      worker.once('error', (error) => done({ kind: 'crash', flaw: `ends the thread: ${String(error).slice(0, 80)}` }))
      worker.once('exit', (code) => done({ kind: 'crash', flaw: `ends the thread with ${code}` }))
      worker.postMessage(cases)
    })
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
    if ('found' in ended) return ended.found
    const at = Atomics.load(progress, 0)
    await stop()
    return [...cases.slice(0, at).map(() => ({ valid: false })), { flaw: ended, valid: false }]
  }

  async function stop() {
    await worker?.terminate()
    worker = undefined
  }

  return { judge, stop }
}

/** Whether a case is slow in three threads that have never seen it: a second try of the same thread finds it cached. */
export async function isSlowWhenCold(given) {
  for (let round = 0; round < 3; round++) {
    const { judge, stop } = createJudge()
    const [{ flaw }] = await judge([given])
    await stop()
    if (flaw?.kind !== 'slow') return false
  }
  return true
}
