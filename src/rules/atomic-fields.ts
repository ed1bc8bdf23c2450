import type { Path } from '../schema/index.ts'
import type { Rule } from './context.ts'
import { typeWords } from './type-words.ts'

/** Reports `not-atomic` for `eq` and `ne` on a message, map or repeated field: SEMANTICS.md section 4. */
export const atomicFields: Rule = ({ clauses, report }) => {
  for (const { restriction, path } of clauses) {
    if (path === undefined || isAtomic(path)) continue
    const { field, text: name, repeated } = path
    const type = repeated ? 'repeated' : typeWords[field.type]
    const example = field.type === 'message' || field.type === 'map' ? `${name}:*` : `${name}:VALUE`
    report('not-atomic', restriction.comparable.span, { field: name, type, example })
  }
}

export const isAtomic = ({ repeated, field: { type } }: Path): boolean =>
  !repeated && type !== 'message' && type !== 'map'
