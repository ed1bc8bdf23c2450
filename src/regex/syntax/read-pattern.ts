import type { PatternFailure } from '../engine.ts'
import { foldIf, leafOf, readNamedSet, single } from './character-set.ts'
import { readClass } from './character-class.ts'
import { Cursor } from './cursor.ts'
import { readEscape } from './escape.ts'
import { InvalidPatternError } from './failure.ts'
import { type Flags, noFlags, readGroupStart } from './flags.ts'
import { anyCharacter, anyCharacterOrNewline } from './ranges.ts'
import { RangeBudget, TooManyRangesError } from './range-budget.ts'
import { maxCount, readCount } from './repetition.ts'
import { joinAlternatives, joinSequence, repeat } from './simplify.ts'
import type { Assertion, PatternNode } from './tree.ts'

/**
 * Reads a pattern as RE2's parse.cc does: returns its tree, or RE2's message if it is invalid. Accepts every string.
 * Its time is bounded by the length of the pattern and the ranges of its classes.
 *
 * @param budget of the ranges; beyond it the pattern is `pattern-too-complex`
 */
export function readPattern(pattern: string, budget = new RangeBudget()): PatternNode | PatternFailure {
  if (!pattern.isWellFormed()) return { code: 'invalid-pattern', reason: 'a lone surrogate is not a character' }
  try {
    return new PatternReader(pattern, budget).read()
  } catch (error) {
    if (error instanceof InvalidPatternError) return error.toFailure()
    if (error instanceof TooManyRangesError)
      return { code: 'pattern-too-complex', reason: 'its classes have too many ranges' }
    throw error
  }
}

/** A node, and the product of the counts of its nested repetitions, which RE2 limits. */
interface Part {
  readonly node: PatternNode
  readonly counts: number
}

/** An open group, or the whole pattern. */
interface Group {
  /** The flags to restore after the group. */
  readonly outerFlags: Flags
  /** The alternatives before the current one. */
  readonly alternatives: Part[]
  /** The nodes of the current alternative. */
  parts: Part[]
}

const openGroup = (outerFlags: Flags): Group => ({ outerFlags, alternatives: [], parts: [] })

class PatternReader {
  private readonly cursor: Cursor
  private readonly budget: RangeBudget
  private readonly outer: Group[] = []
  private group = openGroup(noFlags)
  private flags = noFlags
  /** The start of the repetition that has just been read; undefined after anything else. */
  private repetition: number | undefined

  constructor(pattern: string, budget: RangeBudget) {
    this.budget = budget
    this.cursor = new Cursor(pattern)
  }

  read(): PatternNode {
    while (!this.cursor.isAtEnd) this.readNext()
    if (this.outer.length > 0) throw new InvalidPatternError('missing parenthesis', this.cursor.text)
    return closeGroup(this.group).node
  }

  private readNext(): void {
    const { cursor } = this
    const start = cursor.at
    const count = readCount(cursor)
    if (count !== undefined) {
      this.repeatLast(start, count.min, count.max)
      return
    }
    this.repetition = undefined
    switch (cursor.peek()) {
      case '(':
        this.open()
        break
      case ')':
        this.close()
        break
      case '|':
        cursor.at++
        this.group.alternatives.push(joinParts(this.group.parts))
        this.group.parts = []
        break
      case '^':
        cursor.at++
        this.assert(this.flags.m ? 'line-start' : 'text-start')
        break
      case '$':
        cursor.at++
        this.assert(this.flags.m ? 'line-end' : 'text-end')
        break
      case '.':
        cursor.at++
        this.add({ kind: 'characters', ranges: this.flags.s ? anyCharacterOrNewline : anyCharacter })
        break
      case '[':
        this.add(readClass(cursor, this.flags.i, this.budget))
        break
      case '\\':
        this.readBackslash()
        break
      default:
        this.addCharacter(cursor.take())
    }
  }

  private add(node: PatternNode, counts = 1): void {
    this.group.parts.push({ node, counts })
  }

  private addCharacter(codePoint: number): void {
    this.add({ kind: 'characters', ranges: foldIf(this.flags.i, single(codePoint)) })
  }

  private assert(assertion: Assertion): void {
    this.add({ kind: 'assertion', assertion })
  }

  private open(): void {
    const { flags, opens } = readGroupStart(this.cursor, this.flags)
    if (opens) {
      this.outer.push(this.group)
      this.group = openGroup(this.flags)
    }
    this.flags = flags
  }

  private close(): void {
    const outer = this.outer.pop()
    if (outer === undefined) throw new InvalidPatternError('unexpected parenthesis', this.cursor.text)
    const { node, counts } = closeGroup(this.group)
    this.flags = this.group.outerFlags
    this.group = outer
    this.add(node, counts)
    this.cursor.at++
  }

  private repeatLast(start: number, min: number, max: number): void {
    const { cursor } = this
    // Whether it is greedy makes no difference to a full match.
    cursor.skip('?')
    if (this.repetition !== undefined)
      throw new InvalidPatternError('bad repetition operator', cursor.since(this.repetition))
    if (max < min || min > maxCount || (max > maxCount && max !== Infinity)) {
      throw new InvalidPatternError('bad repetition size', cursor.since(start))
    }
    const last = this.group.parts.pop()
    if (last === undefined) throw new InvalidPatternError('no repetition argument', cursor.since(start))
    const counts = last.counts * Math.max(1, max === Infinity ? min : max)
    if (counts > maxCount) throw new InvalidPatternError('bad repetition size', cursor.since(start))
    this.add(repeat(last.node, min, max), counts)
    this.repetition = start
  }

  private readBackslash(): void {
    const { cursor } = this
    switch (cursor.peek(1)) {
      case 'A':
        cursor.at += 2
        this.assert('text-start')
        break
      case 'z':
        cursor.at += 2
        this.assert('text-end')
        break
      case 'b':
        cursor.at += 2
        this.assert('word-boundary')
        break
      case 'B':
        cursor.at += 2
        this.assert('no-word-boundary')
        break
      case 'C':
        cursor.at += 2
        this.add({ kind: 'byte' })
        break
      case 'Q':
        this.readQuotation()
        break
      default:
        this.readEscapedSet()
    }
  }

  /** `\Q…\E`; the end of the pattern closes it, too. */
  private readQuotation(): void {
    const { cursor } = this
    cursor.at += 2
    while (!cursor.isAtEnd && !cursor.skip('\\E')) this.addCharacter(cursor.take())
  }

  private readEscapedSet(): void {
    const { cursor, flags } = this
    const start = cursor.at
    const named = readNamedSet(cursor, flags.i)
    if (named === undefined) this.addCharacter(readEscape(cursor))
    else this.add(leafOf(named.ranges, cursor.since(start), flags.i))
  }
}

const maxCounts = (parts: readonly Part[]): number => Math.max(1, ...parts.map(({ counts }) => counts))

const joinParts = (parts: readonly Part[]): Part => ({
  node: joinSequence(parts.map(({ node }) => node)),
  counts: maxCounts(parts),
})

function closeGroup({ alternatives, parts }: Group): Part {
  const all = [...alternatives, joinParts(parts)]
  return { node: joinAlternatives(all.map(({ node }) => node)), counts: maxCounts(all) }
}
