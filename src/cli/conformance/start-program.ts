import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { ConformanceQuestion } from '../../testing/conformance/index.ts'
import { escapeJson } from '../escape.ts'

/** How a start of the program ended. */
export type Ending =
  | { readonly kind: 'answered' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'ended'; readonly status: number | null; readonly signal: NodeJS.Signals | null }

/** The news in a line: nothing, an answer, or the last missing answer. */
export type News = 'none' | 'answer' | 'last answer'

/** The time after the last answer for second answers to the same question. */
const graceMs = 250

/**
 * Starts a program, sends all questions at once, and passes each line of its output to `hear`. The program is killed after
 * `timeoutMs` without an answer, or a moment after the last.
 */
export async function startProgram(
  command: string,
  questions: readonly ConformanceQuestion[],
  timeoutMs: number,
  hear: (line: string) => News,
): Promise<Ending> {
  // A group of its own, so that what the shell has started ends with it.
  const program = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const closed = new Promise<Ending>((resolve) =>
    program.once('close', (status, signal) => {
      resolve({ kind: 'ended', status, signal })
    }),
  )
  // The program may stop reading early; its answers count.
  program.stdin.on('error', () => undefined)
  program.stdin.end(questions.map(writeLine).join(''))

  const state: { news: News; isSilent: boolean } = { news: 'none', isSilent: false }
  const giveUp = () => {
    state.isSilent = true
    endGroup(program.pid)
  }
  let timer = setTimeout(giveUp, timeoutMs)
  for await (const line of createInterface({ input: program.stdout })) {
    const news = hear(line)
    if (news === 'none') continue
    state.news = news
    clearTimeout(timer)
    timer = setTimeout(giveUp, news === 'last answer' ? graceMs : timeoutMs)
  }
  const ending = await closed
  clearTimeout(timer)
  if (state.news === 'last answer') return { kind: 'answered' }
  return state.isSilent ? { kind: 'silent' } : ending
}

/** Escapes characters such as U+2028, which end a line in some languages. */
const writeLine = (question: ConformanceQuestion): string => `${escapeJson(JSON.stringify(question))}\n`

function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL')
  } catch {
    // The program has ended already.
  }
}
