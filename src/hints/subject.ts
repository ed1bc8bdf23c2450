import type { Span } from '../ast/index.ts'
import type { ReportDiagnostic } from '../diagnostics/index.ts'
import type { Plan } from '../plan/index.ts'
import type { Profile } from '../profiles.ts'

/** An accepted filter, as hints look at it. */
export interface HintSubject {
  readonly plan: Plan
  /** The text of the filter, which its spans refer to. */
  readonly source: string
  readonly profile: Profile
}

/** Reports where an accepted filter probably means something else, in one respect. */
export type Hint = (subject: HintSubject, report: ReportDiagnostic) => void

/** The text at a span. */
export const textAt = (source: string, { start, end }: Span): string => source.slice(start, end)
