import type { Entry, ResourceEntry } from './entry.ts'
import { isObject, type JsonObject } from './exact-json.ts'
import { judgeElement, judgeValue, type JudgedResource, type ValueJudgement } from './judge-value.ts'
import { type JudgedList, withScope } from './judged-list.ts'
import { collectNotes } from './list-notes.ts'
import { type Origin, unknownOrigin } from './origin.ts'
import type { ResourceKind } from './resource-kind.ts'
import { cut } from './strangers.ts'

/**
 * The maximum length of the elements that are held back until the kind of their list is known, in UTF-16 units of JSON. The
 * elements of a longer list are returned earlier, whatever kind follows them.
 */
export const maxWaitingLength = 16 * 2 ** 20

/** An element of an array or a list. */
export interface FoundElement {
  readonly value: unknown
  /** The length of its text, in UTF-16 units. */
  readonly length: number
  readonly line: number
  /** Its position in the array or list, or in the scope of an aggregated list, from 1. */
  readonly number: number
  /** The scope of an aggregated list. */
  readonly scope: string | undefined
}

/** Makes entries of JSON values. Lines are counted from 1. */
export interface EntryCollector {
  /** @param text the JSON of the value; undefined if it spans lines */
  takeValue(value: unknown, text: string | undefined, line: number): void
  takeElement(element: FoundElement): void
  /**
   * Takes the start of an object, up to a field that may hold a list. Returns whether the object is a list whose elements are
   * in this field; they follow.
   */
  takeHead(value: JsonObject, line: number): boolean
  /** Takes the end of a list, without the elements that were taken. */
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

/** An element in messages: `item 3 of zones/z`. */
export const describeElement = (number: number, scope: string | undefined): string =>
  `item ${String(number)}${scope === undefined ? '' : ` of ${cut(scope)}`}`

/** @param name the file, for messages */
export function collectEntries(name: string, expected: ResourceKind): EntryCollector {
  let entries: Entry[] = []
  let waiting: Entry[] | undefined
  let waitingLength = 0
  let isOver = false
  /** The origin of the list that is being read, and of its current scope. */
  let list = unknownOrigin
  let part: { readonly scope: string | undefined; readonly origin: Origin } | undefined
  const notes = collectNotes(name)

  /** @param origin the list's, which fills in what its elements do not say */
  const release = (origin = unknownOrigin): void => {
    if (waiting !== undefined) for (const entry of waiting) entries.push(completed(entry, origin))
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

  const takeResource = (judged: JudgedResource, text: string | undefined, line: number, length: number): void => {
    const { resource, origin } = judged
    const { kind, collection, scope, project } = origin
    // Named one by one, here and in `completed`: a spread took an eighth of the time of reading a file.
    const entry: ResourceEntry = { kind, collection, scope, project, resource, text, line }
    if (waiting === undefined) {
      entries.push(entry)
      return
    }
    waiting.push(entry)
    waitingLength += length
    if (waitingLength > maxWaitingLength || origin.kind !== undefined) release()
  }

  const takeOther = (judged: Exclude<ValueJudgement, JudgedResource | JudgedList>, line: number, at: string): void => {
    if (judged.is === 'ignored') notes.ignore(judged)
    else report(`${at}${judged.what}`, line, judged.is === 'answer')
  }

  const originIn = (scope: string | undefined): Origin => {
    if (part === undefined || part.scope !== scope) part = { scope, origin: withScope(list, scope) }
    return part.origin
  }

  const enter = (origin: Origin): void => {
    list = origin
    part = undefined
  }

  const takeElement = ({ value, length, line, number, scope }: FoundElement): void => {
    if (isOver) return
    const judged = judgeElement(value, originIn(scope), expected)
    if (judged.is === 'resource') takeResource(judged, undefined, line, length)
    else takeOther(judged, line, `${describeElement(number, scope)} is `)
  }

  /** Takes the elements of a list, and what its scopes say. */
  const takeParts = ({ parts }: JudgedList, line: number): void => {
    for (const { scope, items, warning, problem } of parts) {
      notes.addWarning(warning, scope)
      for (const [index, value] of items.entries()) takeElement({ value, length: 0, line, number: index + 1, scope })
      if (problem !== undefined && !isOver) report(cut(problem), line, false)
    }
  }

  return {
    takeValue: (value, text, line) => {
      const judged = judgeValue(value, expected)
      if (judged.is === 'resource') {
        takeResource(judged, judged.resource === value ? text : undefined, line, 0)
        return
      }
      if (judged.is !== 'list') {
        takeOther(judged, line, '')
        return
      }
      if (isObject(value)) notes.add(value)
      enter(judged.origin)
      takeParts(judged, line)
    },
    takeElement,
    takeHead: (value, line) => {
      const judged = judgeValue(value, expected)
      if (judged.is === 'answer') takeOther(judged, line, '')
      if (judged.is !== 'list' || judged.field !== Object.keys(value).at(-1)) return false
      enter(judged.origin)
      if (value.kind === undefined && list.collection === undefined) {
        waiting = []
        waitingLength = 0
      }
      return true
    },
    takeTail: (value, line) => {
      const judged = judgeValue(value, expected)
      if (judged.is === 'list') {
        notes.add(value)
        release(judged.origin)
        enter(judged.origin)
        takeParts(judged, line)
        return
      }
      waiting = undefined
      if (judged.is === 'stranger' || judged.is === 'answer') takeOther(judged, line, '')
      else report('not a list, and its kind follows its items', line, false)
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

/** An entry with what its list says, where it does not say it itself. */
function completed(entry: Entry, { kind, collection, scope, project }: Origin): Entry {
  if (!('resource' in entry) || entry.kind !== undefined) return entry
  const { resource, text, line } = entry
  return { kind, collection, scope: entry.scope ?? scope, project: entry.project ?? project, resource, text, line }
}
