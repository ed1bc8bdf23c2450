import { isClause, type Node, walk } from '../ast/index.ts'
import { diagnose, type Diagnostic } from '../diagnostics/index.ts'
import { isMixed, type Rule } from './context.ts'

/** SEMANTICS.md section 2: clauses side by side need parentheses, each its own. */
export const separateClauses: Rule = (context) => {
  if (isMixed(context)) return []
  const found: Diagnostic[] = []
  walk(context.filter, {
    juxtaposition: ({ factors }) => {
      const clauses = factors.filter((factor) => factor.kind !== 'global-restriction')
      const [first, second] = clauses
      if (first === undefined || second === undefined || !clauses.some(isBare)) return
      const { span } = clauses.slice(1).find(isBare) ?? second
      const token = context.source.slice(span.start, span.end)
      found.push(
        diagnose('unexpected-token', span, { token, help: 'put each clause in parentheses: `(a eq x) (b eq y)`' }),
      )
    },
  })
  return found
}

const isBare = (factor: Node): boolean => factor.kind === 'restriction' && isClause(factor)
