import type { ConformanceAnswer, ConformanceCase, RejectionCase } from './case.ts'

export type Score = 'passed' | 'failed' | 'unsupported' | 'another code'

export interface ScoreOptions {
  /** Whether a rejection passes with the code of the case only; other words are then `another code`. Otherwise any words pass. */
  readonly codes?: boolean
}

/**
 * How an answer compares with the verdict of its case. An answer that does not fit the question has failed, and so has one
 * that holds a rejection together with verdicts.
 */
export function score(given: ConformanceCase, answer: ConformanceAnswer, { codes = false }: ScoreOptions = {}): Score {
  if (answer.unsupported === true) return 'unsupported'
  if ('error' in given) return scoreRejection(given, answer, codes)
  const isRight =
    'matches' in given
      ? isSame(answer.matches, given.matches) && !isRejection(answer)
      : isSame([answer.pages, answer.rejected], [given.pages, given.rejected])
  return isRight ? 'passed' : 'failed'
}

function scoreRejection({ error }: RejectionCase, answer: ConformanceAnswer, codes: boolean): Score {
  const isFit = isRejection(answer) && isSame([answer.matches, answer.pages], [null, null])
  if (!isFit) return 'failed'
  return !codes || answer.error === error ? 'passed' : 'another code'
}

/** No words are no rejection: some programs write every part of an answer, with an empty `error` where there is none. */
const isRejection = ({ error }: ConformanceAnswer): boolean => typeof error === 'string' && error !== ''

/** As JSON; in an array, what is left out is `null`. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
