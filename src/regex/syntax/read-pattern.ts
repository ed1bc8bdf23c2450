import { perlClass } from './named-classes.ts'
import { anyCharacter, invert, type Ranges, unite } from './ranges.ts'

/*
 * Reads the part of RE2's syntax that real filters use, into a tree that can be reasoned about. What it reads, RE2
 * accepts with the same meaning; for anything else, valid or not, it gives nothing and RE2 decides.
 */

export type PatternNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'characters'; readonly ranges: Ranges }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'alternatives'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'repetition'; readonly node: PatternNode; readonly least: number; readonly most: number }

/** `^`, `$` (ends of the text), `\b`, `\B`. */
export type Assertion = 'start' | 'end' | 'boundary' | 'no-boundary'

/** The characters that `\t` and its like stand for. */
export const controlEscapes: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, v: 11 }

const deepest = 100
/** RE2 refuses counts, and products of nested counts, over this. */
const mostRepetitions = 1000

class Unread extends Error {}

/** The tree of a pattern; undefined when it holds anything that is not read here. */
export function readPattern(pattern: string): PatternNode | undefined {
  try {
    return new Reader(pattern).read()
  } catch (error) {
    if (error instanceof Unread) return undefined
    throw error
  }
}

interface Read {
  readonly node: PatternNode
  /** The product of the counts of nested repetitions. */
  readonly copies: number
}

class Reader {
  private at = 0
  private depth = 0
  private readonly pattern: string

  constructor(pattern: string) {
    this.pattern = pattern
  }

  read(): PatternNode {
    if (!this.pattern.isWellFormed()) throw new Unread()
    const { node } = this.alternatives()
    if (this.at < this.pattern.length) throw new Unread()
    return node
  }

  private peek(): string {
    return this.pattern.charAt(this.at)
  }

  private alternatives(): Read {
    if (++this.depth > deepest) throw new Unread()
    const read = [this.sequence()]
    while (this.peek() === '|') {
      this.at++
      read.push(this.sequence())
    }
    this.depth--
    return combine('alternatives', read)
  }

  private sequence(): Read {
    const read: Read[] = []
    while (this.at < this.pattern.length && this.peek() !== '|' && this.peek() !== ')') read.push(this.repetition())
    return combine('sequence', read)
  }

  private repetition(): Read {
    const { node, copies } = this.atom()
    const count = this.count()
    if (count === undefined) return { node, copies }
    if (this.peek() === '?') this.at++ // whether it is greedy makes no difference to a full match
    if (this.count() !== undefined || node.kind === 'assertion' || node.kind === 'empty') throw new Unread()
    const [least, most] = count
    const product = copies * Math.max(1, least, Number.isFinite(most) ? most : 1)
    if (product > mostRepetitions) throw new Unread()
    return { node: { kind: 'repetition', node, least, most }, copies: product }
  }

  private count(): readonly [least: number, most: number] | undefined {
    switch (this.peek()) {
      case '*':
        this.at++
        return [0, Infinity]
      case '+':
        this.at++
        return [1, Infinity]
      case '?':
        this.at++
        return [0, 1]
      case '{': {
        const match = /^\{(0|[1-9]\d{0,3})(?:(,)(0|[1-9]\d{0,3})?)?\}/.exec(this.pattern.slice(this.at, this.at + 12))
        if (match === null) throw new Unread()
        const [text, first = '', comma, second] = match
        const least = Number(first)
        const most = comma === undefined ? least : second === undefined ? Infinity : Number(second)
        if (most < least || least > mostRepetitions || (most > mostRepetitions && most !== Infinity)) throw new Unread()
        this.at += text.length
        return [least, most]
      }
      default:
        return undefined
    }
  }

  private atom(): Read {
    const character = this.peek()
    switch (character) {
      case '(':
        return this.group()
      case '[':
        return { node: this.characterClass(), copies: 1 }
      case '.':
        this.at++
        return { node: { kind: 'characters', ranges: anyCharacter }, copies: 1 }
      case '^':
      case '$':
        this.at++
        return { node: { kind: 'assertion', assertion: character === '^' ? 'start' : 'end' }, copies: 1 }
      case '\\':
        return { node: this.escapedAtom(), copies: 1 }
      case '*':
      case '+':
      case '?':
      case '{':
        throw new Unread()
      default:
        return { node: { kind: 'characters', ranges: single(this.codePoint()) }, copies: 1 }
    }
  }

  private group(): Read {
    this.at++
    if (this.peek() === '?') {
      if (!this.pattern.startsWith('?:', this.at)) throw new Unread()
      this.at += 2
    }
    const read = this.alternatives()
    if (this.peek() !== ')') throw new Unread()
    this.at++
    return read
  }

  private escapedAtom(): PatternNode {
    const letter = this.pattern.charAt(this.at + 1)
    if (letter === 'b' || letter === 'B') {
      this.at += 2
      return { kind: 'assertion', assertion: letter === 'b' ? 'boundary' : 'no-boundary' }
    }
    return { kind: 'characters', ranges: this.escape() }
  }

  private escape(): Ranges {
    const letter = this.pattern.charAt(this.at + 1)
    this.at += 2
    const perl = perlClass(letter)
    if (perl !== undefined) return perl
    const control = controlEscapes[letter]
    if (control !== undefined) return single(control)
    if (!/^[!-/:-@[-`{-~]$/.test(letter)) throw new Unread()
    return single(letter.charCodeAt(0))
  }

  private codePoint(): number {
    const codePoint = this.pattern.codePointAt(this.at)
    if (codePoint === undefined) throw new Unread()
    this.at += codePoint > 0xffff ? 2 : 1
    return codePoint
  }

  private characterClass(): PatternNode {
    this.at++
    const isNegated = this.peek() === '^'
    if (isNegated) this.at++
    const ranges: number[] = []
    const first = this.at
    while (this.peek() !== ']' || this.at === first) {
      if (this.pattern.startsWith('[:', this.at)) throw new Unread()
      if (this.peek() === '-' && this.at !== first && this.pattern.charAt(this.at + 1) !== ']') throw new Unread()
      ranges.push(...this.classMember())
    }
    this.at++
    const united = unite(ranges)
    return { kind: 'characters', ranges: isNegated ? invert(united) : united }
  }

  private classMember(): Ranges {
    const low = this.classAtom()
    if (this.peek() !== '-' || this.pattern.charAt(this.at + 1) === ']') return low
    this.at++
    const high = this.classAtom()
    const [from, fromEnd] = low
    const [to, toEnd] = high
    if (from === undefined || to === undefined || from !== fromEnd || to !== toEnd || from > to) throw new Unread()
    return [from, to]
  }

  private classAtom(): Ranges {
    return this.peek() === '\\' ? this.escape() : single(this.codePoint())
  }
}

const single = (codePoint: number): Ranges => [codePoint, codePoint]

function combine(kind: 'sequence' | 'alternatives', read: readonly Read[]): Read {
  const [first, ...others] = read
  if (first === undefined) return { node: { kind: 'empty' }, copies: 1 }
  if (others.length === 0) return first
  return { node: { kind, nodes: read.map(({ node }) => node) }, copies: Math.max(...read.map(({ copies }) => copies)) }
}
