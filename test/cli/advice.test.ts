import { describe, expect, it } from 'vitest'
import { fileURLToPath } from 'node:url'
import { runInMemory } from './run-in-memory.ts'

const sample = fileURLToPath(new URL('../../samples/images.ndjson', import.meta.url))

describe('a rejected filter of one word', () => {
  const alone = `compute-filter: \`${sample}\` is a file: the filter comes first, then the files; --filter-file reads a filter from a file`

  it.each<readonly [argv: readonly string[], advice: string | undefined]>([
    [[sample], alone],
    [[sample, sample], alone],
    [['--check', sample], alone],
    [['srve', sample], 'compute-filter: did you mean the command: compute-filter serve'],
    [['conformence'], 'compute-filter: did you mean the command: compute-filter conformance'],
    [['debian'], undefined],
    [['name = ('], undefined],
  ])('%j', async (argv, advice) => {
    const { code, stderr } = await runInMemory(argv)
    expect(code).toBe(1)
    expect(stderr.split('\n').find((line) => line.startsWith('compute-filter: '))).toBe(advice)
  })
})
