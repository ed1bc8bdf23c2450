import type { ConformanceAnswer, ConformanceCase, RejectionCase } from './case.ts'

export type Score = 'passed' | 'failed' | 'unsupported' | 'another code'

export interface ScoreOptions {
  /**
   * Whether a rejection passes only with the code of the case; otherwise any text passes. Another text is then `another
   * code`.
   */
  readonly codes?: boolean
}

/**
 * Compares an answer with the verdict of its case. A missing or malformed answer is `failed`, and so is one with both a
 * rejection and verdicts.
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

/** An empty `error` is not a rejection: some programs write every member of an answer. */
const isRejection = ({ error }: ConformanceAnswer): boolean => typeof error === 'string' && error !== ''

/** Compares as JSON; in an array, an absent element is `null`. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
