import type { Span } from '../../ast/index.ts'
import { propose, type Help, proposal } from '../../diagnostics/index.ts'

/** Where a restriction is, so that help can be carried out. */
export interface Site {
  readonly span: Span
  /** The filter. */
  readonly source: string
}

/** Help that proposes a restriction; with a fix where it is known what the restriction replaces. */
export const proposeAt = (place: Site | undefined, text: string, lead = 'write'): Help =>
  place === undefined ? `${lead} ${proposal(text)}` : propose({ ...place, text, lead })
