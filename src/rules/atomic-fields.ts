import type { ClauseNode } from '../ast/index.ts'
import { proposal, writeWildcards } from '../diagnostics/index.ts'
import type { Path } from '../schema/index.ts'
import type { Rule } from './context.ts'
import { wordsOf } from './words-of-field.ts'

/** Reports `not-atomic` for `eq` and `ne` on a message, map or repeated field: SEMANTICS.md section 4. */
export const atomicFields: Rule = ({ clauses, report }) => {
  for (const { restriction, path, literal } of clauses) {
    if (path === undefined || literal?.kind !== 'not atomic') continue
    const { field, text, repeated } = path
    const type = repeated ? 'repeated' : wordsOf(field)
    report('not-atomic', restriction.comparable.span, { field: text, type, help: helpForPattern(restriction, path) })
  }
}

/** What asks for the same in the AIP-160 dialect: `licenses eq ".*\\bdebian\\b.*"` is `licenses:*debian*`. */
function helpForPattern({ comparator, arg }: ClauseNode, { field, text }: Path): string {
  const ask = (restriction: string) => proposal(comparator.symbol === 'ne' ? `-${restriction}` : restriction)
  if (field.type === 'map')
    return `match the value of a key: ${proposal(`${text}.KEY ${comparator.symbol} PATTERN`)}, or ask for any with ${ask(`${text}:*`)}`
  if (field.type === 'message') return `use ${proposal(':')}, for example ${ask(`${text}:*`)}`
  const value = writeWildcards(`^${arg.text.replaceAll('\\b', '').replaceAll('\\-', '-')}$`)
  return `use ${proposal(':')}, which tests all elements: ${ask(`${text}:${value ?? 'VALUE'}`)}`
}
