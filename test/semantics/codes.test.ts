import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { wordings } from '../../src/diagnostics/messages.ts'
import type { DiagnosticCode } from '../../src/index.ts'
import { conformanceCases } from '../../src/testing/index.ts'
import { readme, root } from '../readme/samples.ts'

const codes = Object.keys(wordings) as readonly DiagnosticCode[]
const hints: readonly DiagnosticCode[] = [
  ...(['whole-url', 'whole-pattern', 'out-of-range', 'profile-dependent', 'never-matches'] as const),
]

describe.each(codes)('%s', (code) => {
  test('is explained in the documents', () => {
    expect(readme).toContain(`| \`${code}\``)
    expect(readFileSync(`${root}docs/SEMANTICS.md`, 'utf8')).toContain(`\`${code}\``)
  })

  // Hints reject nothing, and `engine-missing` is not about the filter.
  test.skipIf(hints.includes(code) || code === 'engine-missing')('has a conformance case', () => {
    const having = conformanceCases.filter((one) => 'error' in one && one.error === code)
    expect(having.length).toBeGreaterThan(0)
  })
})

test('the conformance cases use only existing codes', () => {
  const given = conformanceCases.flatMap((one) => ('error' in one ? [one.error] : []))
  expect(given.filter((code) => !(codes as readonly string[]).includes(code))).toEqual([])
})
