import { anyCharacter } from '../syntax/ranges.ts'
import type { PatternNode } from '../syntax/tree.ts'
import { enumerate } from './literals.ts'
import { isWordCharacter } from '../syntax/word.ts'

/*
 * Most real patterns need no automaton: they are a few literals with `.*` between them. For these, matching is a
 * handful of string operations. Each holds only where it provably gives RE2's verdict:
 * - a gap takes no newline, so no literal may have one, and the text is searched for one;
 * - literals are whole characters, so no search can end inside of a surrogate pair;
 * - no literal has U+FFFD, so it makes no difference that RE2 reads a lone surrogate as that character;
 * - `\b` is between ASCII word characters and others.
 */

/** Whether a text matches as a whole. */
type TextTest = (text: string) => boolean

export interface StringMatcher {
  readonly test: TextTest
  /** The maximum work for each unit of a text, as a multiple of the work of an automaton for one instruction. */
  readonly work: number
  /** Approximate memory of the literals, in bytes. */
  readonly bytes: number
}

/** Above this number of literals an automaton is faster than a search for each. */
const maxAlternatives = 16

/** The maximum number of texts for a pattern without gaps, which is matched by one look-up in a set. */
const maxTexts = 64

/** The cost of an occurrence that is rejected in the end, as a number of compared units. */
const searchOverhead = 8
/** The number of units compared in the time that an automaton takes for one instruction. */
const unitsInStep = 8

/** String operations equivalent to a tree; undefined when it needs an automaton. */
export function findStringOperations(tree: PatternNode): StringMatcher | undefined {
  const nodes = withoutAnchors(flatten(tree))
  const literals = nodes.some(isEndless) ? undefined : enumerate({ kind: 'sequence', nodes }, maxTexts)
  if (literals !== undefined) return { test: testOneOf(literals), work: 1 / unitsInStep, bytes: bytesOf(literals) }
  return findWord(nodes) ?? findGlob(nodes)
}

/** A search for the first place where a match can begin. */
export interface LiteralSearch {
  /** Where the automaton may start; -1 when the text cannot match. */
  readonly find: (text: string) => number
  readonly work: number
}

/**
 * For `.*LITERAL` with any continuation. The text before the first occurrence of the literal belongs to the gap, so an
 * automaton that starts there is in the same state as at the start of the text.
 */
export function findLiteralSearch(tree: PatternNode): LiteralSearch | undefined {
  const [gap, ...nodes] = withoutAnchors(flatten(tree))
  if (gap === undefined || gapOf(gap) !== 0) return undefined
  let literal = ''
  for (const node of nodes) {
    const [text] = enumerate(node, 1) ?? []
    if (text === undefined) break
    literal += text
  }
  if (literal === '') return undefined
  const find = (text: string): number => {
    const at = text.indexOf(literal)
    const newline = at < 0 ? -1 : text.indexOf('\n')
    return newline >= 0 && newline < at ? -1 : at
  }
  return { find, work: workOf([literal]) }
}

const isEndless = (node: PatternNode): boolean => node.kind === 'repetition' && node.max === Infinity

/** Assumes that each literal is searched for in the whole text and nearly found at each unit. */
const workOf = (searched: readonly string[]): number =>
  searched.reduce((units, literal) => units + literal.length + searchOverhead, 1) / unitsInStep

const bytesOf = (literals: readonly string[]): number =>
  literals.reduce((sum, { length }) => sum + 50 + 2 * length, 500)

/** The parts of a sequence, with nested sequences flattened. */
function flatten(node: PatternNode): PatternNode[] {
  if (node.kind === 'empty') return []
  return node.kind === 'sequence' ? node.nodes.flatMap(flatten) : [node]
}

/** Removes `^` and `$` at the ends, which a full match implies. */
function withoutAnchors(nodes: readonly PatternNode[]): readonly PatternNode[] {
  const isAnchor = (assertion: string) => (node: PatternNode | undefined) =>
    node?.kind === 'assertion' && node.assertion === assertion
  const start = isAnchor('text-start')(nodes[0]) ? 1 : 0
  const end = isAnchor('text-end')(nodes.at(-1)) ? nodes.length - 1 : nodes.length
  return nodes.slice(start, Math.max(start, end))
}

function testOneOf(literals: readonly string[]): TextTest {
  const [only] = literals
  if (literals.length === 1 && only !== undefined) return (text) => text === only
  const set = new Set(literals)
  return (text) => set.has(text)
}

