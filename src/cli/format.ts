import type { JsonObject } from '../input/index.ts'

/** A match, with its JSON text. */
export interface Match {
  readonly image: JsonObject
  readonly text: string
}

/** Gives out, match by match, the text that can be printed already; at the end the rest. */
export interface Format {
  add(match: Match): string
  end(): string
}
