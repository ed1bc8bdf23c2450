import { isObject, type JsonObject } from './exact-json.ts'
import type { Note } from './entry.ts'

/** Collects what lists say of themselves: that they go on, and warnings. */
export function collectNotes(name: string) {
  let goesOn = false
  let warning: string | undefined
  return {
    /** Takes a list; of the pages of one, only the last tells whether it goes on. */
    add(list: JsonObject): void {
      goesOn = typeof list.nextPageToken === 'string' && list.nextPageToken !== ''
      if (isObject(list.warning)) warning ??= describe(list.warning)
    },
    all: (): readonly Note[] => [
      ...(goesOn ? [{ note: `${name}: the list is incomplete: it has a nextPageToken` }] : []),
      ...(warning === undefined ? [] : [{ note: `${name}: the list has a warning${warning}` }]),
    ],
  }
}

const describe = ({ code, message }: JsonObject): string =>
  [code, message].map((part) => (typeof part === 'string' && part !== '' ? `: ${part.slice(0, 300)}` : '')).join('')
