import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { builtFile } from '../readme/samples.ts'
import { fresh } from './fresh.ts'

const binary = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('re2-wasm/build/wasm/re2.wasm')))

it('the module that loadRegexEngine gives is taken by the library in another thread', async () => {
  const { loadRegexEngine } = await fresh()
  const workerData = {
    module: await loadRegexEngine(binary),
    library: builtFile('index.js'),
    filter: 'name eq debia\\p{Ll}-\\d+',
    image: { name: 'debian-12' },
  }
  const program = `
    const { workerData, parentPort } = require('node:worker_threads')
    process.getBuiltinModule = undefined
    import(workerData.library).then(async ({ compile, loadRegexEngine }) => {
      let missing
      try { compile(workerData.filter) } catch (error) { missing = error.name }
      const own = await loadRegexEngine(workerData.module) === workerData.module
      parentPort.postMessage([missing, own, compile(workerData.filter)(workerData.image)])
    })`
  const worker = new Worker(program, { eval: true, workerData })
  const message = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  expect(message).toEqual(['EngineNotLoadedError', true, true])
  await worker.terminate()
})
