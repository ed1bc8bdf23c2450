import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { type Answer, type Question } from '../../testing/conformance/index.ts'
import { Failure } from '../failure.ts'

/**
 * Puts all questions to a program, and gathers its answers by their ids. What it does not answer is left out.
 *
 * @throws Failure when the program ends badly without any answer, or answers in something else than JSON
 */
export async function askProgram(
  command: string,
  questions: readonly Question[],
  patience: number,
): Promise<ReadonlyMap<string, Answer>> {
  // A group of its own, so that what the shell has started ends with it.
  const program = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const ended = new Promise<number | null>((resolve) => program.once('close', resolve))
  // It may stop reading before it has read all; what it has answered counts.
  program.stdin.on('error', () => undefined)
  program.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(''))

  const answers = new Map<string, Answer>()
  const giveUp = () => {
    endGroup(program.pid)
  }
  let timer = setTimeout(giveUp, patience * 1000)
  let isDone = false
  try {
    for await (const line of createInterface({ input: program.stdout })) {
      clearTimeout(timer)
      timer = setTimeout(giveUp, patience * 1000)
      if (line.trim() === '') continue
      const answer = readAnswer(line)
      answers.set(answer.id, answer)
      if (answers.size === questions.length) break
    }
    isDone = true
  } finally {
    clearTimeout(timer)
    if (!isDone || answers.size === questions.length) giveUp()
  }
  const status = await ended
  if (answers.size === 0) throw new Failure(`the command gave no answer and ended with ${String(status ?? 'a signal')}`)
  return answers
}

function endGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) process.kill(-leader, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

function readAnswer(line: string): Answer {
  const shown = line.length > 80 ? `${line.slice(0, 80)}…` : line
  let answer: unknown
  try {
    answer = JSON.parse(line)
  } catch {
    throw new Failure(`the command answered in something else than JSON: ${shown}`)
  }
  if (typeof answer !== 'object' || answer === null || !('id' in answer) || typeof answer.id !== 'string')
    throw new Failure(`the command answered without an id: ${shown}`)
  return answer as Answer
}
