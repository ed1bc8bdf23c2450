/*
 * An upper bound of the number of instructions in RE2's program for a pattern, in one pass and without compiling it.
 * It need hold only for patterns that RE2 accepts; for others any number will do, since RE2 rejects them while it
 * parses. The costs were measured against the bundled RE2 and the current one.
 */

/** The largest Unicode group, `(?i)\P{L}` and its like, before RE2 flattens it. */
const unicodeGroup = 1600
const anyCharacter = 20
const negatedClass = 40
const foldedNonAscii = 18
const capture = 2
const branch = 2
const frame = 8
/** Sums stop here, so that nested counts stay numbers. */
const enough = 1e12

interface Group {
  /** What is before the last atom. */
  sum: number
  /** The last atom, which a repetition multiplies. */
  last: number
  readonly cost: number
}

const openGroup = (cost: number): Group => ({ sum: 1, last: 0, cost })
const total = ({ sum, last, cost }: Group): number => Math.min(enough, sum + last + cost)

/** Total over every string: never throws, and takes time of the order of its length. */
export function boundProgramSize(pattern: string): number {
  const folds = /\(\?[a-zA-Z]*i/.test(pattern)
  const groups: Group[] = []
  let group = openGroup(0)
  const add = (size: number): void => {
    group.sum = Math.min(enough, group.sum + group.last)
    group.last = size
  }

  for (let at = 0; at < pattern.length;) {
    const character = pattern.charAt(at)
    if (character === '\\') {
      const atom = pattern[at + 1] === 'Q' ? quotation(pattern, at, folds, add) : escape(pattern, at, folds)
      if (atom.size !== undefined) add(atom.size)
      at = atom.end
    } else if (character === '[') {
      const atom = characterClass(pattern, at, folds)
      add(atom.size)
      at = atom.end
    } else if (character === '(') {
      const { end, cost } = groupStart(pattern, at)
      if (cost !== undefined) {
        groups.push(group)
        group = openGroup(cost)
      }
      at = end
    } else if (character === ')') {
      const size = total(group)
      const outer = groups.pop()
      if (outer !== undefined) {
        group = outer
        add(size)
      }
      at++
    } else if (character === '|') {
      add(0)
      group.sum += branch
      at++
    } else if (character === '*' || character === '+' || character === '?') {
      group.last += branch
      at++
    } else if (character === '{') {
      const { end, least, most } = repetition(pattern, at)
      if (least === undefined) add(1)
      else group.last = repeated(group.last, least, most)
      at = end
    } else if (character === '.') {
      add(anyCharacter)
      at++
    } else {
      const codePoint = pattern.codePointAt(at) ?? 0
      add(literalSize(codePoint, folds))
      at += codePoint > 0xffff ? 2 : 1
    }
  }
  return groups.reduce((size, open) => size + total(open), total(group)) + frame
}

const utf8Length = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4

function literalSize(codePoint: number, folds: boolean): number {
  if (!folds) return utf8Length(codePoint)
  // K and S fold to characters outside of ASCII.
  return codePoint >= 0x80 ? foldedNonAscii : /[kKsS]/.test(String.fromCharCode(codePoint)) ? 6 : 1
}

interface Atom {
  readonly size: number
  readonly end: number
  /** Set when it stands for one character, which may begin or end a range. */
  readonly codePoint?: number
}

/** `\Q…\E` is a run of literals; only the last of them may be repeated. */
function quotation(pattern: string, start: number, folds: boolean, add: (size: number) => void) {
  const close = pattern.indexOf('\\E', start + 2)
  const end = close < 0 ? pattern.length : close
  for (const character of pattern.slice(start + 2, end)) add(literalSize(character.codePointAt(0) ?? 0, folds))
  return { size: undefined, end: close < 0 ? end : end + 2 }
}

const classSizes: Readonly<Record<string, number>> = {
  d: 3,
  w: 16,
  s: 8,
  D: negatedClass,
  W: negatedClass,
  S: negatedClass,
  b: 1,
  B: 1,
  A: 1,
  z: 1,
  C: 3,
}

function escape(pattern: string, start: number, folds: boolean): Atom {
  const letter = pattern.charAt(start + 1)
  const afterLetter = Math.min(start + 2, pattern.length)
  if (letter === 'p' || letter === 'P') return { size: unicodeGroup, end: afterBraces(pattern, afterLetter) }
  if (letter === 'x') {
    const digits = pattern.slice(afterLetter, (pattern[afterLetter] === '{' ? 1 : 2) + afterLetter)
    const end = digits === '{' ? afterBraces(pattern, afterLetter) : Math.min(afterLetter + 2, pattern.length)
    const text = digits === '{' ? pattern.slice(afterLetter + 1, end - 1) : digits
    const codePoint = Math.min(0x10ffff, parseInt(text, 16) || 0)
    return { size: literalSize(codePoint, folds), end, codePoint }
  }
  if (letter >= '0' && letter <= '7') {
    const digits = /^[0-7]{1,3}/.exec(pattern.slice(start + 1, start + 4))?.[0] ?? letter
    const codePoint = parseInt(digits, 8)
    return { size: literalSize(codePoint, folds), end: start + 1 + digits.length, codePoint }
  }
  const size = classSizes[letter]
  if (size !== undefined) return { size, end: afterLetter }
  const codePoint = pattern.codePointAt(start + 1) ?? 0
  return { size: literalSize(codePoint, folds), end: start + (codePoint > 0xffff ? 3 : 2), codePoint }
}

/** Behind `{…}`, or behind the one character that stands there instead. */
function afterBraces(pattern: string, at: number): number {
  if (pattern[at] !== '{') return Math.min(at + 1, pattern.length)
  const close = pattern.indexOf('}', at)
  return close < 0 ? pattern.length : close + 1
}

function characterClass(pattern: string, start: number, folds: boolean): Atom {
  let at = start + 1
  let size = 4
  if (pattern[at] === '^') {
    size += negatedClass
    at++
  }
  for (const first = at; at < pattern.length && (pattern[at] !== ']' || at === first);) {
    const named = pattern.startsWith('[:', at) ? pattern.indexOf(':]', at) : -1
    if (named > 0) {
      size += 40
      at = named + 2
      continue
    }
    const low = member(pattern, at, folds)
    at = low.end
    if (low.codePoint === undefined) {
      size += low.size + 8
    } else if (pattern[at] === '-' && at + 1 < pattern.length && pattern[at + 1] !== ']') {
      const high = member(pattern, at + 1, folds)
      at = high.end
      size += rangeSize(low.codePoint, high.codePoint ?? low.codePoint, folds)
    } else {
      size += 6 + (folds ? literalSize(low.codePoint, true) + 12 : utf8Length(low.codePoint))
    }
  }
  return { size, end: Math.min(at + 1, pattern.length) }
}

function member(pattern: string, at: number, folds: boolean): Atom {
  if (pattern[at] === '\\') return escape(pattern, at, folds)
  const codePoint = pattern.codePointAt(at) ?? 0
  return { size: 1, end: at + (codePoint > 0xffff ? 2 : 1), codePoint }
}

function rangeSize(low: number, high: number, folds: boolean): number {
  if (high < 0x80) return folds ? 14 : 3
  return folds ? Math.min(unicodeGroup, 40 + 20 * Math.min(64, Math.max(0, high - low))) : 40
}

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

interface Repetition {
  readonly end: number
  readonly least?: number
  readonly most?: number
}

/** `{2}`, `{2,}`, `{2,5}`; any other brace is itself. */
function repetition(pattern: string, at: number): Repetition {
  const match = /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(pattern.slice(at, at + 12))
  if (match === null) return { end: at + 1 }
  const [text, first = '', comma, second = ''] = match
  const least = Number(first)
  const end = at + text.length
  return comma === '' ? { end, least, most: least } : { end, least, ...(second !== '' && { most: Number(second) }) }
}

/** RE2 copies the atom; optional copies nest, which costs it quadratic time. */
function repeated(size: number, least: number, most = least): number {
  const copies = Math.max(1, least, most)
  return Math.min(enough, (size + branch) * copies + branch + Math.max(0, most - least) ** 2 / 40)
}
