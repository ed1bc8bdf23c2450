import { isClause, type Node } from '../ast/index.ts'
import { isMixed, type Rule } from './context.ts'

/** Reports `unexpected-token` for clauses side by side without parentheses of their own: SEMANTICS.md section 2. */
export const separateClauses: Rule = (context) => {
  const { juxtapositions, source, report } = context
  if (isMixed(context)) return
  for (const { factors } of juxtapositions) {
    const clauses = factors.filter((factor) => factor.kind !== 'global-restriction')
    const [first, second] = clauses
    if (first === undefined || second === undefined || !clauses.some(isBare)) continue
    const { span } = clauses.slice(1).find(isBare) ?? second
    const token = source.slice(span.start, span.end)
    report('unexpected-token', span, { token, help: 'put each clause in parentheses: `(a eq x) (b eq y)`' })
  }
}

const isBare = (factor: Node): boolean => factor.kind === 'restriction' && isClause(factor)
