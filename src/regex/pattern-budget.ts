import type { Limits } from '../limits.ts'
import type { PatternCost } from './cost/measure.ts'

/** Texts up to this length are always matched, in UTF-16 units: SEMANTICS.md section 6, rule 6. */
export const matchedLength = 4096

/** Patterns are examined until the refused ones together exceed the limit `programSize` by this factor. */
const maxRefused = 4

/** The cost of all patterns of one filter, bounded by the limits `programSize` and `matchWork`. */
export class PatternBudget {
  /** Why the budget is exceeded. Once it is set, every further pattern is refused. */
  excess: string | undefined
  private readonly programSize: number
  private readonly maxWidth: number
  private readonly matchWork: number
  /** The costs of the accepted patterns, one for each restriction. */
  private readonly taken: PatternCost[] = []
  /** The sharper bounds computed so far. */
  private readonly sharpWidths = new Map<PatternCost, number>()
  private size = 0
  private width = 0
  /** The size of the patterns refused one by one; examining them takes time as well. */
  private refused = 0

  constructor({ matchWork, programSize }: Limits) {
    this.programSize = programSize
    this.matchWork = matchWork
    this.maxWidth = matchWork / matchedLength
  }

  /** The maximum length of a text that the patterns are matched with, in UTF-16 units. */
  get maxTextLength(): number {
    return this.width === 0 ? Infinity : Math.floor(this.matchWork / this.width)
  }

  /** Accepts a pattern, or returns the reason for refusing it. */
  take(cost: PatternCost): string | undefined {
    if (cost.size > this.programSize)
      return this.refuse(cost, `its program may have more than ${String(this.programSize)} instructions`)
    if (this.size + cost.size > this.programSize) {
      return (this.excess = `the programs of the filter's patterns together may have more than ${String(this.programSize)} instructions`)
    }
    if (cost.width > this.maxWidth && this.sharpen(cost) > this.maxWidth) {
      return this.refuse(cost, `to match ${text} may take more steps than the limit allows`)
    }
    this.size += cost.size
    return this.takeAgain(cost)
  }

  /** Accepts a pattern for another restriction, or returns the reason for refusing it. */
  takeAgain(cost: PatternCost): string | undefined {
    if (this.excess !== undefined) return this.excess
    this.taken.push(cost)
    this.width += this.sharpWidths.get(cost) ?? cost.width
    if (this.width > this.maxWidth) this.width = this.taken.reduce((sum, each) => sum + this.sharpen(each), 0)
    if (this.width <= this.maxWidth) return undefined
    return (this.excess = `to match ${text}, the filter's patterns together may take more steps than the limit allows`)
  }

  /** Refuses one pattern, and after several of them all further ones. */
  private refuse({ size }: PatternCost, reason: string): string {
    this.refused += size
    if (this.refused > maxRefused * this.programSize) this.excess = severalRefused
    return reason
  }

  private sharpen(cost: PatternCost): number {
    const width = this.sharpWidths.get(cost) ?? cost.sharpenWidth()
    this.sharpWidths.set(cost, width)
    return width
  }
}

const severalRefused = 'several patterns of the filter are too complex, so the rest were not checked'
const text = `a text of ${String(matchedLength)} characters`
