import type { ResourceEntry } from '../input/index.ts'
import type { Paint } from './paint.ts'

/** Gives out, match by match, the text that can be printed already; at the end the rest. */
export interface Format {
  add(match: ResourceEntry): string
  end(): string
}

/** Where it is printed. */
export interface FormatContext {
  readonly isTerminal: boolean
  /** In columns of the terminal; undefined where nothing has to fit. */
  readonly width: number | undefined
  readonly paint: Paint
}
