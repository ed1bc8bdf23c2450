import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { type Answer, type Question } from '../../testing/conformance/index.ts'
import { Failure } from '../failure.ts'

/** What a program has said. */
export interface Asked {
  /** By their ids. What it did not answer is left out. */
  readonly answers: ReadonlyMap<string, Answer>
  /** Lines that do not answer a question, and the first of them. */
  readonly stray: { readonly count: number; readonly first: string } | undefined
  /** How it ended before it had answered everything. */
  readonly ended: string | undefined
}

/**
 * Puts all questions to a program, and gathers its answers.
 *
 * @throws Failure when the program gives no answer at all
 */
export async function askProgram(command: string, questions: readonly Question[], patience: number): Promise<Asked> {
  // A group of its own, so that what the shell has started ends with it.
  const program = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const ended = new Promise<string>((resolve) =>
    program.once('close', (status, signal) => {
      resolve(status === null ? `signal ${String(signal)}` : `status ${String(status)}`)
    }),
  )
  // It may stop reading before it has read all; what it has answered counts.
  program.stdin.on('error', () => undefined)
  program.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(''))

  const wanted = new Set(questions.map(({ id }) => id))
  const answers = new Map<string, Answer>()
  const stray: string[] = []
  const silence = { isTooLong: false }
  const giveUp = () => {
    silence.isTooLong = true
    endGroup(program.pid)
  }
  let timer = setTimeout(giveUp, patience * 1000)
  for await (const line of createInterface({ input: program.stdout })) {
    clearTimeout(timer)
    timer = setTimeout(giveUp, patience * 1000)
    if (line.trim() === '') continue
    const answer = readAnswer(line)
    if (answer !== undefined && wanted.has(answer.id)) answers.set(answer.id, answer)
    else stray.push(line)
    if (answers.size === questions.length) break
  }
  clearTimeout(timer)
  const isDone = answers.size === questions.length
  if (isDone) endGroup(program.pid)
  const how = await ended
  const reason = silence.isTooLong ? `was silent for ${String(patience)} s and was ended` : `ended with ${how}`
  const [first] = stray
  if (answers.size === 0)
    throw new Failure(
      `the command gave no answer and ${reason}${first === undefined ? '' : `; it said ${shorten(first)}`}`,
    )
  return {
    answers,
    stray: first === undefined ? undefined : { count: stray.length, first: shorten(first) },
    ended: isDone ? undefined : reason,
  }
}

function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

const shorten = (line: string): string => (line.length > 80 ? `${line.slice(0, 80)}…` : line)

/** Undefined for what is not an answer. */
function readAnswer(line: string): Answer | undefined {
  let answer: unknown
  try {
    answer = JSON.parse(line)
  } catch {
    return undefined
  }
  const isAnswer = typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'
  return isAnswer ? (answer as Answer) : undefined
}
