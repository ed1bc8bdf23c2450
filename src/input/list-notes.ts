import type { IgnoredAsset } from './asset.ts'
import { isObject, type JsonObject } from './exact-json.ts'
import type { Note } from './entry.ts'

/** Named types of ignored assets. */
const maxTypes = 3

/** Collects notes on lists: that one is incomplete, and warnings; and on assets that are ignored. */
export function collectNotes(name: string) {
  let isIncomplete = false
  let warning: string | undefined
  let otherWarnings = 0
  const types = new Set<string>()
  const ignored = { 'another type': 0, 'no data': 0 }

  const addWarning = (given: unknown, scope: string | undefined): void => {
    // A scope without resources has this warning.
    if (!isObject(given) || given.code === 'NO_RESULTS_ON_PAGE') return
    if (warning !== undefined) otherWarnings++
    warning ??= `${scope === undefined ? '' : ` for ${scope.slice(0, 100)}`}${describe(given)}`
  }

  return {
    /** Adds a list or a page of one. The last page decides whether the list is incomplete. */
    add(list: JsonObject): void {
      isIncomplete = typeof list.nextPageToken === 'string' && list.nextPageToken !== ''
      addWarning(list.warning, undefined)
    },
    addWarning,
    ignore({ why, type }: IgnoredAsset): void {
      ignored[why]++
      if (why === 'another type' && types.size <= maxTypes) types.add(type.slice(0, 100))
    },
    all: (): readonly Note[] =>
      [
        ...(isIncomplete ? ['the list is incomplete: it has a nextPageToken'] : []),
        ...(warning === undefined ? [] : [`the list has a warning${warning}${countOthers(otherWarnings)}`]),
        ...describeIgnored(ignored['another type'], `of other types: ${nameTypes([...types])}`),
        ...describeIgnored(ignored['no data'], 'without resource.data; export them with the content type resource'),
      ].map((note) => ({ note: `${name}: ${note}` })),
  }
}

const describe = ({ code, message }: JsonObject): string =>
  [code, message].map((part) => (typeof part === 'string' && part !== '' ? `: ${part.slice(0, 300)}` : '')).join('')

const countOthers = (count: number): string => (count === 0 ? '' : `; and ${String(count)} more`)

const nameTypes = (types: readonly string[]): string =>
  types.slice(0, maxTypes).join(', ') + (types.length > maxTypes ? ', …' : '')

const describeIgnored = (count: number, what: string): readonly string[] =>
  count === 0 ? [] : [`ignored ${count === 1 ? '1 asset' : `${String(count)} assets`} ${what}`]
