import { questionOf } from '../../testing/conformance/index.ts'
import type { Output } from '../output.ts'
import { parseConformanceArguments, type RunRequest } from './arguments.ts'
import { type Asked, askProgram } from './ask-program.ts'
import { chooseCases } from './choose-cases.ts'
import { caseToJson, describeCase, nameCase } from './describe-case.ts'
import { judge, type Judged } from './judge.ts'
import { summarize } from './summarize.ts'

/** Runs the suite and prints the score. Resolves to the exit code: 0 when every case that was asked has passed, otherwise 1. */
export async function runConformance(argv: readonly string[], stdout: Output): Promise<number> {
  const request = parseConformanceArguments(argv)
  if ('print' in request) {
    await stdout.write(request.print)
    return 0
  }
  const cases = chooseCases(request)
  if ('list' in request) {
    await stdout.write(cases.map((given) => `${nameCase(given)}\n`).join(''))
    return 0
  }
  const asked = await askProgram(
    { ...request, maxRestarts: request.maxRestarts ?? 2 * cases.length },
    cases.map(questionOf),
  )
  const judged = cases.map((given) => judge(given, asked, request.codes))
  if (request.json) await stdout.write(judged.map(caseToJson).join(''))
  else await report(judged, asked, request, stdout)
  return judged.every(({ verdict }) => verdict === 'passed') ? 0 : 1
}

/** The failures, then the score. */
async function report(
  judged: readonly Judged[],
  asked: Asked,
  { maxFailures, skip }: RunRequest,
  stdout: Output,
): Promise<void> {
  const failures = judged.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'unsupported')
  for (const failure of failures.slice(0, maxFailures)) await stdout.write(describeCase(failure))
  if (failures.length > maxFailures) await stdout.write(`… and ${String(failures.length - maxFailures)} more\n\n`)
  await stdout.write(summarize(judged, asked, skip))
}
