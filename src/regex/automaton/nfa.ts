import type { Ranges } from '../syntax/ranges.ts'
import type { Assertion, PatternNode } from '../syntax/read-pattern.ts'

/*
 * Thompson's automaton over UTF-16 code units, for texts that are well-formed: a character beyond U+FFFF is two steps.
 */

export type Instruction =
  | { readonly kind: 'unit'; readonly low: number; readonly high: number; readonly next: number }
  | { readonly kind: 'split'; readonly nexts: readonly number[] }
  | { readonly kind: 'assert'; readonly assertion: Assertion; readonly next: number }
  | { readonly kind: 'match' }

export interface Nfa {
  readonly instructions: readonly Instruction[]
  readonly start: number
}

/** The automaton of a pattern; undefined when it would have more instructions than allowed. */
export function buildNfa(pattern: PatternNode, mostInstructions: number): Nfa | undefined {
  const builder = new Builder(mostInstructions)
  const start = builder.build(pattern, builder.add({ kind: 'match' }))
  return builder.isFull ? undefined : { instructions: builder.instructions, start }
}

/** Builds from the end: what comes next is known before what leads to it. */
class Builder {
  readonly instructions: Instruction[] = []
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  get isFull(): boolean {
    return this.instructions.length > this.most
  }

  add(instruction: Instruction): number {
    this.instructions.push(instruction)
    return this.instructions.length - 1
  }

  /** Where to enter what matches the node and then goes on at `next`. */
  build(node: PatternNode, next: number): number {
    if (this.isFull) return next
    switch (node.kind) {
      case 'empty':
        return next
      case 'characters':
        return this.characters(node.ranges, next)
      case 'assertion':
        return this.add({ kind: 'assert', assertion: node.assertion, next })
      case 'sequence':
        return node.nodes.reduceRight((after, part) => this.build(part, after), next)
      case 'alternatives':
        return this.split(node.nodes.map((part) => this.build(part, next)))
      case 'repetition':
        return this.repetition(node, next)
    }
  }

  private split(nexts: readonly number[]): number {
    const [only] = nexts
    return nexts.length === 1 && only !== undefined ? only : this.add({ kind: 'split', nexts })
  }

  private repetition({ node, least, most }: PatternNode & { readonly kind: 'repetition' }, next: number): number {
    let entry = next
    if (most === Infinity) {
      const nexts = [next]
      entry = this.add({ kind: 'split', nexts })
      nexts.push(this.build(node, entry))
    } else {
      for (let count = most; count > least && !this.isFull; count--) entry = this.split([this.build(node, entry), next])
    }
    for (let count = 0; count < least && !this.isFull; count++) entry = this.build(node, entry)
    return entry
  }

  private characters(ranges: Ranges, next: number): number {
    const entries: number[] = []
    const unit = (low: number, high: number, after: number): number =>
      this.add({ kind: 'unit', low, high, next: after })
    const basic = (low: number, high: number): void => {
      if (low <= high) entries.push(unit(low, high, next))
    }
    for (let at = 0; at + 1 < ranges.length; at += 2) {
      const [low = 0, high = 0] = [ranges[at], ranges[at + 1]]
      // A well-formed text has no surrogate alone.
      basic(low, Math.min(high, 0xd7ff))
      basic(Math.max(low, 0xe000), Math.min(high, 0xffff))
      if (high > 0xffff) entries.push(...this.pairs(Math.max(low, 0x10000), high, next, unit))
    }
    return this.split(entries)
  }

  /** Characters beyond U+FFFF: a first, some whole and a last block of 1,024 that share a high surrogate. */
  private pairs(low: number, high: number, next: number, unit: (low: number, high: number, next: number) => number) {
    const block = (codePoint: number): number => 0xd800 + ((codePoint - 0x10000) >> 10)
    const inBlock = (codePoint: number): number => 0xdc00 + (codePoint & 0x3ff)
    const entries: number[] = []
    const add = (firstHigh: number, lastHigh: number, firstLow: number, lastLow: number): void => {
      if (firstHigh <= lastHigh) entries.push(unit(firstHigh, lastHigh, unit(firstLow, lastLow, next)))
    }
    const [first, last] = [block(low), block(high)]
    if (first === last) {
      add(first, last, inBlock(low), inBlock(high))
      return entries
    }
    const startsWhole = inBlock(low) === 0xdc00
    const endsWhole = inBlock(high) === 0xdfff
    if (!startsWhole) add(first, first, inBlock(low), 0xdfff)
    add(startsWhole ? first : first + 1, endsWhole ? last : last - 1, 0xdc00, 0xdfff)
    if (!endsWhole) add(last, last, 0xdc00, inBlock(high))
    return entries
  }
}
