import type { PatternFailure } from '../engine.ts'

/** RE2's messages for invalid patterns, by its RegexpStatusCode; the quoted text follows. */
const words = {
  'bad escape': 'invalid escape sequence',
  'bad class range': 'invalid character class range',
  'missing bracket': 'missing ]',
  'missing parenthesis': 'missing )',
  'unexpected parenthesis': 'unexpected )',
  'trailing backslash': 'trailing \\',
  'no repetition argument': 'no argument for repetition operator',
  'bad repetition size': 'invalid repetition size',
  'bad repetition operator': 'bad repetition operator',
  'bad perl operator': 'invalid perl operator',
  'bad UTF-8': 'invalid UTF-8',
  'bad group name': 'invalid named capture group',
} as const

/** Thrown and caught within `readPattern`. */
export class InvalidPatternError extends Error {
  /** @param quoted the part of the pattern that RE2 quotes */
  constructor(problem: keyof typeof words, quoted = '') {
    super(quoted === '' ? words[problem] : `${words[problem]}: ${quoted}`)
  }

  toFailure(): PatternFailure {
    return { code: 'invalid-pattern', reason: this.message }
  }
}
