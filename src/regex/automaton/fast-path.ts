import { anyCharacter, type Ranges } from '../syntax/ranges.ts'
import type { PatternNode } from '../syntax/read-pattern.ts'
import { isWordUnit } from '../syntax/word.ts'

/*
 * Most real patterns need no automaton: they are a few literals with `.*` between them. For these, matching is a
 * handful of string operations. Each holds only where it provably gives RE2's verdict:
 * - a gap takes no newline, so no literal has one and the text is searched for one;
 * - literals are whole characters, so no search can end inside of a surrogate pair;
 * - no literal has U+FFFD, so it makes no difference that RE2 takes a lone surrogate in the text for that;
 * - `\b` is between ASCII word characters and others.
 */

export type TextTest = (text: string) => boolean

const mostLiterals = 64
/** What a lone surrogate becomes. */
const replacement = 0xfffd

/** String operations that do what the pattern does; undefined when there are none. */
export function findFastPath(pattern: PatternNode): TextTest | undefined {
  const nodes = withoutAnchors(flatten(pattern))
  const literals = enumerate({ kind: 'sequence', nodes })
  if (literals !== undefined) return testOneOf(literals)
  return findWord(nodes) ?? findGlob(nodes)
}

/** The parts of a sequence in a row, groups opened. */
function flatten(node: PatternNode): PatternNode[] {
  if (node.kind === 'empty') return []
  return node.kind === 'sequence' ? node.nodes.flatMap(flatten) : [node]
}

/** At its ends, `^` and `$` say what a full match says anyway. */
function withoutAnchors(nodes: readonly PatternNode[]): readonly PatternNode[] {
  const isAnchor = (assertion: string) => (node: PatternNode | undefined) =>
    node?.kind === 'assertion' && node.assertion === assertion
  const start = isAnchor('start')(nodes[0]) ? 1 : 0
  const end = isAnchor('end')(nodes.at(-1)) ? nodes.length - 1 : nodes.length
  return nodes.slice(start, Math.max(start, end))
}

/** All texts that a pattern matches, when they are few. */
function enumerate(node: PatternNode): readonly string[] | undefined {
  switch (node.kind) {
    case 'empty':
      return ['']
    case 'characters':
      return enumerateCharacters(node.ranges)
    case 'assertion':
      return undefined
    case 'sequence':
      return node.nodes.reduce<readonly string[] | undefined>((texts, part) => product(texts, enumerate(part)), [''])
    case 'alternatives': {
      const each = node.nodes.map(enumerate)
      const texts = each.flatMap((one) => one ?? [])
      return each.includes(undefined) || texts.length > mostLiterals ? undefined : texts
    }
    case 'repetition': {
      if (node.most > mostLiterals) return undefined
      const once = enumerate(node.node)
      const texts: string[] = []
      let repeated: readonly string[] | undefined = ['']
      for (let count = 0; count <= node.most; count++) {
        if (repeated === undefined) return undefined
        if (count >= node.least) texts.push(...repeated)
        if (texts.length > mostLiterals) return undefined
        repeated = product(repeated, once)
      }
      return texts
    }
  }
}

function product(heads: readonly string[] | undefined, tails: readonly string[] | undefined) {
  if (heads === undefined || tails === undefined || heads.length * tails.length > mostLiterals) return undefined
  return heads.flatMap((head) => tails.map((tail) => head + tail))
}

function enumerateCharacters(ranges: Ranges): readonly string[] | undefined {
  const characters: string[] = []
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const [low = 0, high = 0] = [ranges[at], ranges[at + 1]]
    if (high - low >= mostLiterals || (high >= 0xd800 && low <= 0xdfff)) return undefined
    if (low <= replacement && replacement <= high) return undefined
    for (let codePoint = low; codePoint <= high; codePoint++) characters.push(String.fromCodePoint(codePoint))
  }
  return characters.length > mostLiterals ? undefined : characters
}

function testOneOf(literals: readonly string[]): TextTest {
  const [only] = literals
  if (literals.length === 1 && only !== undefined) return (text) => text === only
  const set = new Set(literals)
  return (text) => set.has(text)
}

/** `.*` and `.+`: how many characters they take at least; undefined for anything else. */
function gapOf(node: PatternNode): number | undefined {
  if (node.kind !== 'repetition' || node.most !== Infinity || node.least > 1) return undefined
  return isAnyCharacter(node.node) ? node.least : undefined
}

