import { isTooDeep, maxNesting } from './brackets.ts'
import { describeElement, type EntryCollector } from './collect-entries.ts'
import { type JsonObject, tryParse } from './exact-json.ts'
import { findValue, UnreadableError, type ValueFinder } from './find-value.ts'

/**
 * Reads one array or object across any number of lines. Malformed JSON ends it with an `UnreadableError`, since the brackets
 * after it are unreliable.
 *
 * @param limit the maximum length of an element, and of an object without elements, in UTF-16 units
 * @param isLine whether the value must end on its first line
 */
export function readValue(collector: EntryCollector, limit: number, line: number, isLine: boolean): ValueFinder {
  let isTakenApart = false

  const parse = (text: string): unknown => {
    const parsed = tryParse(text)
    if ('value' in parsed) return parsed.value
    throw new UnreadableError(parsed.problem)
  }

  return findValue(limit, line, isLine, {
    element: (text, from, number, scope) => {
      if (collector.isOver()) return
      const at = from + countLineFeeds(text)
      if (isTooDeep(text)) collector.report(`${describeElement(number, scope)} is ${tooDeep}`, at, false)
      else collector.takeElement({ value: parse(text), length: text.length, line: at, number, scope })
    },
    head: (text) => {
      // Text that begins with a brace is an object or malformed.
      const isList = collector.takeHead(parse(text) as JsonObject, line)
      isTakenApart ||= isList
      return isList
    },
    end: (text) => {
      if (text === undefined || collector.isOver()) return
      if (isTakenApart) collector.takeTail(parse(text) as JsonObject, line)
      else if (isTooDeep(text)) collector.report(tooDeep, line, false)
      else collector.takeValue(parse(text), text.includes('\n') ? undefined : text.trim(), line)
    },
  })
}

/** The problem of a deep entry. */
const tooDeep = `nested deeper than ${String(maxNesting)} levels`

/** The line feeds before the value. */
const countLineFeeds = (text: string): number => (/^\s*/.exec(text)?.[0] ?? '').split('\n').length - 1
