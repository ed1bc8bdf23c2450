import { code, nearest } from '../diagnostics/index.ts'
import type { Missing } from '../schema/index.ts'
import type { Report } from './context.ts'
import { typeWords } from './type-words.ts'

/** Reports why a field does not exist: `unknown-field`, `indexing` or `not-traversable`. */
export function reportMissing(missing: Missing, report: Report): void {
  const { name } = missing
  switch (missing.reason) {
    case 'unknown':
      report('unknown-field', name.span, {
        name: name.text,
        parent: missing.parent,
        nearest: nearest(name.text, Object.keys(missing.fields)),
      })
      return
    case 'index':
      report('indexing', name.span, {
        field: missing.parent.text,
        repeated: missing.parent.repeated,
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

const quoteName = (name: string): string => (/^[\w-]+$/.test(name) ? name : JSON.stringify(name))

/** `labels['env']` → `labels.env`, `licenses[0]` → `licenses:VALUE`. */
function insteadOfIndex({ parent, name }: Missing & { readonly reason: 'index' }): string | undefined {
  const { field, repeated, text } = parent
  const inside = /^\[["']?(.+?)["']?\]/.exec(name.index ?? '')?.[1]
  const isName = inside !== undefined && /^[a-zA-Z_][\w-]*$/.test(inside)
  if (repeated) {
    const value = isName && field.type !== 'message' ? inside : 'VALUE'
    return `${code(field.type === 'message' ? `${text}.FIELD:${value}` : `${text}:${value}`)} tests all elements`
  }
  const key = inside !== undefined && !/^\d*$|^\*$/.test(inside) ? quoteName(inside) : 'NAME'
  switch (field.type) {
    case 'message':
      return `write the field after a dot: ${code(`${text}.${key}`)}`
    case 'map':
      return `write the key after a dot: ${code(`${text}.${key}`)}`
    case 'string':
    case 'enum':
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
    case 'timestamp':
      return undefined
  }
}
