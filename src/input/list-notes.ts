import { isObject, type JsonObject } from './exact-json.ts'
import type { Note } from './entry.ts'

/** Collects notes on lists: that one is incomplete, and warnings. */
export function collectNotes(name: string) {
  let isIncomplete = false
  let warning: string | undefined
  return {
    /** Adds a list or a page of one. The last page decides whether the list is incomplete. */
    add(list: JsonObject): void {
      isIncomplete = typeof list.nextPageToken === 'string' && list.nextPageToken !== ''
      if (isObject(list.warning)) warning ??= describe(list.warning)
    },
    all: (): readonly Note[] => [
      ...(isIncomplete ? [{ note: `${name}: the list is incomplete: it has a nextPageToken` }] : []),
      ...(warning === undefined ? [] : [{ note: `${name}: the list has a warning${warning}` }]),
    ],
  }
}

const describe = ({ code, message }: JsonObject): string =>
  [code, message].map((part) => (typeof part === 'string' && part !== '' ? `: ${part.slice(0, 300)}` : '')).join('')
