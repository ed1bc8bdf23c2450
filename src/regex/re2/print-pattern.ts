import type { Ranges } from '../syntax/ranges.ts'
import type { Assertion, PatternNode } from '../syntax/tree.ts'

const assertions: Readonly<Record<Assertion, string>> = {
  'text-start': '\\A',
  'text-end': '\\z',
  'line-start': '(?m:^)',
  'line-end': '(?m:$)',
  'word-boundary': '\\b',
  'no-word-boundary': '\\B',
}

/**
 * Prints a tree as a pattern for the bundled RE2, without captures and group names, which cost time and are not used.
 */
export function printPattern(node: PatternNode): string {
  switch (node.kind) {
    case 'empty':
      return '(?:)'
    case 'characters':
      return printSet(node.ranges)
    case 'opaque':
      return node.pattern
    case 'byte':
      return '\\C'
    case 'assertion':
      return assertions[node.assertion]
    case 'sequence':
      return node.nodes.map(printPart).join('')
    case 'alternatives':
      return node.nodes.map(printPattern).join('|')
    case 'repetition':
      return `(?:${printPattern(node.node)})${printCount(node.min, node.max)}`
  }
}

const printPart = (node: PatternNode): string =>
  node.kind === 'alternatives' ? `(?:${printPattern(node)})` : printPattern(node)

function printCount(min: number, max: number): string {
  if (max !== Infinity) return `{${String(min)},${String(max)}}`
  return min < 2 ? (min === 0 ? '*' : '+') : `{${String(min)},}`
}

function printSet(ranges: Ranges): string {
  const [first = 0, last = 0] = ranges
  if (ranges.length === 2 && first === last) return printCharacter(first)
  if (ranges.length === 0) return '[^\\x{0}-\\x{10ffff}]'
  const parts: string[] = []
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const [low = 0, high = 0] = [ranges[at], ranges[at + 1]]
    parts.push(low === high ? printCharacter(low) : `${printCharacter(low)}-${printCharacter(high)}`)
  }
  return `[${parts.join('')}]`
}

function printCharacter(codePoint: number): string {
  const character = String.fromCodePoint(codePoint)
  return /^\w$/.test(character) ? character : `\\x{${codePoint.toString(16)}}`
}
