import type { AstNode, Span } from '../ast/index.ts'
import { fixesOf, type Help, wordsOf } from './advice.ts'
import { type DiagnosticCode, type DiagnosticDetails, type HintCode, isHintCode } from './details.ts'
import type { Fix } from './fix.ts'
import { type Wording, wordings } from './messages.ts'

/** Another place in the same filter that a diagnostic speaks of. */
export interface Related {
  readonly message: string
  readonly span: Span
}

/** An `error` rejects the filter; a `hint` says that an accepted filter probably means something else. */
export type Severity = 'error' | 'hint'

interface DiagnosticOf<C extends DiagnosticCode> {
  /** Stable name of what is wrong. */
  readonly code: C
  readonly severity: C extends HintCode ? 'hint' : 'error'
  /** One line, lower case, without final period. */
  readonly message: string
  /** Where, in UTF-16 code units of the filter's text; for a tree that a program built, of what `print` makes of it. */
  readonly span: Span
  /** The node of the tree, where the filter was given as one that did not come from `parse`. */
  readonly node?: AstNode
  /** The facts that the message tells. */
  readonly details: DiagnosticDetails[C]
  /** What to write instead. */
  readonly help?: string
  readonly related?: readonly Related[]
  /** Changes of the text that remove the diagnostic, the most likely one first. */
  readonly fixes?: readonly Fix[]
}

/**
 * One thing that is wrong with a filter, or with the program around it (`engine-missing`): SEMANTICS.md section 7. The
 * code tells the type of the details.
 */
export type Diagnostic = { readonly [C in DiagnosticCode]: DiagnosticOf<C> }[DiagnosticCode]

/** The facts of a finding, with help where more is known than the facts tell. */
export type Finding<C extends DiagnosticCode> = DiagnosticDetails[C] & {
  readonly help?: Help | undefined
  /** Besides those of `help`. */
  readonly fixes?: readonly Fix[] | undefined
}

/** Words a diagnostic from its details. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  span: Span,
  finding: Finding<C>,
  related: readonly Related[] = [],
): Diagnostic {
  const { help: advice, fixes: others = [], ...facts } = finding
  // What is left of a finding is the details.
  const details = facts as unknown as DiagnosticDetails[C]
  const { message, help: usual }: Wording = wordings[code](details)
  const help = wordsOf(advice) ?? usual
  const fixes = [...fixesOf(advice), ...others]
  const diagnostic = {
    code,
    severity: isHintCode(code) ? 'hint' : 'error',
    message,
    span,
    details,
    ...(help !== undefined && { help }),
    ...(related.length > 0 && { related }),
    ...(fixes.length > 0 && { fixes }),
  }
  return diagnostic as Diagnostic
}

/** Takes what a rule or a hint has found. */
export type ReportDiagnostic = <C extends DiagnosticCode>(
  code: C,
  span: Span,
  finding: Finding<C>,
  related?: readonly Related[],
) => void
