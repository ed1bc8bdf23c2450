// The planted faults of test/testing, each with ten seeds: `SEEDS=11,12` tries others.
process.env.SEEDS ??= Array.from({ length: 10 }, (_, index) => index + 1).join(',')
await import('../testing/faults.test.ts')
await import('../testing/text-faults.test.ts')
await import('../testing/engine-faults.test.ts')
