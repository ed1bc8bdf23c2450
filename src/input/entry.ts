import type { JsonObject } from './exact-json.ts'
import type { Origin } from './origin.ts'

/** An entry of an input. */
export type Entry = ResourceEntry | Problem | Note

/** A resource, and where it is from. */
export interface ResourceEntry extends Origin {
  readonly resource: JsonObject
  /** Its JSON text; undefined if it does not have a line of its own in the input. */
  readonly text: string | undefined
  /** The line where its value or its list begins, from 1. */
  readonly line: number
}

/** A problem in place of a resource. A fatal problem ends the input; others can be skipped. */
export interface Problem {
  readonly problem: string
  readonly isFatal: boolean
}

/** Other contents of API responses. */
export interface Note {
  readonly note: string
}
