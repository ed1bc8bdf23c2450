import type { ConformanceCase } from '../../testing/conformance/index.ts'
import type { Outcome } from './ask-program.ts'
import { cut, cutFilter, cutJson } from './cut.ts'
import type { Judged } from './judge.ts'

type Row = readonly [label: string, text: string]

/** `has-31: two asterisks (SEMANTICS.md section 5, wildcards)` */
export const nameCase = ({ id, title, rule }: ConformanceCase): string => `${id}: ${title} (${rule})`

/** Some lines on a case that has not passed, with an empty one behind. */
export function describeCase({ given, outcome }: Judged): string {
  const rows: readonly Row[] = [
    ...describeQuestion(given),
    ...(describeFirstDifference(given, outcome) ?? [...describeVerdict(given), ['found', describeOutcome(outcome)]]),
  ]
  return [nameCase(given), ...rows.map(([label, text]) => `  ${label.padEnd(10)}${text}`), '\n'].join('\n')
}

/** Without its resources. */
const describeQuestion = (given: ConformanceCase): readonly Row[] => [
  'filter' in given ? ['filter', cutFilter(given.filter)] : ['request', cutJson(given.request)],
  ...('then' in given ? [['then', cutJson(given.then)] as const] : []),
  ...(given.profile === 'documented' ? [] : [['profile', given.profile] as const]),
]

/** The first resource with another verdict. Undefined when it is something else that differs. */
function describeFirstDifference(given: ConformanceCase, outcome: Outcome): readonly Row[] | undefined {
  if (!('matches' in given) || outcome.kind !== 'answered') return undefined
  const { resources, matches } = given
  const found: unknown = outcome.answer.matches
  if (!Array.isArray(found) || found.length !== matches.length) return undefined
  const different = [...matches.keys()].filter((index) => found[index] !== matches[index])
  const [first] = different
  if (first === undefined) return undefined
  const others = different.length === 1 ? '' : ` (and ${String(different.length - 1)} more of the resources)`
  return [
    ['resource', `${String(first + 1)} of ${String(matches.length)}: ${cutJson(resources[first])}`],
    ['expected', JSON.stringify(matches[first])],
    ['found', `${cutJson(found[first])}${others}`],
  ]
}

function describeVerdict(given: ConformanceCase): readonly Row[] {
  if ('error' in given) return [['expected', `a rejection: ${given.error}`]]
  const resources: Row = ['resources', cutJson(given.resources)]
  if ('matches' in given) return [resources, ['expected', JSON.stringify(given.matches)]]
  const { pages, rejected } = given
  return [resources, ['expected', rejected === undefined ? cutJson(pages) : `a rejection for ${rejected}`]]
}

const describeOutcome = (outcome: Outcome): string =>
  outcome.kind === 'answered' ? cutJson({ ...outcome.answer, id: undefined }) : cut(outcome.detail)
