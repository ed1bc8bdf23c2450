import type { ResourceEntry } from '../input/index.ts'
import type { Paint } from './paint.ts'
import type { CommandSubject } from './subject.ts'

/** A resource that matches. */
export type Match = Pick<ResourceEntry, 'resource' | 'text'>

/** Turns matches into text. */
export interface Format {
  /** Called before the first resource of each kind, whether it matches or not. @throws UsageError */
  prepare(subject: CommandSubject): void
  /** Returns the text that can be printed already. */
  add(match: Match, subject: CommandSubject): string
  /**
   * The rest of the text.
   *
   * @param subject the kind of the first resource; `images` if there was none
   */
  end(subject: CommandSubject): string
}

/** The output. */
export interface FormatContext {
  readonly isTerminal: boolean
  /** In columns of the terminal; undefined: unlimited. */
  readonly width: number | undefined
  readonly paint: Paint
}
