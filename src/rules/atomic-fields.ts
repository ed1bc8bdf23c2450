import { diagnose, type Diagnostic } from '../diagnostics/index.ts'
import type { Path } from '../schema/index.ts'
import { type Rule, withPath } from './context.ts'
import { typeWords } from './type-words.ts'

/** SEMANTICS.md section 4: `eq` and `ne` take strings, numbers and booleans; no message, map or repeated field. */
export const atomicFields: Rule = ({ clauses }) =>
  withPath(clauses).flatMap(({ restriction: { comparable }, path }): Diagnostic[] => {
    if (isAtomic(path)) return []
    const type = path.repeated ? 'repeated' : typeWords[path.field.type]
    const example = path.field.type === 'message' || path.field.type === 'map' ? `${path.text}:*` : `${path.text}:VALUE`
    return [diagnose('not-atomic', comparable.span, { field: path.text, type, example })]
  })

export const isAtomic = ({ repeated, field: { type } }: Path): boolean =>
  !repeated && type !== 'message' && type !== 'map'
