import { defineConfig } from 'vitest/config'

/** Long runs, half an hour in all: `npm run test:deep`. */
export default defineConfig({
  test: {
    include: ['test/deep/**/*.deep.ts'],
    testTimeout: 3_600_000,
    fileParallelism: false,
    execArgv: ['--expose-gc'],
  },
})
