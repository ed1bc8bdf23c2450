import { findBrackets, isTooDeep } from './brackets.ts'
import { collectEntries } from './collect-entries.ts'
import type { Entry } from './entry.ts'
import { UnreadableError, type ValueFinder } from './find-value.ts'
import { beginsValue, goesOn, type InputForm, opensValue } from './input-form.ts'
import { tryParse } from './exact-json.ts'
import { describeSize, type ReadLimits } from './read-limits.ts'
import { readValue } from './read-value.ts'
import type { ResourceKind } from './resource-kind.ts'

/** In UTF-16 code units: parsing a longer line at once would block the thread. */
const maxLineLength = 2 ** 18

export interface ResourceReader {
  /** The entries that this piece of the text completes. */
  push(piece: string): readonly Entry[]
  /** The entries that the end completes. */
  end(): readonly Entry[]
}

/** A line that may begin a value. */
interface Undecided {
  readonly text: string
  readonly line: number
  readonly problem: string
}

/** A value that is being read by its brackets. */
interface Reading {
  readonly finder: ValueFinder
  /** Its first line. */
  readonly from: number
}

/**
 * Reads resources from text that comes in pieces. The text has JSON values, each on one line or across lines, and each a
 * resource, an array of resources or a list of the API. A broken line does not affect the lines after it.
 *
 * @param name the file, for messages
 */
export function readResources(name: string, limits: ReadLimits, expected: ResourceKind): ResourceReader {
  const collector = collectEntries(name, expected)
  const maxHeldLength = Math.min(maxLineLength, limits.value)
  let form: InputForm | undefined
  let line = 1
  /** The start of the current line; `isOther` if it is long and begins no value. */
  let held = ''
  let isOther = false
  /** Whether to skip the rest of the line, whose problem was reported. */
  let isDropping = false
  let undecided: Undecided | undefined
  let reading: Reading | undefined
  /** The form of a value that has just ended, if it was read by its brackets. */
  let behind: InputForm | undefined

  function drive(text: string): void {
    for (let at = 0; at < text.length && !collector.isOver();) {
      if (reading !== undefined) at = goOn(reading, text, at)
      else at = behind !== undefined ? readBehindValue(text, at) : readLine(text, at)
    }
  }

  /** Begins the next value of a line. `readLine` reads other text. */
  function readBehindValue(text: string, from: number): number {
    const at = text.slice(from).search(/[^\s]|\n/)
    if (at === -1) return text.length
    const next = text.charAt(from + at)
    if (beginsValue(next)) begin(line, next, behind === 'lines' && form === 'lines')
    behind = undefined
    return from + at
  }

  /** Reads to the end of the line, or to a value that is read by its brackets. */
  function readLine(text: string, from: number): number {
    const lineFeed = text.indexOf('\n', from)
    const to = lineFeed === -1 ? text.length : lineFeed
    if (!isDropping) held += text.slice(from, to)
    if (lineFeed === -1) {
      if (held.length > maxHeldLength) takeLongStart()
      return to
    }
    const whole = held
    held = ''
    if (!isDropping && takeLine(whole.trim())) {
      drive(whole.trimStart())
      return to
    }
    isOther = isDropping = false
    line++
    return to + 1
  }

  /** Handles the start of a long line. */
  function takeLongStart(): void {
    if (held.length > limits.value && isOther) {
      held = ''
      isDropping = true
      reportLine(`line longer than ${describeSize(limits.value)}`, line)
    }
    if (isOther || isDropping) return
    const start = held.trimStart()
    if (start !== '' && !beginsValue(start)) {
      isOther = true
      takeLongStart()
      return
    }
    held = ''
    if (start === '') return
    settle(start)
    begin(line, start, form === 'lines')
    drive(start)
  }

  /** Takes a line. Returns whether it must be read by its brackets instead. */
  function takeLine(text: string): boolean {
    if (text === '') return false
    settle(text)
    if (reading !== undefined) return true
    if (text.length > maxHeldLength && beginsValue(text)) return begin(line, text, form === 'lines')
    if (text.length > limits.value) return reportLine(`line longer than ${describeSize(limits.value)}`, line)
    const parsed = tryParse(text)
    if ('value' in parsed) {
      // Reads element by element, so that only the deep element is bad.
      if (isTooDeep(text)) return begin(line, text, form === 'lines')
      form ??= 'lines'
      collector.takeValue(parsed.value, text, line)
      return false
    }
    const brackets = findBrackets(text)
    const isFollowed = beginsValue(text) && (brackets.end ?? text.length) < text.length
    if (isFollowed) return begin(line, text, form === 'lines')
    const opens = opensValue(text, form, brackets)
    if (opens === true) return begin(line, text)
    if (opens === false) return reportLine(parsed.problem, line)
    undecided = { text, line, problem: parsed.problem }
    return false
  }

  /** Decides about an earlier line by the start of the next one. */
  function settle(next: string): void {
    if (undecided === undefined) return
    const { text, line: first, problem } = undecided
    undecided = undefined
    if (!goesOn(next)) {
      reportLine(problem, first)
      return
    }
    begin(first, text)
    drive(text + '\n'.repeat(line - first))
  }

  function begin(from: number, text: string, isLine = false): true {
    if (text.startsWith('[')) form ??= 'values'
    reading = { finder: readValue(collector, limits.value, from, isLine), from }
    return true
  }

  /** Reads on by the brackets. */
  function goOn({ finder, from }: Reading, text: string, at: number): number {
    try {
      const to = finder.push(text, at)
      if (!finder.isDone()) return to
      stop(finder.line(), finder.line() === from)
      behind = finder.line() === from ? 'lines' : 'values'
      return to
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      fail(error.message, finder.line(), from)
      return at
    }
  }

  function stop(at: number, isOneLine: boolean): void {
    reading = undefined
    line = at
    form ??= isOneLine ? 'lines' : 'values'
  }

  /** A value on one line is a bad line. After any other broken value, the rest of the input is unreadable. */
  function fail(problem: string, at: number, from: number): void {
    stop(at, at === from)
    isDropping = true
    if (form === 'values' || at !== from) {
      collector.report(problem, at, true)
      return
    }
    collector.drop()
    collector.report(problem, at, false)
  }

  function reportLine(problem: string, at: number): false {
    form ??= 'lines'
    collector.report(problem, at, false)
    return false
  }

  return {
    push: (piece) => {
      drive(piece)
      return collector.drain()
    },
    end: () => {
      if (collector.isOver()) return collector.drain()
      while (reading === undefined && held !== '') {
        const whole = held
        held = ''
        if (takeLine(whole.trim())) drive(whole.trimStart())
      }
      if (collector.isOver()) return collector.drain()
      if (reading !== undefined) fail('not JSON: the input ends within this value', reading.finder.line(), reading.from)
      if (undecided !== undefined) reportLine(undecided.problem, undecided.line)
      return [...collector.drain(), ...collector.notes()]
    },
  }
}
