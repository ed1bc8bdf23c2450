import type { Span } from '../../ast/index.ts'
import { propose, type Help, proposal } from '../../diagnostics/index.ts'

/** Where a restriction is, so that help can be carried out. */
export interface Site {
  readonly span: Span
  /** The filter. */
  readonly source: string
}

interface Words {
  readonly lead?: string
  readonly rest?: string
  readonly isPreferred?: boolean
}

/** Help that proposes a restriction; with a fix where it is known what the restriction replaces. */
export function proposeAt(place: Site | undefined, text: string, words: Words = {}): Help {
  const { lead = 'write', rest = '' } = words
  return place === undefined ? `${lead} ${proposal(text)}${rest}` : propose({ ...place, ...words, text })
}
