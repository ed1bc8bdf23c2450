import type { Edits, Replacements } from './edits.ts'
import { isNode } from './examine.ts'
import type { AstNode, FilterNode, NodeKind } from './nodes.ts'
import { mayBeAt, type NodePlace, placeBelow } from './places.ts'
import { rebuild } from './rebuild.ts'
import { childrenOf } from './walk.ts'
import { describe } from './wrong-use.ts'

/**
 * A copy of a tree with changes. Parts without changes are the same objects as before, and so is the whole tree if nothing
 * changes. New and changed nodes are frozen; a changed one keeps the span of the node that it comes from.
 *
 * A removed operand leaves its list, and a list of one becomes its operand. What cannot be without the removed part is
 * removed as well: a negation without its operand, a restriction without its field, comparator or value, a field without a
 * name. A filter stays, and matches every resource when it is empty. So removing can make a filter match more
 * resources, or fewer under a `NOT`.
 *
 * Takes no stack, as `walk` does.
 *
 * @returns `null` if the root is not a filter and is removed
 * @throws TypeError for a tree that contains itself or has a malformed node, and for a replacement that cannot be where
 *   the node is
 * @example
 * const isId = ({ text }) => text === 'id'
 * const enter = { restriction: ({ comparable }) => (comparable.names?.some(isId) ? null : undefined) }
 * print(transform(parse('name = a AND NOT id = 5'), { enter })) // name = a
 */
export function transform(root: FilterNode, edits: Edits): FilterNode
export function transform<N extends AstNode>(root: N, edits: Edits): Replacements[N['kind']] | null
export function transform(root: AstNode, edits: Edits): AstNode | null {
  const frames: Frame[] = []
  const ancestors: AstNode[] = []
  const open = new Set<AstNode>()

  /** Enters a node. Undefined if its children come first. */
  const enter = (node: unknown, place: NodePlace): AstNode | null | undefined => {
    if (!isNode(node) || !mayBeAt(place, node.kind)) {
      throw new TypeError(`the tree has ${describe(node)} in a place where it is not allowed`)
    }
    if (open.has(node)) throw new TypeError('the tree contains itself')
    const edit = ask('enter', edits, node, ancestors)
    if (edit === false) return node
    if (edit !== undefined) return check('enter', node, edit, place)
    frames.push({ node, place, children: childrenOf(node), changed: [] })
    ancestors.push(node)
    open.add(node)
    return undefined
  }

  const leave = ({ node, place, changed }: Frame): AstNode | null => {
    frames.pop()
    ancestors.pop()
    open.delete(node)
    const rebuilt = rebuild(node, changed)
    // The last operand of a list was left already.
    if (rebuilt === null || changed.includes(rebuilt)) return rebuilt
    const edit = ask('leave', edits, rebuilt, ancestors)
    return edit === undefined ? rebuilt : check('leave', node, edit, place)
  }

  let done = enter(root, 'root')
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { node, place, children, changed } = frame
    if (changed.length < children.length) {
      const index = changed.length
      const kept = enter(children[index], placeBelow(place, node, index))
      if (kept !== undefined) changed.push(kept)
      continue
    }
    done = leave(frame)
    frames.at(-1)?.changed.push(done)
  }
  return done ?? null
}

/** A node whose children are being visited, and what has become of the first of them. */
interface Frame {
  readonly node: AstNode
  readonly place: NodePlace
  readonly children: readonly AstNode[]
  readonly changed: (AstNode | null)[]
}

type Method = (node: AstNode, ancestors: readonly AstNode[]) => unknown

function ask(when: keyof Edits, edits: Edits, node: AstNode, ancestors: readonly AstNode[]): unknown {
  const methods = edits[when] as { readonly [K in NodeKind]?: Method } | undefined
  return methods?.[node.kind]?.(node, ancestors)
}

/** @throws TypeError for a replacement that cannot be at the place */
function check(when: keyof Edits, node: AstNode, edit: unknown, place: NodePlace): AstNode | null {
  if (edit === null) {
    if (node.kind !== 'filter') return null
    throw new TypeError('a filter cannot be removed; its expression can')
  }
  if (isNode(edit) && mayReplace(node.kind, edit.kind, place)) return edit
  throw new TypeError(`\`${when}\` cannot replace a ${node.kind} with ${describe(edit)}`)
}

function mayReplace(kind: NodeKind, other: NodeKind, place: NodePlace): boolean {
  if (place === 'root') return kind === other || sorts.some((sort) => mayBeAt(sort, kind) && mayBeAt(sort, other))
  // Logic behind a comparator gets its parentheses.
  return mayBeAt(place === 'arg' ? 'value' : place, other)
}

const sorts = ['operand', 'comparable'] as const
