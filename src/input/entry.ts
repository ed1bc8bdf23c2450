import type { JsonObject } from './exact-json.ts'

/** What an input holds, one after the other. */
export type Entry = ResourceEntry | Problem | Note

/** A resource. */
export interface ResourceEntry {
  readonly image: JsonObject
  /** Its JSON text, where that is on one line of the input. */
  readonly text: string | undefined
}

/** A fault in the place of a resource. Nothing comes after a fatal one; others can be skipped. */
export interface Problem {
  readonly problem: string
  readonly isFatal: boolean
}

/** What the answers of the API said beside their items. */
export interface Note {
  readonly note: string
}