const isAnyCharacter = (node: PatternNode): boolean =>
  node.kind === 'characters' &&
  node.ranges.length === anyCharacter.length &&
  node.ranges.every((end, at) => end === anyCharacter[at])

interface Segment {
  readonly literals: readonly string[]
  /** The characters that the gap before it takes at least, 0 or 1. */
  readonly gap: number
}

/** Cuts a pattern at its gaps; undefined when what stands between them is not a small set of literals. */
function cutAtGaps(nodes: readonly PatternNode[]): readonly Segment[] | undefined {
  const segments: Segment[] = []
  let part: PatternNode[] = []
  let gap = 0
  const close = (): boolean => {
    const literals = enumerate({ kind: 'sequence', nodes: part })
    if (literals === undefined || literals.some((literal) => literal.includes('\n'))) return false
    segments.push({ literals, gap })
    part = []
    return true
  }
  for (const node of nodes) {
    const next = gapOf(node)
    if (next === undefined) part.push(node)
    else if (part.length === 0 && segments.length > 0)
      gap += next // `.*.*`, `.+.*`
    else if (!close()) return undefined
    else gap = next
  }
  return close() && segments.every((segment) => segment.gap <= 1) ? segments : undefined
}

/** Literals at both ends and some on the way, with gaps between them. */
function findGlob(nodes: readonly PatternNode[]): TextTest | undefined {
  const segments = cutAtGaps(nodes)
  const [first, ...rest] = segments ?? []
  const last = rest.pop()
  if (first === undefined || last === undefined) return undefined
  // A gap could end inside of a surrogate pair only before an empty literal.
  if (rest.some(({ literals }) => literals.includes(''))) return undefined
  const prefixes = [...first.literals].sort((a, b) => a.length - b.length)
  const suffixes = [...last.literals].sort((a, b) => a.length - b.length)
  const [prefix = '', suffix = ''] = [prefixes[0], suffixes[0]]
  if (rest.length === 0 && prefixes.length === 1 && suffixes.length === 1) {
    const shortest = prefix.length + suffix.length + last.gap
    if (suffix === '') return (text) => text.startsWith(prefix) && text.length >= shortest && !text.includes('\n')
    return (text) => text.endsWith(suffix) && text.length >= shortest && text.startsWith(prefix) && !text.includes('\n')
  }
  return (text) => {
    const head = prefixes.find((literal) => text.startsWith(literal))
    const tail = suffixes.find((literal) => text.endsWith(literal))
    if (head === undefined || tail === undefined || text.includes('\n')) return false
    let at = head.length
    for (const { literals, gap } of rest) {
      at = earliestEnd(text, literals, at + gap)
      if (at < 0) return false
    }
    return at + last.gap <= text.length - tail.length
  }
}

/** Where the first literal to be found ends, searching from `start`; -1 when none is there. */
function earliestEnd(text: string, literals: readonly string[], start: number): number {
  let earliest = -1
  for (const literal of literals) {
    const found = text.indexOf(literal, start)
    if (found < start) continue // not found; and the empty literal is not found beyond the end
    const end = found + literal.length
    if (earliest < 0 || end < earliest) earliest = end
  }
  return earliest
}

/** `.*\bLITERAL\b.*`, as a search for whole words is written. */
function findWord(nodes: readonly PatternNode[]): TextTest | undefined {
  const isBoundary = (node: PatternNode | undefined) => node?.kind === 'assertion' && node.assertion === 'boundary'
  const [gap, open, ...rest] = nodes
  const close = rest.at(-2)
  const end = rest.at(-1)
  if (gap === undefined || end === undefined || gapOf(gap) !== 0 || gapOf(end) !== 0) return undefined
  if (!isBoundary(open) || !isBoundary(close)) return undefined
  const literals = enumerate({ kind: 'sequence', nodes: rest.slice(0, -2) })
  if (literals?.some((literal) => literal === '' || literal.includes('\n')) !== false) return undefined
  return (text) => !text.includes('\n') && literals.some((literal) => includesWord(text, literal))
}

function includesWord(text: string, literal: string): boolean {
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
    if (isBoundaryAt(text, at) && isBoundaryAt(text, at + literal.length)) return true
  }
  return false
}

const isBoundaryAt = (text: string, at: number): boolean =>
  isWordUnit(text.charCodeAt(at - 1)) !== isWordUnit(text.charCodeAt(at))
