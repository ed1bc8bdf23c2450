import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesWithErrors, type Planting } from './plant.ts'
import { root } from './sources.ts'

/*
 * An addition is one row: what lacks a row for it does not compile. Each addition is planted in a copy of the sources, and
 * these are the places that TypeScript names. docs/CONTRIBUTING.md follows them.
 */

interface Addition {
  readonly name: string
  readonly plantings: readonly Planting[]
  /** The files that lack a row. */
  readonly places: readonly string[]
}

const typePlaces = ['src/testing/oracle/types.ts', 'src/testing/arbitraries/type-values.ts']

const additions: readonly Addition[] = [
  { name: 'nothing', plantings: [], places: [] },
  {
    name: 'a comparator of AIP-160',
    plantings: [{ file: 'src/ast/comparator.ts', from: /(?<=AIP_COMPARATORS = \[)/, to: "'@@', " }],
    places: [
      'src/ast/comparator.ts',
      'src/evaluate/test-value.ts',
      'src/hints/exclude.ts',
      'src/matcher/rank-range.ts',
      'src/plan/comparisons.ts',
      'src/testing/arbitraries/comparators.ts',
      'src/testing/oracle/restrictions.ts',
    ],
  },
  {
    name: 'a comparator of the regular-expression dialect',
    plantings: [{ file: 'src/ast/comparator.ts', from: /(?<=REGEX_COMPARATORS = \[)/, to: "'planted', " }],
    places: [
      'src/ast/comparator.ts',
      'src/plan/clauses.ts',
      'src/rules/help/clauses.ts',
      'src/testing/arbitraries/comparators.ts',
      'src/testing/oracle/restrictions.ts',
    ],
  },
  {
    name: 'a scalar type',
    plantings: [
      {
        file: 'src/types/index.ts',
        from: /^ {2}timestamp: timestampType,$/m,
        to: '  timestamp: timestampType,\n  planted: stringType,',
      },
    ],
    places: typePlaces.toSorted(),
  },
  {
    name: 'a test of a value',
    plantings: [
      {
        file: 'src/plan/condition.ts',
        from: /^export type ValueTest =$/m,
        to: "export type ValueTest =\n  | { readonly op: 'planted'; readonly text: string }",
      },
    ],
    places: ['src/evaluate/test-value.ts', 'src/matcher/fast-verdicts.ts', 'src/plan/condition-key.ts'],
  },
  {
    name: 'a diagnostic code',
    plantings: [
      {
        file: 'src/diagnostics/details.ts',
        from: /^ {2}'engine-missing':/m,
        to: "  planted: { readonly oddness: number }\n  'engine-missing':",
      },
    ],
    places: ['src/diagnostics/messages.ts', 'src/testing/arbitraries/meaning-flaws.ts'],
  },
  {
    name: 'a limit',
    plantings: [
      {
        file: 'src/limits.ts',
        from: /^ {2}readonly nesting:/m,
        to: '  readonly planted: number\n  readonly nesting:',
      },
    ],
    places: ['src/limits.ts'],
  },
  {
    name: 'a profile switch',
    plantings: [
      {
        file: 'src/profiles.ts',
        from: /^ {2}readonly repeatedEquals:/m,
        to: "  readonly planted: 'a' | 'b'\n  readonly repeatedEquals:",
      },
    ],
    places: ['src/hints/profile-dependent.ts', 'src/profiles.ts'],
  },
]

describe('TypeScript names each place that lacks a row', () => {
  it.each(additions)(
    'for $name',
    ({ plantings, places }) => {
      expect(filesWithErrors(plantings)).toEqual(places)
    },
    120_000,
  )
})

describe('a rule', () => {
  const files = readdirSync(`${root}src/rules`).filter((name) => name.endsWith('.ts'))
  const rules = files.flatMap((name) => {
    const text = readFileSync(`${root}src/rules/${name}`, 'utf8')
    return [...text.matchAll(/^export const (\w+): Rule\b/gm)].map(([, rule = '']) => rule)
  })
  const index = readFileSync(`${root}src/rules/index.ts`, 'utf8')

  it.each(rules)('%s is applied', (rule) => {
    // Once in an import, and once where it is applied.
    expect(index.match(new RegExp(`\\b${rule}\\b`, 'g'))?.length).toBeGreaterThan(1)
  })

  it('is there', () => {
    expect(rules.length).toBeGreaterThan(10)
  })
})

describe('docs/CONTRIBUTING.md', () => {
  const guide = readFileSync(`${root}docs/CONTRIBUTING.md`, 'utf8')

  it.each(additions.filter(({ places }) => places.length > 0))('names every place of $name', ({ places }) => {
    expect(places.filter((place) => !guide.includes(`\`${place}\``))).toEqual([])
  })

  it('has a worked example that compiles', () => {
    const blocks = [...guide.matchAll(/```ts\n\/\/ (\S+?)(, at the end)?\n([^]*?)```/g)].map(
      ([, file = '', place, code = '']) => ({ file, isAtEnd: place !== undefined, code }),
    )
    const [definition, ...others] = blocks
    const rows = others.filter(({ isAtEnd }) => !isAtEnd)
    const atEnd = others.filter(({ isAtEnd }) => isAtEnd)
    const added = { file: definition?.file ?? '', text: definition?.code ?? '' }
    // Once the type is in the sources, its file takes the place of the example's.
    const isThere = existsSync(root + added.file)
    const plantings = [
      ...rows.map(({ file, code }) => ({ file, from: /^ {2}timestamp:/m, to: `${code}  timestamp:` })),
      ...atEnd.map(({ file, code }) => ({ file, from: /$(?![^])/, to: `\n${code}` })),
    ]
    const importing = { file: 'src/types/index.ts', from: /^/, to: "import { bytesType } from './bytes.ts'\n" }
    expect(rows.map(({ file }) => file)).toEqual(['src/types/index.ts', ...typePlaces])
    expect(atEnd.map(({ file }) => file)).toEqual(['src/testing/oracle/types.ts'])
    expect(filesWithErrors(isThere ? [] : [...plantings, importing], [added])).toEqual([])
  }, 120_000)
})
