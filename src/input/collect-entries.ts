import type { Entry } from './entry.ts'
import { isObject, type JsonObject } from './exact-json.ts'
import { judgeElement, judgeValue, type Stranger } from './judge-value.ts'
import { collectNotes } from './list-notes.ts'
import type { ResourceKind } from './resource-kind.ts'

/**
 * The maximum length of the elements that are held back until the kind of their list is known, in UTF-16 units of JSON. The
 * elements of a longer list are returned earlier, whatever kind follows them.
 */
export const maxWaitingLength = 16 * 2 ** 20

/** Makes entries of JSON values. Lines are counted from 1. */
export interface EntryCollector {
  /** @param text the JSON of the value; undefined if it spans lines */
  takeValue(value: unknown, text: string | undefined, line: number): void
  /**
   * @param length the length of its text, in UTF-16 units
   * @param number its position in the array or list, from 1
   */
  takeElement(value: unknown, length: number, line: number, number: number): void
  /** Takes the start of an object with `items`. Returns whether the object is a list, whose elements follow. */
  takeHead(value: JsonObject, line: number): boolean
  /** Takes the end of a list. Its elements were taken, and `items` is empty. */
  takeTail(value: JsonObject, line: number): void
  /** Drops the elements that are held back, because the rest of the list is unreadable. */
  drop(): void
  report(problem: string, line: number, isFatal: boolean): void
  /** Whether a fatal problem was reported. */
  isOver(): boolean
  /** The entries since the last call. */
  drain(): readonly Entry[]
  /** The notes of all lists. */
  notes(): readonly Entry[]
}

/** @param name the file, for messages */
export function collectEntries(name: string, expected: ResourceKind): EntryCollector {
  let entries: Entry[] = []
  let waiting: Entry[] | undefined
  let waitingLength = 0
  let isOver = false
  const notes = collectNotes(name)

  const release = (): void => {
    if (waiting !== undefined) for (const entry of waiting) entries.push(entry)
    waiting = undefined
  }

  const report = (problem: string, line: number, isFatal: boolean): void => {
    const entry: Entry = { problem: `${name}:${String(line)}: ${problem}`, isFatal }
    if (isFatal) {
      isOver = true
      waiting = undefined
    }
    ;(waiting ?? entries).push(entry)
  }

  const takeImage = (image: JsonObject, text: string | undefined, length: number): void => {
    if (waiting === undefined) {
      entries.push({ image, text })
      return
    }
    waiting.push({ image, text })
    waitingLength += length
    if (waitingLength > maxWaitingLength || image.kind !== undefined) release()
  }

  const takeStranger = ({ is, what }: Stranger, line: number, place: string): void => {
    report(`${place}${what}`, line, is === 'answer')
  }

  const takeElement = (value: unknown, length: number, line: number, number: number): void => {
    if (isOver) return
    const judged = judgeElement(value, expected)
    if (judged.is === 'resource') takeImage(value as JsonObject, undefined, length)
    else takeStranger(judged, line, `item ${String(number)} is `)
  }

  return {
    takeValue: (value, text, line) => {
      const judged = judgeValue(value, expected)
      if (judged.is === 'resource') {
        takeImage(value as JsonObject, text, 0)
        return
      }
      if (judged.is !== 'list') {
        takeStranger(judged, line, '')
        return
      }
      if (isObject(value)) notes.add(value)
      for (const [index, item] of judged.items.entries()) takeElement(item, 0, line, index + 1)
    },
    takeElement,
    takeHead: (value, line) => {
      const judged = judgeValue(value, expected)
      if (judged.is === 'answer') takeStranger(judged, line, '')
      else if (judged.is === 'list' && value.kind === undefined) {
        waiting = []
        waitingLength = 0
      }
      return judged.is === 'list'
    },
    takeTail: (value, line) => {
      const judged = judgeValue(value, expected)
      if (judged.is === 'list') {
        notes.add(value)
        release()
        return
      }
      waiting = undefined
      const what = judged.is === 'resource' ? 'not a list, and its kind follows its items' : judged.what
      report(what, line, judged.is === 'answer')
    },
    drop: () => {
      waiting = undefined
    },
    report,
    isOver: () => isOver,
    drain: () => {
      const drained = entries
      entries = []
      return drained
    },
    notes: notes.all,
  }
}
