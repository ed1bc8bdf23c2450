import { appendFileSync, readFileSync } from 'node:fs'
import { clearTimeout, setTimeout } from 'node:timers'
import { TestRunner } from 'vitest'

/*
 * Runs each file of tests once without a mutant, to learn which test reaches which mutant, and then its tests for each mutant
 * that is not killed yet. All files share the loaded sources; a mutant is switched on by its number.
 */

const maxMs = Number(process.env.MAX_MS ?? 100) * (process.env.PASS === '2' ? 10 : 1)
const switches = (globalThis.__stryker__ ??= {})
const ids = JSON.parse(readFileSync('mutants.json', 'utf8')).map(({ id }) => id)

const eventsBefore = readFileSync('mutation.log', 'utf8')
  .split('\n')
  .map((line) => line.split(' '))
const argumentsOf = (event, events) => events.filter(([name]) => name === event).map(([, argument]) => argument)
const killed = new Set(argumentsOf('killed', eventsBefore))
const thisPass = eventsBefore.slice(eventsBefore.findLastIndex(([name]) => name === 'pass'))
const filesDone = new Set(argumentsOf('file', thisPass))

const write = (event, argument) => appendFileSync('mutation.log', `${event} ${argument}\n`)

const testsIn = (task) => (task.type === 'suite' ? task.tasks.flatMap(testsIn) : [task])

export default class QuickRunner extends TestRunner {
  async runTask(test) {
    switches.currentTestId = test.id
    try {
      await TestRunner.getTestFn(test)()
    } finally {
      switches.currentTestId = undefined
    }
  }

  async onAfterRunFiles(files) {
    super.onAfterRunFiles(files)
    for (const file of files) if (!filesDone.has(file.name)) await mutate(file)
  }
}

async function mutate(file) {
  const perTest = switches.mutantCoverage?.perTest ?? {}
  const tests = []
  for (const test of file.tasks.flatMap(testsIn)) {
    const hits = perTest[test.id]
    if (hits === undefined || test.result?.state !== 'pass') continue
    const run = TestRunner.getTestFn(test)
    const start = performance.now()
    // Hooks have run already: a test that needs them again takes no part.
    const passes = await Promise.resolve(run()).then(
      () => true,
      () => false,
    )
    const ms = performance.now() - start
    if (passes && ms <= maxMs) tests.push({ run, hits, ms })
  }
  tests.sort((a, b) => a.ms - b.ms)
  const reached = ids.filter((id) => Object.values(perTest).some((hits) => id in hits))
  if (reached.length > 0) write('reaches', reached.join(','))
  for (const id of reached) if (!killed.has(id)) await kill(id, tests)
  if (switches.mutantCoverage !== undefined) switches.mutantCoverage.perTest = {}
  write('file', file.name)
}

async function kill(id, tests) {
  for (const { run, hits, ms } of tests) {
    if (!(id in hits)) continue
    write('begins', id)
    if (await passesWith(id, run, hits[id], ms)) continue
    killed.add(id)
    write('killed', id)
    return
  }
  write('survives', id)
}

async function passesWith(id, run, hits, ms) {
  // The sources throw for a mutant that is reached far more often than without it: a loop that does not end.
  Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit: 100 * hits + 1000 })
  let timer
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('too long')), 5000 + 20 * ms)
  })
  try {
    await Promise.race([run(), tooLong])
    return true
  } catch {
    return false
  } finally {
    clearTimeout(timer)
    Object.assign(switches, { activeMutant: undefined, hitCount: undefined })
  }
}
