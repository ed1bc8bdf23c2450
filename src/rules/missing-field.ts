import { code } from '../diagnostics/index.ts'
import type { Missing } from '../schema/index.ts'
import type { Context } from './context.ts'
import { typeWords } from './type-words.ts'

/** Reports why a field does not exist: `unknown-field`, `indexing` or `not-traversable`. */
export function reportMissing(missing: Missing, { report, suggest }: Pick<Context, 'report' | 'suggest'>): void {
  const { name } = missing
  switch (missing.reason) {
    case 'unknown':
      report('unknown-field', name.span, {
        name: name.text,
        parent: missing.parent,
        nearest: suggest(name.text, missing.fields),
      })
      return
    case 'index':
      report('indexing', name.span, {
        field: missing.parent,
        repeated: missing.field.repeated === true,
        help: insteadOfIndex(missing),
      })
      return
    case 'scalar': {
      const { text, field } = missing.parent
      report('not-traversable', name.span, { field: text, type: typeWords[field.type], quoted: quoteKey(missing) })
    }
  }
}

/** `labels."a.b"` for `labels.a.b`: a key that holds the dot. */
function quoteKey({ parent, name, rest }: Missing & { readonly reason: 'scalar' }): string | undefined {
  const last = parent.steps.at(-1)
  if (last?.from !== 'map') return undefined
  const names = parent.steps.slice(0, -1).map((step) => step.name)
  const key = [last.name, name.text, ...rest.map(({ text }) => text)].join('.')
  return [...names, JSON.stringify(key)].join('.')
}

function insteadOfIndex({ parent, field, name }: Missing & { readonly reason: 'index' }): string | undefined {
  const isMessage = field.type === 'message'
  if (field.repeated) return `${code(isMessage ? `${parent}.FIELD:VALUE` : `${parent}:VALUE`)} tests all elements`
  if (!isMessage && field.type !== 'map') return undefined
  const [, inside = 'NAME'] = /\[([a-zA-Z_][\w-]*)\]$/.exec(name.text) ?? []
  return `write the ${isMessage ? 'field' : 'key'} after a dot: ${code(`${parent}.${inside}`)}`
}
