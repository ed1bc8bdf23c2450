import { type ClauseNode, isNegative } from '../ast/index.ts'
import { adviseIf, type Help, proposal, propose, writeWildcards } from '../diagnostics/index.ts'
import { type Field, isSingle, type Path } from '../schema/index.ts'
import { scalarTypes } from '../types/index.ts'
import type { Rule } from './context.ts'
import { wordsOf } from './words-of-field.ts'

/** Reports `not-atomic` for `eq` and `ne` on a message, map or repeated field: SEMANTICS.md section 4. */
export const atomicFields: Rule = ({ clauses, source, report }) => {
  for (const { restriction, path, literal } of clauses) {
    if (path === undefined || literal?.kind !== 'not atomic') continue
    const { field, text, repeated } = path
    const type = repeated ? 'repeated' : wordsOf(field)
    const help = helpForPattern(restriction, path, source)
    report('not-atomic', restriction.comparable.span, { field: text, type, help })
  }
}

const takesWildcards = (field: Field): boolean => isSingle(field) && scalarTypes[field.type].takesWildcards

/** What asks for the same in the AIP-160 dialect: `licenses eq ".*\\bdebian\\b.*"` is `licenses:*debian*`. */
function helpForPattern({ comparator, arg, span }: ClauseNode, { field, text }: Path, source: string): Help {
  const write = (value: string): string => `${isNegative(comparator.symbol) ? '-' : ''}${text}:${value}`
  if (field.type === 'map')
    return `match the value of a key: ${proposal(`${text}.KEY ${comparator.symbol} PATTERN`)}, or test for any key with ${proposal(write('*'))}`
  if (field.type === 'message') return `use ${proposal(':')}, for example ${proposal(write('*'))}`
  const wildcards = writeWildcards(`^${arg.text.replaceAll('\\b', '').replaceAll('\\-', '-')}$`)
  const value = takesWildcards(field) || wildcards?.includes('*') === false ? wildcards : undefined
  const lead = `use ${proposal(':')}, which tests all elements:`
  return adviseIf(value !== undefined, propose({ span, text: write(value ?? 'VALUE'), source, lead }))
}
