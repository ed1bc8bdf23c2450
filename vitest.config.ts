import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'grammar/*.ts'],
      reportOnFailure: true,
      reporter: ['text-summary', 'json'],
    },
  },
})
