import { defineConfig } from 'vitest/config'

/** The tests that run in this process on src/ and grammar/, without those that take long or use the built package. */
const everywhere = [
  'test/{values,evaluate,rules,schema,ast,semantics,diagnostics,grammar}/**/*.test.ts',
  'test/testing/{conformance,oracle}.test.ts',
  'test/*.test.ts',
]

/** `src/collection` is also tested by `test/collection`. */
const folder = process.env.MUTATED_FOLDER ?? ''
const mirrored = /^src\/(?:collection|list|regex|server)$/.test(folder)
  ? [`${folder.replace('src', 'test')}/**/*.test.ts`]
  : []

export default defineConfig({
  test: {
    include: [...everywhere, ...mirrored],
    setupFiles: ['test/mutation/same-seed.ts'],
    testTimeout: 120_000,
  },
})
