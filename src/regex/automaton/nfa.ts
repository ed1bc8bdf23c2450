import type { Ranges } from '../syntax/ranges.ts'
import { unite } from '../syntax/ranges.ts'
import type { Assertion, PatternNode } from '../syntax/tree.ts'

/*
 * Thompson's automaton over code points, like the program that RE2's compile.cc makes, but with one instruction for each
 * set of characters where RE2 has several for its bytes.
 */

/** A set of characters: its ranges, or the `opaque` leaf of a tree, whose members only RE2 knows. */
export type CharacterSet =
  { readonly ranges: Ranges; readonly pattern?: undefined } | { readonly ranges?: undefined; readonly pattern: string }

export type Instruction =
  /** Reads one character of a set, which is given by its place in `sets`. */
  | { readonly kind: 'read'; readonly set: number; readonly next: number }
  | { readonly kind: 'split'; readonly nexts: readonly number[] }
  | { readonly kind: 'assert'; readonly assertion: Assertion; readonly next: number }
  | { readonly kind: 'match' }

export interface Nfa {
  readonly instructions: readonly Instruction[]
  /** The place of the first instruction. */
  readonly start: number
  readonly sets: readonly CharacterSet[]
  /** The instructions and the ways out of the splits: a step of the automaton visits each at most once. */
  readonly size: number
}

/** The automaton of a tree; undefined when it would be larger than `maxSize`, or when the tree has a leaf `byte`. */
export function buildNfa(tree: PatternNode, maxSize: number): Nfa | undefined {
  const builder = new NfaBuilder(maxSize)
  const start = builder.build(tree, builder.add({ kind: 'match' }))
  const { isAbandoned, instructions, sets, size } = builder
  return isAbandoned ? undefined : { instructions, start, sets, size }
}

/** Builds from the end, so that the next instruction exists before the one that leads to it. */
class NfaBuilder {
  readonly instructions: Instruction[] = []
  readonly sets: CharacterSet[] = []
  size = 0
  private readonly maxSize: number
  private readonly placeOfSet = new Map<Ranges | string | number, number>()
  /** Unions of alternatives, so that copies of them share one set. */
  private readonly united = new Map<readonly PatternNode[], Ranges>()
  private hasByte = false

  constructor(maxSize: number) {
    this.maxSize = maxSize
  }

  /** Whether the automaton is too large already, and building only returns. */
  get isAbandoned(): boolean {
    return this.size > this.maxSize || this.hasByte
  }

  add(instruction: Instruction): number {
    this.size++
    this.instructions.push(instruction)
    return this.instructions.length - 1
  }

  /** The place of the first instruction of a node that continues at `next`. */
  build(node: PatternNode, next: number): number {
    if (this.isAbandoned) return next
    switch (node.kind) {
      case 'empty':
        return next
      case 'characters':
        return this.read({ ranges: node.ranges }, next)
      case 'opaque':
        return this.read({ pattern: node.pattern }, next)
      case 'byte':
        this.hasByte = true
        return next
      case 'assertion':
        return this.add({ kind: 'assert', assertion: node.assertion, next })
      case 'sequence':
        return node.nodes.reduceRight((after, part) => this.build(part, after), next)
      case 'alternatives':
        return this.alternatives(node.nodes, next)
      case 'repetition':
        return this.repetition(node, next)
    }
  }

  private read(set: CharacterSet, next: number): number {
    return this.add({ kind: 'read', set: this.findSet(set), next })
  }

  /** Each set has one place, shared by the copies of a repetition and by equal letters. */
  private findSet(set: CharacterSet): number {
    const { ranges, pattern } = set
    const isLetter = ranges?.length === 2 && ranges[0] === ranges[1]
    const key = (isLetter ? ranges[0] : ranges) ?? pattern ?? ''
    const known = this.placeOfSet.get(key)
    if (known !== undefined) return known
    this.placeOfSet.set(key, this.sets.length)
    return this.sets.push(set) - 1
  }

  /** Single characters among alternatives are one set: `a|b` is `[ab]`. */
  private alternatives(nodes: readonly PatternNode[], next: number): number {
    const sets = nodes.flatMap((node) => (node.kind === 'characters' ? [node.ranges] : []))
    const others = nodes.filter((node) => node.kind !== 'characters').map((node) => this.build(node, next))
    if (sets.length === 0) return this.split(others)
    const ranges = this.united.get(nodes) ?? (sets.length === 1 ? sets[0] : undefined) ?? unite(sets.flat())
    this.united.set(nodes, ranges)
    return this.split([...others, this.read({ ranges }, next)])
  }

  private split(ways: readonly number[]): number {
    const nexts = [...new Set(ways)]
    const [only] = nexts
    if (nexts.length === 1 && only !== undefined) return only
    this.size += nexts.length
    return this.add({ kind: 'split', nexts })
  }

  private repetition({ node, min, max }: PatternNode & { readonly kind: 'repetition' }, next: number): number {
    let entry = next
    if (max === Infinity) {
      const nexts = [next]
      this.size += 2
      entry = this.add({ kind: 'split', nexts })
      nexts.push(this.build(node, entry))
    } else {
      for (let count = max; count > min && !this.isAbandoned; count--) {
        entry = this.split([this.build(node, entry), next])
      }
    }
    for (let count = 0; count < min && !this.isAbandoned; count++) entry = this.build(node, entry)
    return entry
  }
}
