import { isDeepStrictEqual } from 'node:util'
import type { ConformanceAnswer, ConformanceQuestion } from '../../testing/conformance/index.ts'
import { cut } from './cut.ts'
import type { News } from './start-program.ts'

/** The output of a program, over all its starts. */
export interface Notes {
  /** By the ids of their questions. */
  readonly answers: Map<string, ConformanceAnswer>
  /** Second answers that differ from the first. */
  readonly secondAnswers: Map<string, ConformanceAnswer>
  /** Lines that do not answer a question, and the first of them. */
  readonly stray: { count: number; first: string }
}

export const createNotes = (): Notes => ({
  answers: new Map(),
  secondAnswers: new Map(),
  stray: { count: 0, first: '' },
})

/** Makes a function that notes the lines of a program that was asked these questions. */
export function createListener(notes: Notes, questions: readonly ConformanceQuestion[]): (line: string) => News {
  const asked = new Set(questions.map(({ id }) => id))
  let unanswered = asked.size
  return (line) => {
    if (line.trim() === '') return 'none'
    const answer = readAnswer(line)
    if (answer === undefined || !asked.has(answer.id)) {
      if (notes.stray.count++ === 0) notes.stray.first = cut(line)
      return 'none'
    }
    const before = notes.answers.get(answer.id)
    if (before !== undefined) {
      if (!isDeepStrictEqual(before, answer)) notes.secondAnswers.set(answer.id, answer)
      return 'none'
    }
    notes.answers.set(answer.id, answer)
    return --unanswered === 0 ? 'last answer' : 'answer'
  }
}

/** Undefined for a line that is not an answer. */
function readAnswer(line: string): ConformanceAnswer | undefined {
  let answer: unknown
  try {
    answer = JSON.parse(line)
  } catch {
    return undefined
  }
  const isAnswer = typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'
  return isAnswer ? (answer as ConformanceAnswer) : undefined
}
