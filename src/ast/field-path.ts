import { isNode } from './examine.ts'
import type { ComparableNode, NameNode } from './nodes.ts'
import { noSpan } from './span.ts'
import { describe } from './wrong-use.ts'

/**
 * A field: its names with dots between them (`labels.env`), a list of names (`['labels', 'a.b']`) where one has a dot or
 * another character that a filter writes in quotes, or a part of another tree.
 */
export type FieldPath = string | readonly string[] | ComparableNode

const { freeze } = Object

/** Quotes, escapes and brackets are the notation of filters. A program that writes them means something else. */
const plainPath = /^[^\s."'\\[\]()]+(?:\.[^\s."'\\[\]()]+)*$/

/** @throws TypeError for a path that is not plain, an empty list, or anything else */
export function readField(field: FieldPath): ComparableNode {
  const given: unknown = field
  if (isNode(given) && (given.kind === 'member' || given.kind === 'function')) return given
  if (typeof given !== 'string' && !Array.isArray(given)) {
    throw new TypeError(`\`restriction\` does not accept ${describe(given)} as a field`)
  }
  if (typeof given === 'string' && !plainPath.test(given)) {
    throw new TypeError(`\`${given}\` is not a plain field path; give a list of names, such as \`['labels', 'a.b']\``)
  }
  const names: readonly unknown[] = typeof given === 'string' ? given.split('.') : given
  const [first, ...others] = names.map(nameOf)
  if (first === undefined) throw new TypeError('a field needs at least one name')
  return freeze({ kind: 'member', names: freeze([first, ...others] as const), span: noSpan })
}

function nameOf(text: unknown): NameNode {
  if (typeof text !== 'string') throw new TypeError(`a name in a field path must be a string, not ${describe(text)}`)
  return freeze({ kind: 'name', text, span: noSpan })
}
