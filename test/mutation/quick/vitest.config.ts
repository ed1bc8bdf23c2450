import { defineConfig } from 'vitest/config'

/** The tests that run in this process on src/ and grammar/, as in the other configuration. */
const folders = 'ast,diagnostics,evaluate,grammar,hints,matcher,plan,rules,schema,semantics,types,values'
const more = process.env.PASS === '2' ? ',collection,properties,regressions' : ''
const ofTesting = process.env.PASS === '2' ? '{conformance,exact-numbers,laws,oracle,rejects}' : '{conformance,oracle}'

export default defineConfig({
  test: {
    include: [`test/{${folders}${more}}/**/*.test.ts`, `test/testing/${ofTesting}.test.ts`, 'test/*.test.ts'],
    setupFiles: ['test/mutation/same-seed.ts'],
    runner: './test/mutation/quick/runner.mjs',
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    pool: 'forks',
    testTimeout: 0,
    coverage: { enabled: false },
  },
})
