import type { Asked } from './ask-program.ts'
import type { Judged, CaseVerdict } from './judge.ts'

/** The columns of the table. Optional ones appear only when they count something. */
const columns: readonly { readonly verdict: CaseVerdict; readonly isAlways: boolean }[] = [
  { verdict: 'passed', isAlways: true },
  { verdict: 'failed', isAlways: true },
  { verdict: 'unsupported', isAlways: true },
  { verdict: 'another code', isAlways: false },
  { verdict: 'two answers', isAlways: false },
  { verdict: 'crashed', isAlways: false },
  { verdict: 'no answer', isAlways: false },
]

/** A row for each topic and one for all, then the share, then what was odd about the program. */
export function summarize(judged: readonly Judged[], asked: Asked, skipped: readonly string[]): string {
  return [table(judged), share(judged, skipped), ...oddities(judged, asked)].map((part) => `${part}\n`).join('\n')
}

function table(judged: readonly Judged[]): string {
  const count = (some: readonly Judged[], verdict: CaseVerdict) => some.filter((one) => one.verdict === verdict).length
  const shown = columns.filter(({ verdict, isAlways }) => isAlways || count(judged, verdict) > 0)
  const topics = [...new Set(judged.map(({ given }) => given.topic))]
  const width = Math.max(20, ...topics.map((topic) => topic.length))
  const row = (name: string, cells: readonly (string | number)[]) =>
    [name.padEnd(width), ...cells.map((cell) => String(cell).padStart(14))].join('')
  const counts = (name: string, some: readonly Judged[]) =>
    row(
      name,
      shown.map(({ verdict }) => count(some, verdict)),
    )
  return [
    row(
      '',
      shown.map(({ verdict }) => verdict),
    ),
    ...topics.map((topic) =>
      counts(
        topic,
        judged.filter(({ given }) => given.topic === topic),
      ),
    ),
    counts('all', judged),
  ].join('\n')
}

/** Rounded down, so that 100 % is all. */
function share(judged: readonly Judged[], skipped: readonly string[]): string {
  const passed = judged.filter(({ verdict }) => verdict === 'passed').length
  const percent = Math.floor((passed * 1000) / judged.length) / 10
  const without = skipped.length === 0 ? '' : `; skipped: ${[...new Set(skipped)].join(', ')}`
  return `${String(passed)} of ${String(judged.length)} cases passed, ${String(percent)} %${without}`
}

function* oddities(judged: readonly Judged[], { restarts, stray }: Asked): Generator<string> {
  if (judged.some(({ verdict }) => verdict === 'unsupported'))
    yield 'unsupported cases count as not passed; use --skip to skip a topic'
  if (restarts.count > 0) {
    const end = restarts.areUsedUp ? ', the maximum (--max-restarts); the remaining cases have no answer' : ''
    yield `restarts of the program: ${String(restarts.count)}${end}`
  }
  if (stray.count > 0) yield `lines that are not answers: ${String(stray.count)}; the first: ${stray.first}`
}
