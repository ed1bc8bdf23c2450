import type { EntryCollector } from './collect-entries.ts'
import { type JsonObject, parseJson } from './exact-json.ts'
import { findValue, Unreadable, type ValueFinder } from './find-value.ts'

/**
 * Reads one array or object of any number of lines, from its opening on. What is not JSON ends it with an `Unreadable`, since
 * the brackets cannot be trusted after it.
 *
 * @param limit the longest element, and the longest object without elements, in UTF-16 units
 */
export function readValue(collector: EntryCollector, limit: number, line: number): ValueFinder {
  let number = 0

  const parse = (text: string): unknown => {
    const parsed = tryParse(text)
    if ('value' in parsed) return parsed.value
    throw new Unreadable(parsed.problem)
  }

  return findValue(limit, line, {
    element: (text, from) => {
      if (collector.isOver()) return
      number++
      collector.takeElement(parse(text), from + countLineFeeds(text), number)
    },
    head: (text) => {
      // What begins with a brace is an object, or no JSON.
      collector.takeHead(parse(text) as JsonObject, line)
    },
    end: (text) => {
      if (text === undefined || collector.isOver()) return
      collector.takeValue(parse(text), text.includes('\n') ? undefined : text.trim(), line)
      if (!collector.isOver()) collector.release()
    },
  })
}

/** Those in front of the value. */
const countLineFeeds = (text: string): number => (/^\s*/.exec(text)?.[0] ?? '').split('\n').length - 1

/** The value of JSON text, or in words why it has none. */
export function tryParse(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: parseJson(text) }
  } catch (error) {
    return { problem: `not JSON: ${(error as SyntaxError).message}` }
  }
}
