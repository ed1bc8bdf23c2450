import { questionOf } from '../../testing/conformance/index.ts'
import type { Output } from '../output.ts'
import { parseConformanceArguments } from './arguments.ts'
import { askProgram } from './ask-program.ts'
import { chooseCases } from './choose-cases.ts'
import { describeCase, nameCase } from './describe-case.ts'
import { judge } from './judge.ts'
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
  const asked = await askProgram(request, cases.map(questionOf))
  const judged = cases.map((given) => judge(given, asked, request.codes))
  const failures = judged.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'unsupported')
  for (const failure of failures.slice(0, request.show)) await stdout.write(describeCase(failure))
  if (failures.length > request.show) await stdout.write(`… and ${String(failures.length - request.show)} more\n\n`)
  await stdout.write(summarize(judged, asked, request.skip))
  return judged.every(({ verdict }) => verdict === 'passed') ? 0 : 1
}
