import type { Missing } from '../schema/index.ts'
import type { Context } from './context.ts'
import { helpForIndex } from './help/indexes.ts'
import { withStraightQuotes } from './help/literals.ts'
import { wordsOf } from './words-of-field.ts'

interface Advice {
  /** In place of near names. */
  readonly help?: string | undefined
  /** Where no name is near. */
  readonly otherwise?: string | undefined
}

/** Reports why a field does not exist: `unknown-field`, `indexing` or `not-traversable`. */
export function reportMissing(
  missing: Missing,
  { report, suggest, schema }: Context,
  { help, otherwise }: Advice = {},
): void {
  const { name } = missing
  switch (missing.reason) {
    case 'unknown': {
      const near = suggest(withStraightQuotes(name.text), missing.fields)
      report('unknown-field', name.span, {
        name: name.text,
        parent: missing.parent.text === '' ? schema.resource : missing.parent.text,
        nearest: near,
        help: help ?? (near.length === 0 ? otherwise : undefined),
      })
      return
    }
    case 'index':
      report('indexing', name.span, {
        field: missing.parent.text,
        repeated: missing.parent.repeated,
        help: help ?? helpForIndex(missing),
      })
      return
    case 'scalar': {
      const { text, field } = missing.parent
      report('not-traversable', name.span, { field: text, type: wordsOf(field), quotedKey: quoteKey(missing) })
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
