import type { Ranges } from '../syntax/ranges.ts'
import type { PatternNode } from '../syntax/tree.ts'

/** Replaces a lone surrogate. */
const replacement = 0xfffd

/**
 * All texts that a node matches; undefined when there are more than `maxLiterals`, or when they depend on the
 * surrounding text.
 */
export function enumerate(node: PatternNode, maxLiterals: number): readonly string[] | undefined {
  switch (node.kind) {
    case 'empty':
      return ['']
    case 'characters':
      return enumerateCharacters(node.ranges, maxLiterals)
    case 'opaque':
    case 'byte':
    case 'assertion':
      return undefined
    case 'sequence':
      return enumerateSequence(node.nodes, maxLiterals)
    case 'alternatives': {
      const each = node.nodes.map((part) => enumerate(part, maxLiterals))
      const texts = each.flatMap((one) => one ?? [])
      return each.includes(undefined) || texts.length > maxLiterals ? undefined : texts
    }
    case 'repetition': {
      if (node.max > maxLiterals) return undefined
      const once = enumerate(node.node, maxLiterals)
      const texts: string[] = []
      let repeated: readonly string[] | undefined = ['']
      for (let count = 0; count <= node.max; count++) {
        if (repeated === undefined) return undefined
        if (count >= node.min) texts.push(...repeated)
        if (texts.length > maxLiterals) return undefined
        repeated = product(repeated, once, maxLiterals)
      }
      return texts
    }
  }
}

function enumerateSequence(nodes: readonly PatternNode[], maxLiterals: number): readonly string[] | undefined {
  let texts: readonly string[] | undefined = ['']
  for (const node of nodes) {
    texts = product(texts, enumerate(node, maxLiterals), maxLiterals)
    if (texts === undefined) return undefined
  }
  return texts
}

function product(heads: readonly string[] | undefined, tails: readonly string[] | undefined, maxLiterals: number) {
  if (heads === undefined || tails === undefined || heads.length * tails.length > maxLiterals) return undefined
  return heads.flatMap((head) => tails.map((tail) => head + tail))
}

function enumerateCharacters(ranges: Ranges, maxLiterals: number): readonly string[] | undefined {
  const characters: string[] = []
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const [low = 0, high = 0] = [ranges[at], ranges[at + 1]]
    if (high - low >= maxLiterals || (high >= 0xd800 && low <= 0xdfff)) return undefined
    if (low <= replacement && replacement <= high) return undefined
    for (let codePoint = low; codePoint <= high; codePoint++) characters.push(String.fromCodePoint(codePoint))
  }
  return characters.length > maxLiterals ? undefined : characters
}
