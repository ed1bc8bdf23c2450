import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // By default one core stays idle: half of a machine with two.
    maxWorkers: '100%',
    // Machines are shared and slow at times: a test that hangs is to fail, not one that had to wait.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'grammar/*.ts'],
      // What a program writes, and the program around `generate.ts`, which runs as a program of its own.
      exclude: ['src/resources/generated/**', 'src/resources/generator/main.ts'],
      reportOnFailure: true,
      reporter: ['text-summary', 'json'],
    },
  },
})
