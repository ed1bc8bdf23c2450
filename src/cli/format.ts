import type { Found } from '../input/index.ts'
import type { Paint } from './paint.ts'

/** Gives out, match by match, the text that can be printed already; at the end the rest. */
export interface Format {
  add(match: Found): string
  end(): string
}

/** Where it is printed. */
export interface FormatMeans {
  readonly isTerminal: boolean
  /** In columns of the terminal; undefined where nothing has to fit. */
  readonly width: number | undefined
  readonly paint: Paint
}
