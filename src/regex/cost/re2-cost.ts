import type { Ranges } from '../syntax/ranges.ts'
import type { PatternNode } from '../syntax/tree.ts'
import { groupSize } from './group-size.ts'
import { measureUtf8 } from './utf8-size.ts'

/*
 * An upper bound of the cost of a pattern for RE2, computed from the tree before anything is compiled. The numbers were
 * measured with the bundled RE2 and compared with the program sizes of native RE2.
 */

/** The cost of a pattern for RE2, in instructions of its program. */
export interface Re2Cost {
  /** The instructions, with a surcharge for optional copies: 10 µs each to compile. */
  readonly size: number
  /** The instructions that can be active at one place of a text: 0.4 µs each for each UTF-16 unit. */
  readonly width: number
}

/** A part of a pattern, and the number of optional copies that it consists of or ends with. */
interface Part extends Re2Cost {
  readonly optionalCopies: number
}

/** What `\A(?:` and `)\z` add. */
const anchors = 8
const splitSize = 2
const byteSize = 3
/** A bound on the instructions of one set that can be active at one place, whatever its size. */
const maxActiveOfSet = 32
/** The size for each character in the text of an opaque class, in addition to its Unicode groups. */
const sizeOfUnknown = 40
/** Sums are capped here, so that nested counts stay finite. */
const maxSum = 1e12

/**
 * RE2 takes 0.2 µs × the square of the number of neighbouring optional copies, which is a fiftieth of an instruction's
 * 10 µs.
 */
const surchargeOfSquare = 1 / 50

const nothing: Part = { size: 0, width: 0, optionalCopies: 0 }

export function boundRe2Cost(tree: PatternNode): Re2Cost {
  const { size, width } = withSurcharge(partOf(tree))
  return { size: size + anchors, width: width + anchors }
}

/** The instructions of a set's program that can be active at one place. */
export const activeOfSet = (size: number): number => Math.min(size, maxActiveOfSet)

/** The instructions for a set that only RE2 knows, by the pattern of its leaf. */
export function sizeOfOpaque(pattern: string): number {
  const group = /\\[pP](?:\{\^?(\w+)\}|(\w))/g
  const groups = Array.from(pattern.matchAll(group), ([, name, letter]) => groupSize(name ?? letter ?? ''))
  const others = pattern
    .replace(group, '')
    .replace(/^\(\?i:|\)$/g, '')
    .replace(/^\[|\]$/g, '')
  return groups.reduce((sum, size) => sum + size, others.length * sizeOfUnknown)
}

function partOf(node: PatternNode): Part {
  switch (node.kind) {
    case 'empty':
      return nothing
    case 'characters':
      return partOfSet(sizeOfSet(node.ranges))
    case 'opaque':
      return partOfSet(sizeOfOpaque(node.pattern))
    case 'byte':
      return partOfSet(byteSize)
    case 'assertion':
      return partOfSet(1)
    case 'sequence':
      return node.nodes.reduce((before, part) => sum(before, partOf(part)), nothing)
    case 'alternatives':
      return node.nodes.reduce((before, part) => sum(before, sum(partOf(part), partOfSet(splitSize))), nothing)
    case 'repetition':
      return repeat(partOf(node.node), node.min, node.max)
  }
}

const partOfSet = (size: number): Part => ({ size, width: activeOfSet(size), optionalCopies: 0 })

const sizes = new WeakMap<Ranges, number>()

/** Sets with a name are the same object in every tree. */
export function sizeOfSet(ranges: Ranges): number {
  const known = sizes.get(ranges) ?? measureUtf8(ranges)
  sizes.set(ranges, known)
  return known
}

const sum = (a: Part, b: Part): Part => ({
  size: Math.min(maxSum, a.size + b.size),
  width: Math.min(maxSum, a.width + b.width),
  optionalCopies: Math.min(maxSum, a.optionalCopies + b.optionalCopies),
})

/**
 * RE2 nests optional copies: `a{0,3}` is `(?:a(?:a(?:a)?)?)?`. First it joins neighbours: `a?a?a{0,9}` is `a{0,11}`.
 * Copies of different parts are counted together here, although they are not joined.
 */
const withSurcharge = ({ size, width, optionalCopies }: Part): Part => ({
  size: Math.min(maxSum, size + optionalCopies ** 2 * surchargeOfSquare),
  width,
  optionalCopies: 0,
})

/** RE2 copies the operand of a count. */
function repeat(part: Part, min: number, max: number): Part {
  const { size, width } = withSurcharge(part)
  const optionalCopies = max === Infinity ? 0 : max - min
  const copies = Math.max(1, min, max === Infinity ? 0 : max)
  const splits = splitSize * (optionalCopies + 1) + (max === Infinity ? splitSize : 0)
  return {
    size: Math.min(maxSum, size * copies + splits),
    width: Math.min(maxSum, width * copies + splits),
    optionalCopies,
  }
}
