// Tries the cases that it is sent, and tells at which it is, so that one that never ends is known.
import { parentPort, workerData } from 'node:worker_threads'
import * as library from '../../dist/index.js'
import { createOracle } from '../../dist/testing.js'
import { createChecks, findFlaw, timeCalls } from './checks.mjs'

const timed = timeCalls(library)
const checks = createChecks({ ...timed.library, createOracle })
const progress = new Int32Array(workerData.progress)
const profiles = { documented: undefined, observed: library.observed }
const judge = ({ filter, resource, profile }) =>
  findFlaw(
    checks,
    { filter, resource, options: profiles[profile] && { profile: profiles[profile] } },
    timed.takeLongest,
  )

// RE2 is loaded and the common paths are compiled before anything is timed.
for (let round = 0; round < 20; round++)
  judge({ filter: 'name eq "(?i)\\pL{2}.*"', resource: { name: 'ab' }, profile: 'documented' })

parentPort.on('message', (cases) => {
  const found = cases.map((given, index) => {
    Atomics.store(progress, 0, index)
    return { flaw: judge(given), valid: library.validate(given.filter).length === 0 }
  })
  parentPort.postMessage(found)
})