/** The minimum number of characters of `.*` and `.+`; undefined for anything else. */
function gapOf(node: PatternNode): number | undefined {
  if (node.kind !== 'repetition' || node.max !== Infinity || node.min > 1) return undefined
  return isAnyCharacter(node.node) ? node.min : undefined
}

const isAnyCharacter = (node: PatternNode): boolean =>
  node.kind === 'characters' &&
  node.ranges.length === anyCharacter.length &&
  node.ranges.every((end, at) => end === anyCharacter[at])

interface Segment {
  readonly literals: readonly string[]
  /** The minimum length of the gap before it, 0 or 1. */
  readonly gap: number
}

/** Splits a pattern at its gaps; undefined unless each part between them is a small set of literals. */
function cutAtGaps(nodes: readonly PatternNode[]): readonly Segment[] | undefined {
  const segments: Segment[] = []
  let part: PatternNode[] = []
  let gap = 0
  const close = (): boolean => {
    const literals = enumerate({ kind: 'sequence', nodes: part }, maxAlternatives)
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

/** Literals at both ends and in between, separated by gaps. */
function findGlob(nodes: readonly PatternNode[]): StringMatcher | undefined {
  const segments = cutAtGaps(nodes)
  const [first, ...rest] = segments ?? []
  const count = segments?.reduce((sum, { literals }) => sum + literals.length, 0) ?? 0
  if (count > maxAlternatives) return undefined
  const last = rest.pop()
  if (first === undefined || last === undefined) return undefined
  // A gap could end inside of a surrogate pair only before an empty literal.
  if (rest.some(({ literals }) => literals.includes(''))) return undefined
  const prefixes = [...first.literals].sort((a, b) => a.length - b.length)
  const suffixes = [...last.literals].sort((a, b) => a.length - b.length)
  const [prefix = '', suffix = ''] = [prefixes[0], suffixes[0]]
  if (rest.length === 0 && prefixes.length === 1 && suffixes.length === 1) {
    const shortest = prefix.length + suffix.length + last.gap
    const test: TextTest =
      suffix === ''
        ? (text) => text.startsWith(prefix) && text.length >= shortest && !text.includes('\n')
        : (text) => text.endsWith(suffix) && text.length >= shortest && text.startsWith(prefix) && !text.includes('\n')
    return { test, work: workOf([]), bytes: bytesOf([prefix, suffix]) }
  }
  const test: TextTest = (text) => {
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
  const searched = rest.flatMap(({ literals }) => literals)
  return { test, work: workOf(searched), bytes: bytesOf([...prefixes, ...searched, ...suffixes]) }
}

/** The end of the first occurrence of any of the literals from `start` on; -1 when there is none. */
function earliestEnd(text: string, literals: readonly string[], start: number): number {
  let earliest = -1
  for (const literal of literals) {
    const found = text.indexOf(literal, start)
    if (found < start) continue // Not found. The empty literal is not found beyond the end.
    const end = found + literal.length
    if (earliest < 0 || end < earliest) earliest = end
  }
  return earliest
}

/** `.*\bLITERAL\b.*`, as a search for whole words is written. */
function findWord(nodes: readonly PatternNode[]): StringMatcher | undefined {
  const isBoundary = (node: PatternNode | undefined) => node?.kind === 'assertion' && node.assertion === 'word-boundary'
  const [gap, open, ...rest] = nodes
  const close = rest.at(-2)
  const end = rest.at(-1)
  if (gap === undefined || end === undefined || gapOf(gap) !== 0 || gapOf(end) !== 0) return undefined
  if (!isBoundary(open) || !isBoundary(close)) return undefined
  const literals = enumerate({ kind: 'sequence', nodes: rest.slice(0, -2) }, maxAlternatives)
  if (literals?.some((literal) => literal === '' || literal.includes('\n')) !== false) return undefined
  const test: TextTest = (text) => !text.includes('\n') && literals.some((literal) => includesWord(text, literal))
  return { test, work: workOf(literals), bytes: bytesOf(literals) }
}

function includesWord(text: string, literal: string): boolean {
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) {
    if (isBoundaryAt(text, at) && isBoundaryAt(text, at + literal.length)) return true
  }
  return false
}

const isBoundaryAt = (text: string, at: number): boolean =>
  isWordCharacter(text.charCodeAt(at - 1)) !== isWordCharacter(text.charCodeAt(at))
