import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/**', 'grammar/**'],
      exclude: ['**/*.ndjson', '**/*.md', '**/*.ebnf', '**/*.svg'],
      reportOnFailure: true,
      reporter: ['text-summary', ['text', { skipFull: true }]],
      thresholds: { branches: 100 },
    },
  },
})
