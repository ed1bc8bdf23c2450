import { type Node, parse, print, validate } from '../../index.ts'
import type { LawOptions } from './run.ts'

/*
 * What a case could be made smaller to. Laws try one after the other for as long as the case stays wrong.
 */

/** Each part of the filter alone, and the filter without one of its parts; the shortest first. */
export function simplerFilters(filter: string, options: LawOptions): readonly string[] {
  const { expression, span } = parse(filter)
  if (expression === null) return []
  const texts = [expression, ...simplerNodes(expression)].map((node) =>
    print({ kind: 'filter', expression: node as typeof expression, span }),
  )
  return (
    [...new Set(texts)]
      // Of clauses side by side, for one, not every part can stand there.
      .filter((text) => text.length < filter.length && validate(text, options).length === 0)
      .toSorted((a, b) => a.length - b.length)
  )
}

/** A part may always be replaced by a part of its own: that binds tighter, or has parentheses. */
function simplerNodes(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'conjunction':
      return simplerParts(node.sequences, (sequences) => ({ ...node, sequences }) as Node)
    case 'juxtaposition':
      return simplerParts(node.factors, (factors) => ({ ...node, factors }) as Node)
    case 'disjunction':
      return simplerParts(node.terms, (terms) => ({ ...node, terms }) as Node)
    case 'negation':
      return [
        node.operand,
        ...twiceNegated(node.operand),
        ...simplerNodes(node.operand).map((operand) => ({ ...node, operand }) as Node),
      ]
    case 'composite':
      return [node.expression, ...simplerNodes(node.expression).map((expression) => ({ ...node, expression }) as Node)]
    case 'restriction':
      return simplerArgs(node.arg).map((arg) => ({ ...node, arg }) as Node)
    case 'filter':
    case 'global-restriction':
    case 'member':
    case 'function':
    case 'name':
    case 'comparator':
    case 'value':
    case 'literal':
      return []
  }
}

/** `NOT (NOT x)` is `x`. */
const twiceNegated = (operand: Node): readonly Node[] =>
  operand.kind === 'composite' && operand.expression.kind === 'negation' ? [operand.expression.operand] : []

/** A value alone needs no parentheses, and nothing else is without. */
const simplerArgs = (arg: Node): readonly Node[] =>
  arg.kind !== 'composite'
    ? []
    : simplerNodes(arg.expression).map((expression) =>
        expression.kind === 'value' ? expression : ({ ...arg, expression } as Node),
      )

const simplerParts = (parts: readonly Node[], rebuild: (parts: readonly Node[]) => Node): readonly Node[] => [
  ...parts,
  ...(parts.length > 2 ? shorterLists(parts).map(rebuild) : []),
  ...simplerElements(parts, simplerNodes).map(rebuild),
]

/** The resource without one of its parts, at any depth; large parts first. */
export function simplerResources(resource: object): readonly object[] {
  return pathsOf(resource).map((path) => without(resource, path))
}

/** The list without one of its elements. */
export function shorterLists<T>(list: readonly T[]): readonly (readonly T[])[] {
  return list.map((_, index) => list.filter((_, other) => other !== index))
}

/** The list with one of its elements made simpler. */
export function simplerElements<T>(
  list: readonly T[],
  simpler: (element: T) => readonly T[],
): readonly (readonly T[])[] {
  return list.flatMap((element, index) => simpler(element).map((other) => list.with(index, other)))
}

type Path = readonly [string, ...string[]]

/** The paths of all parts, those inside of a part after its own. */
function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  return [
    ...entries.map(([name]): Path => [name]),
    ...entries.flatMap(([name, part]) => pathsOf(part).map((path): Path => [name, ...path])),
  ]
}

/** A copy without one part; the elements behind one of an array move up. */
function without<T>(value: T, [first, ...rest]: Path): T {
  const [second, ...others] = rest
  if (Array.isArray(value)) {
    const elements: readonly unknown[] = value
    const at = Number(first)
    return (
      second === undefined ? elements.toSpliced(at, 1) : elements.with(at, without(elements[at], [second, ...others]))
    ) as T
  }
  const { [first]: part, ...remaining } = value as Record<string, unknown>
  return (second === undefined ? remaining : { ...remaining, [first]: without(part, [second, ...others]) }) as T
}
