import type { ResourceEntry } from '../input/index.ts'
import type { Paint } from './paint.ts'

/** A resource that matches. */
export type Match = Pick<ResourceEntry, 'resource' | 'text'>

/** Turns matches into text. `add` returns the text that can be printed already, and `end` the rest. */
export interface Format {
  add(match: Match): string
  end(): string
}

/** The output. */
export interface FormatContext {
  readonly isTerminal: boolean
  /** In columns of the terminal; undefined: unlimited. */
  readonly width: number | undefined
  readonly paint: Paint
}
