import type { Found } from '../input/index.ts'

/** Gives out, match by match, the text that can be printed already; at the end the rest. */
export interface Format {
  add(match: Found): string
  end(): string
}
