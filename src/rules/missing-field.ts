import type { Span } from '../ast/index.ts'
import { type Help, propose, writeName } from '../diagnostics/index.ts'
import type { Missing } from '../schema/index.ts'
import type { Context } from './context.ts'
import { helpForIndex } from './help/indexes.ts'
import { spell } from './help/spelling.ts'
import { withStraightQuotes } from './help/literals.ts'
import { wordsOf } from './words-of-field.ts'

interface Given {
  /** In place of near names. */
  readonly help?: Help | undefined
  /** Where no name is near. */
  readonly otherwise?: Help | undefined
  /** Where the name is written, in this restriction and in others. */
  readonly places?: readonly Span[] | undefined
  /** The whole path as it is written. */
  readonly member?: Span | undefined
}

/** Reports why a field does not exist: `unknown-field`, `indexing` or `not-traversable`. */
export function reportMissing(
  missing: Missing,
  { report, suggest, schema }: Context,
  { help, otherwise, places = [missing.name.span], member }: Given = {},
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
        fixes: help === undefined ? spell(near, places, writeName) : undefined,
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
      const quotedKey = quoteKey(missing)
      const lead = 'if the dot belongs to the key, quote it:'
      const help = quotedKey && member && propose({ span: member, text: quotedKey, lead })
      report('not-traversable', name.span, { field: text, type: wordsOf(field), quotedKey, help })
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
