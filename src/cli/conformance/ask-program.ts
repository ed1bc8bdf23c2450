import type { ConformanceAnswer, ConformanceQuestion } from '../../testing/conformance/index.ts'
import { UsageError } from '../usage-error.ts'
import { createListener, createNotes, type Notes } from './notes.ts'
import { type Ending, startProgram } from './start-program.ts'

/** The outcome of a question. */
export type Outcome = { readonly kind: 'answered'; readonly answer: ConformanceAnswer } | Fault

/** Why a question has no valid answer. */
export interface Fault {
  readonly kind: 'crashed' | 'no answer' | 'two answers'
  readonly detail: string
}

export interface Asked {
  /** By the id of a question. */
  readonly outcomeOf: (id: string) => Outcome
  readonly stray: Notes['stray']
  /** The number of restarts, and whether they were too few for all questions. */
  readonly restarts: { readonly count: number; readonly areUsedUp: boolean }
}

export interface Terms {
  readonly command: string
  readonly timeoutMs: number
  readonly maxRestarts: number
}

/** The maximum number of starts without any answer. A crash costs little time, a silent program the whole timeout. */
const maxIdleStarts: Readonly<Record<Ending['kind'], number>> = { answered: 1, ended: 10, silent: 3 }

/**
 * Sends all questions to a program and collects its answers.
 *
 * When the program ends too early, some questions are unanswered. The first of them is the suspect, since most programs answer
 * in the order of the questions. It is asked alone. If it fails again, it is the culprit. If it is answered, the program does
 * not keep the order, or reads everything before it answers; then the culprit is found by bisection.
 *
 * @throws UsageError when the program gives no answer at all
 */
export async function askProgram(terms: Terms, questions: readonly ConformanceQuestion[]): Promise<Asked> {
  const notes = createNotes()
  const faults = new Map<string, Fault>()
  let starts = 0
  let keepsOrder = true
  let last: Ending = { kind: 'answered' }

  const start = async (asked: readonly ConformanceQuestion[]) => {
    starts++
    last = await startProgram(terms.command, asked, terms.timeoutMs, createListener(notes, asked))
    const isHopeless = starts >= maxIdleStarts[last.kind] || starts > terms.maxRestarts || isNotFound(last)
    if (notes.answers.size === 0 && isHopeless) throw silentProgram(terms, notes, last)
    return last
  }

  const settle = async (asked: readonly ConformanceQuestion[]): Promise<void> => {
    if (asked.length === 0 || starts > terms.maxRestarts) return
    const ending = await start(asked)
    const open = asked.filter(({ id }) => !notes.answers.has(id))
    const [suspect] = open
    if (suspect === undefined) return
    if (asked.length === 1 || hasGoneThrough(ending, asked, notes)) {
      for (const { id } of open) faults.set(id, faultOf(ending, terms))
      return
    }
    const middle = keepsOrder ? 1 : Math.ceil(open.length / 2)
    await settle(open.slice(0, middle))
    if (notes.answers.has(suspect.id)) keepsOrder = false
    await settle(open.slice(middle))
  }

  await settle(questions)
  if (notes.answers.size === 0) throw silentProgram(terms, notes, last)
  const isSettled = ({ id }: ConformanceQuestion) => notes.answers.has(id) || faults.has(id)
  return {
    outcomeOf: (id) => outcomeOf(id, notes, faults),
    stray: notes.stray,
    restarts: { count: starts - 1, areUsedUp: !questions.every(isSettled) },
  }
}

function outcomeOf(id: string, { answers, secondAnswers }: Notes, faults: ReadonlyMap<string, Fault>): Outcome {
  const answer = answers.get(id)
  if (answer === undefined)
    return faults.get(id) ?? { kind: 'no answer', detail: 'no answer, and no more restarts were allowed' }
  const second = secondAnswers.get(id)
  if (second === undefined) return { kind: 'answered', answer }
  return { kind: 'two answers', detail: `two answers: ${JSON.stringify(answer)} and ${JSON.stringify(second)}` }
}

/** Whether the last question was answered and no crash followed: the unanswered questions were skipped, or hang. */
function hasGoneThrough(ending: Ending, asked: readonly ConformanceQuestion[], { answers }: Notes): boolean {
  const last = asked.at(-1)
  return last !== undefined && answers.has(last.id) && !isCrash(ending)
}

const isCrash = (ending: Ending): boolean => ending.kind === 'ended' && ending.status !== 0

/** Whether the shell did not find the program. */
const isNotFound = (ending: Ending): boolean =>
  ending.kind === 'ended' && (ending.status === 126 || ending.status === 127)

function faultOf(ending: Ending, terms: Terms): Fault {
  const how = describeEnding(ending, terms)
  return isCrash(ending)
    ? { kind: 'crashed', detail: `the program ${how}` }
    : { kind: 'no answer', detail: `no answer; the program ${how}` }
}

function describeEnding(ending: Ending, { timeoutMs }: Terms): string {
  if (ending.kind !== 'ended') return `did not answer for ${String(timeoutMs)} ms and was stopped`
  return ending.signal === null ? `exited with status ${String(ending.status)}` : `was ended by signal ${ending.signal}`
}

function silentProgram(terms: Terms, { stray }: Notes, ending: Ending): UsageError {
  const said = stray.count === 0 ? '' : `; it printed ${stray.first}`
  return new UsageError(`the command gave no answer: it ${describeEnding(ending, terms)}${said}`)
}
