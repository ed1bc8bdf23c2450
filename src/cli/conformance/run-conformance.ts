import {
  conformanceCases,
  type Answer,
  type ConformanceCase,
  questionOf,
  score,
  type Score,
} from '../../testing/conformance/index.ts'
import { Failure } from '../failure.ts'
import type { Output } from '../output.ts'
import { type ConformanceRequest, parseConformanceArguments, topics } from './arguments.ts'
import { askProgram } from './ask-program.ts'

/** Runs the suite and prints the score. Resolves to the exit code. */
export async function runConformance(argv: readonly string[], stdout: Output): Promise<number> {
  const request = parseConformanceArguments(argv)
  if ('print' in request) {
    await stdout.write(request.print)
    return 0
  }
  const cases = choose(request)
  const { answers, stray, ended } = await askProgram(request.command, cases.map(questionOf), request.patience)
  const scored = cases.map((given) => {
    const answer = answers.get(given.id)
    return { given, answer, score: answer === undefined ? ('failed' as const) : score(given, answer) }
  })
  const failures = scored.filter((one) => one.score === 'failed')
  for (const { given, answer } of failures.slice(0, request.show)) await stdout.write(describe(given, answer))
  if (failures.length > request.show) await stdout.write(`… and ${String(failures.length - request.show)} more\n\n`)
  await stdout.write(summarize(scored.map((one) => ({ topic: one.given.topic, score: one.score }))))
  if (ended !== undefined)
    await stdout.write(`\nthe command ${ended}; it had answered ${String(answers.size)} of ${String(cases.length)}\n`)
  if (stray !== undefined)
    await stdout.write(`\nlines that do not answer a question: ${String(stray.count)}, the first: ${stray.first}\n`)
  const hasPassed = scored.some((one) => one.score === 'passed')
  return hasPassed && scored.every((one) => one.score === 'passed' || one.score === 'unsupported') ? 0 : 1
}

function choose({ topic }: ConformanceRequest): readonly ConformanceCase[] {
  if (topic === undefined) return conformanceCases
  const cases = conformanceCases.filter((given) => given.topic === topic)
  if (cases.length === 0) throw new Failure(`no such topic: ${topic}; there are ${topics.join(', ')}`)
  return cases
}

function describe(given: ConformanceCase, answer: Answer | undefined): string {
  const { id, rule, title, ...rest } = given
  const verdict = answer === undefined ? 'no answer' : JSON.stringify(answer)
  return `${id}: ${title} (${rule})\n  expected ${JSON.stringify(rest)}\n  found    ${verdict}\n\n`
}

const scores: readonly Score[] = ['passed', 'another code', 'unsupported', 'failed']

/** A row for each topic, and one for all. */
function summarize(scored: readonly { readonly topic: string; readonly score: Score }[]): string {
  const asked = topics.filter((name) => scored.some(({ topic }) => topic === name))
  const row = (name: string, some: typeof scored) =>
    [
      name.padEnd(20),
      ...scores.map((score) => String(some.filter((one) => one.score === score).length).padStart(14)),
    ].join('')
  const head = [''.padEnd(20), ...scores.map((score) => score.padStart(14))].join('')
  const rows = asked.map((topic) =>
    row(
      topic,
      scored.filter((one) => one.topic === topic),
    ),
  )
  return `${[head, ...rows, row('all', scored)].join('\n')}\n`
}
