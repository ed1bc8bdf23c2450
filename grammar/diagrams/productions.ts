import type { ISerializedGast } from 'chevrotain'

/** A parser's own grammar: the name of each rule, and what it is made of. */
export type Productions = ReadonlyMap<string, ProductionPart>

export type ProductionPart =
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'token'; readonly label: string }
  | { readonly kind: 'sequence'; readonly parts: readonly ProductionPart[] }
  | { readonly kind: 'choice'; readonly parts: readonly ProductionPart[] }
  | { readonly kind: 'optional'; readonly part: ProductionPart }
  | { readonly kind: 'many'; readonly part: ProductionPart }
  | { readonly kind: 'list'; readonly part: ProductionPart; readonly separator: ProductionPart }

/** What chevrotain serializes; its own type leaves out what depends on `type`. */
interface Serialized extends ISerializedGast {
  readonly name?: string
  readonly label?: string
  readonly separator?: Serialized
  definition?: Serialized[]
}

/** From what `parser.getSerializedGastProductions()` returns, for those who compare, draw or print a grammar. */
export function readProductions(rules: readonly Serialized[]): Productions {
  return new Map(rules.map(({ name = '', definition }) => [name, readParts(definition)]))
}

export const sequence = (parts: readonly ProductionPart[]): ProductionPart => {
  const [only, ...others] = parts
  return only !== undefined && others.length === 0 ? only : { kind: 'sequence', parts }
}

const readParts = (parts: readonly Serialized[] = []): ProductionPart => sequence(parts.map(readPart))

function readPart({ type, name = '', label = name, definition = [], separator }: Serialized): ProductionPart {
  switch (type) {
    case 'NonTerminal':
      return { kind: 'rule', name }
    case 'Terminal':
      return { kind: 'token', label }
    case 'Alternation':
      return { kind: 'choice', parts: definition.map(readPart) }
    case 'Option':
      return { kind: 'optional', part: readParts(definition) }
    case 'Repetition':
      return { kind: 'many', part: readParts(definition) }
    case 'RepetitionWithSeparator':
      return { kind: 'list', part: readParts(definition), separator: readParts(separator && [separator]) }
    case 'Alternative':
    case 'Rule':
      return readParts(definition)
    case 'RepetitionMandatory':
    case 'RepetitionMandatoryWithSeparator':
      throw new Error(`no rule of the grammar has a ${type}`)
  }
}
