import { isClause } from '../ast/index.ts'
import { propose } from '../diagnostics/index.ts'
import { isMixed, type Rule } from './context.ts'
import { sideBySide } from './help/clauses.ts'

/** Reports `unexpected-token` for clauses side by side without parentheses of their own: SEMANTICS.md section 2. */
export const separateClauses: Rule = (context) => {
  const { juxtapositions, source, report } = context
  if (isMixed(context)) return
  for (const { factors, span: all } of juxtapositions) {
    const clauses = factors.filter((factor) => factor.kind !== 'global-restriction')
    const [, second] = clauses
    if (second === undefined || !clauses.some(isClause)) continue
    const { span } = clauses.slice(1).find(isClause) ?? second
    const token = source.slice(span.start, span.end)
    const text = sideBySide(factors, source)
    const lead = 'put each clause in parentheses:'
    const help = text === undefined ? `${lead} \`(a eq x) (b eq y)\`` : propose({ span: all, text, lead })
    report('unexpected-token', span, { token, help })
  }
}
