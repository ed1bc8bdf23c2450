import { diagnose, type Diagnostic, nearest } from '../diagnostics/index.ts'
import type { Missing } from '../schema/index.ts'
import { typeWords } from './type-words.ts'

/** Words why a field does not exist: `unknown-field`, `indexing` or `not-traversable`. */
export function describeMissing(missing: Missing): Diagnostic {
  const { name } = missing
  switch (missing.reason) {
    case 'unknown':
      return diagnose('unknown-field', name.span, {
        name: name.text,
        parent: missing.parent,
        nearest: nearest(name.text, Object.keys(missing.fields)),
      })
    case 'index':
      return diagnose('indexing', name.span, { field: missing.parent, inner: missing.field.type === 'message' })
    case 'scalar': {
      const { text, field, steps } = missing.parent
      const last = steps.at(-1)
      const isMapValue = last?.from === 'map'
      const map = text.slice(0, text.length - (last?.name.length ?? 0))
      return diagnose('not-traversable', name.span, {
        field: text,
        type: typeWords[field.type],
        quoted: isMapValue ? `${map}"${last.name}.${name.text}"` : undefined,
      })
    }
  }
}
