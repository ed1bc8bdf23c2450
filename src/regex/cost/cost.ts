import { type Cost, readClass, readEscape, readLiteral } from './atom-cost.ts'

/*
 * An upper bound of what a pattern costs RE2, in one pass and without compiling it. It need hold only for patterns that
 * RE2 accepts; for others any number will do, since RE2 rejects them while it parses. The numbers were measured of the
 * bundled RE2 and compared with the program sizes of the native one.
 */

/** A part of a pattern, with its consecutive optional copies, which may yet meet others. */
interface Part extends Cost {
  readonly optional: number
}

interface Group {
  readonly cost: number
  /** What is before the last part. */
  before: Part
  /** The last part, which a repetition multiplies. */
  last: Part
  isRepeated: boolean
}

const nothing: Part = { size: 0, width: 0, optional: 0 }
const capture = 2
const branch = 2
const frame = 8
const anyCharacter = 9
/** Sums stop here, so that nested counts stay numbers. */
const enough = 1e12

const plain = (size: number): Cost => ({ size, width: size })

const openGroup = (cost: number): Group => ({ cost, before: nothing, last: nothing, isRepeated: false })

const sum = (a: Part, b: Cost & { readonly optional?: number }): Part => ({
  size: Math.min(enough, a.size + b.size),
  width: Math.min(enough, a.width + b.width),
  optional: Math.min(enough, a.optional + (b.optional ?? 0)),
})

/**
 * RE2 nests optional copies, `a{0,3}` as `(a(aa?)?)?`, and takes quadratic time for that. It first joins neighbours:
 * `a?a?a{0,9}` is `a{0,11}`. Which neighbours are alike is not looked at here.
 */
const settle = ({ size, width, optional }: Part): Part => ({
  size: Math.min(enough, size + optional ** 2 / 50),
  width,
  optional: 0,
})

/** Total over every string: never throws, and takes time of the order of its length. */
export function boundCost(pattern: string): Cost {
  const folds = /\(\?[a-zA-Z]*i/.test(pattern)
  const groups: Group[] = []
  let group = openGroup(0)
  const add = (part: Cost): void => {
    group.before = sum(group.before, group.last)
    group.last = { optional: 0, ...part }
    group.isRepeated = false
  }
  const repeat = (least: number, most: number): void => {
    group.last = repeated(group.last, least, most)
    group.isRepeated = true
  }

  for (let at = 0; at < pattern.length;) {
    const character = pattern.charAt(at)
    if (character === '\\' && pattern[at + 1] === 'Q') {
      const close = pattern.indexOf('\\E', at + 2)
      const end = close < 0 ? pattern.length : close
      for (const quoted of pattern.slice(at + 2, end)) add(readLiteral(quoted, 0, folds).cost)
      at = close < 0 ? end : end + 2
    } else if (character === '(') {
      const { end, cost } = groupStart(pattern, at)
      if (cost !== undefined) {
        groups.push(group)
        group = openGroup(cost)
      }
      at = end
    } else if (character === ')') {
      const part = total(group)
      const outer = groups.pop()
      if (outer !== undefined) {
        group = outer
        add(part)
      }
      at++
    } else if (character === '|') {
      add(plain(branch))
      add(nothing)
      at++
    } else if (character === '*' || character === '+') {
      repeat(character === '*' ? 0 : 1, Infinity)
      at++
    } else if (character === '?') {
      // Behind another repetition it says that this is lazy.
      if (group.isRepeated) group.isRepeated = false
      else repeat(0, 1)
      at++
    } else if (character === '{') {
      const { end, least, most } = repetition(pattern, at)
      if (least === undefined) add(plain(1))
      else repeat(least, most)
      at = end
    } else if (character === '.') {
      add(plain(anyCharacter))
      at++
    } else {
      const read = character === '\\' ? readEscape : character === '[' ? readClass : readLiteral
      const { cost, end } = read(pattern, at, folds)
      add(cost)
      at = end
    }
  }
  const { size, width } = settle(groups.reduce((whole, open) => sum(whole, total(open)), total(group)))
  return { size: size + frame, width: width + frame }
}

const total = ({ before, last, cost }: Group): Part => sum(sum(before, last), plain(cost))

/** Behind `(`, `(?:`, `(?i:`, `(?P<name>`; without cost when it only sets flags, as `(?i)` does. */
function groupStart(pattern: string, at: number): { readonly end: number; readonly cost?: number } {
  if (pattern[at + 1] !== '?') return { end: at + 1, cost: capture }
  if (pattern[at + 2] === 'P' || pattern[at + 2] === '<') {
    const close = pattern.indexOf('>', at)
    return { end: close < 0 ? pattern.length : close + 1, cost: capture }
  }
  const flags = /[:)]/g
  flags.lastIndex = at + 2
  const close = flags.exec(pattern)
  if (close === null) return { end: pattern.length }
  return close[0] === ')' ? { end: close.index + 1 } : { end: close.index + 1, cost: 0 }
}

type Repetition =
  | { readonly end: number; readonly least: number; readonly most: number }
  | { readonly end: number; readonly least?: undefined; readonly most?: undefined }

/** `{2}`, `{2,}`, `{2,5}`; any other brace is itself. */
function repetition(pattern: string, at: number): Repetition {
  const match = /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(pattern.slice(at, at + 12))
  if (match === null) return { end: at + 1 }
  const [text, first = '', comma, second = ''] = match
  const least = Number(first)
  const most = comma === '' ? least : second === '' ? Infinity : Number(second)
  return { end: at + text.length, least, most }
}

/** RE2 copies the part. */
function repeated(part: Part, least: number, most: number): Part {
  const { size, width } = settle(part)
  const optional = most === Infinity ? 0 : Math.max(0, most - least)
  const copies = Math.max(1, least, most === Infinity ? 0 : most)
  const branches = branch * (optional + 1) + (most === Infinity ? branch : 0)
  return {
    size: Math.min(enough, size * copies + branches),
    width: Math.min(enough, width * copies + branches),
    optional,
  }
}
