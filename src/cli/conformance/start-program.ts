import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Question } from '../../testing/conformance/index.ts'
import { escapeJson } from '../escape.ts'

/** How a start of the program has gone. */
export type Ending =
  | { readonly kind: 'answered' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'ended'; readonly status: number | null; readonly signal: NodeJS.Signals | null }

/** What a line brings: nothing new, an answer, or the last answer that was awaited. */
export type News = 'none' | 'answer' | 'last answer'

/** How long a program may go on after its last answer, for a second answer to the same question. */
const graceMs = 250

/**
 * Starts a program, sends all questions at once and has each line of its output heard. A program that goes on is ended: after
 * `timeoutMs` without an answer, or a moment after the last.
 */
export async function startProgram(
  command: string,
  questions: readonly Question[],
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
  // It may stop reading before it has read all; what it has answered counts.
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

/** With escapes for U+2028 and the like, at which some languages end a line. */
const writeLine = (question: Question): string => `${escapeJson(JSON.stringify(question))}\n`

function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
