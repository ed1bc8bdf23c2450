import type { ConformanceCase } from '../../testing/conformance/index.ts'
import { escapeJson } from '../escape.ts'
import type { Outcome } from './ask-program.ts'
import { cut, cutFilter, cutJson } from './cut.ts'
import { differingResources } from './differing-resources.ts'
import type { Judged } from './judge.ts'

type Row = readonly [label: string, text: string]

/** `has-31: two asterisks (SEMANTICS.md section 5, wildcards)` */
export const nameCase = ({ id, title, rule }: ConformanceCase): string => `${id}: ${title} (${rule})`

/** Describes a case that has not passed, followed by an empty line. */
export function describeCase({ given, outcome }: Judged): string {
  const rows: readonly Row[] = [
    ...describeQuestion(given),
    ...(describeFirstDifference(given, outcome) ?? [...describeVerdict(given), ['found', describeOutcome(outcome)]]),
  ]
  return [nameCase(given), ...rows.map(([label, text]) => `  ${label.padEnd(10)}${text}`), '\n'].join('\n')
}

/** The question without its resources. */
const describeQuestion = (given: ConformanceCase): readonly Row[] => [
  'filter' in given ? ['filter', cutFilter(given.filter)] : ['request', cutJson(given.request)],
  ...('then' in given ? [['then', cutJson(given.then)] as const] : []),
  ...(given.profile === 'documented' ? [] : [['profile', given.profile] as const]),
]

/** Undefined when no resource differs. */
function describeFirstDifference(given: ConformanceCase, outcome: Outcome): readonly Row[] | undefined {
  const different = differingResources(given, outcome)
  const [first] = different
  if (first === undefined) return undefined
  const others = different.length === 1 ? '' : ` (and ${String(different.length - 1)} more of the resources)`
  return [
    ['resource', `${String(first.index + 1)} of ${String(given.resources.length)}: ${cutJson(first.resource)}`],
    ['expected', JSON.stringify(first.expected)],
    ['found', `${cutJson(first.found)}${others}`],
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

/** A case as one line of JSON: its verdict, the index of the first resource that differs, and why it has no answer. */
export function caseToJson({ given, outcome, verdict }: Judged): string {
  const { id, topic, rule } = given
  const resource = differingResources(given, outcome)[0]?.index
  const detail = outcome.kind === 'answered' ? undefined : outcome.detail
  return `${escapeJson(JSON.stringify({ id, topic, rule, verdict, resource, detail }))}\n`
}
