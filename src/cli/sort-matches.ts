import { scalarTypes, type ScalarValues } from '../types/index.ts'
import type { JsonObject } from '../input/index.ts'
import type { Match } from './format.ts'
import type { Path } from '../schema/index.ts'
import { UsageError } from './usage-error.ts'
import { forEachSubject, type CommandSubject } from './subject.ts'
import { checkFieldNames, findField, splitFields, valuesAt } from './fields.ts'

export interface Sorting {
  /** Called before the first resource of each kind. @throws UsageError for a field that is unknown or has no order */
  prepare(subject: CommandSubject): void
  /** @throws UsageError when there are too many to hold */
  add(match: Match, subject: CommandSubject): void
  sorted(): readonly SortedMatch[]
}

export interface SortedMatch {
  readonly match: Match
  readonly subject: CommandSubject
}

/** One of the fields of an order; an unset value is undefined. */
interface SortKey {
  /** As written. */
  readonly name: string
  readonly type: keyof ScalarValues
  readonly read: (resource: JsonObject) => unknown
  readonly compare: (a: unknown, b: unknown) => number
  readonly sign: 1 | -1
}

interface Held extends SortedMatch {
  readonly keys: readonly unknown[]
  readonly size: number
}

/** The maximum size of the resources in memory, in UTF-16 units of their JSON; with a limit, an eighth more for a short time. */
export const maxSortedLength = 256 * 2 ** 20

/**
 * Collects matches and sorts them by the types of the fields. Unset values come last; equal ones keep their order.
 *
 * @param order `-creationTimestamp,name`
 * @param limit the number of matches that are needed; at most twice as many are held
 * @throws UsageError for a field that is unknown or has no order
 */
export function sortMatches(order: string, limit = Infinity, maxLength = maxSortedLength): Sorting {
  const names = splitFields(order).map(readName)
  for (const { name } of names) checkFieldNames(name, '--sort')
  let first: CommandSubject | undefined
  let firstKeys: readonly SortKey[] = []
  const keysOf = forEachSubject((subject) => {
    const keys = names.map((name) => readKey(name, subject))
    if (first === undefined) {
      first = subject
      firstKeys = keys
    }
    for (const [at, { name, type }] of firstKeys.entries()) {
      if (keys[at]?.type === type) continue
      throw new UsageError(
        `--sort: ${name} has different types in ${first.several} and ${subject.several}: choose one kind with --resource`,
      )
    }
    return keys
  })
  let held: Held[] = []
  let size = 0

  const compare = (a: Held, b: Held): number => {
    for (const [at, key] of firstKeys.entries()) {
      const difference = compareKeys(key, a.keys[at], b.keys[at])
      if (difference !== 0) return difference
    }
    return 0
  }

  const cut = (): void => {
    held = held.sort(compare).slice(0, limit)
    size = held.reduce((sum, one) => sum + one.size, 0)
  }

  return {
    prepare: keysOf,
    add: (match, subject) => {
      const one = {
        match,
        subject,
        keys: keysOf(subject).map(({ read }) => read(match.resource)),
        size: match.text?.length ?? JSON.stringify(match.resource).length,
      }
      held.push(one)
      size += one.size
      // Cutting only above an eighth more avoids a sort after every few matches.
      if (held.length >= 2 * limit || (limit < Infinity && size > maxLength * 1.125)) cut()
      else if (limit < Infinity) return
      if (size > maxLength) {
        const advice = limit === Infinity ? ': add --limit, or narrow the filter' : ': lower --limit'
        throw new UsageError(`--sort can hold at most ${String(maxLength / 2 ** 20)} MiB of resources${advice}`)
      }
    },
    sorted: () => {
      cut()
      return held
    },
  }
}

function compareKeys({ compare, sign }: SortKey, a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return sign * compare(a, b)
}

interface OrderName {
  readonly name: string
  readonly sign: 1 | -1
}

function readName(text: string): OrderName {
  const trimmed = text.trim()
  const isDescending = trimmed.startsWith('-')
  const [, name = '', direction] = /^(\S+)\s+(asc|desc)(?:ending)?$/i.exec(trimmed) ?? []
  if (direction !== undefined) {
    const meant = direction.toLowerCase() === 'desc' ? `-${name}` : name
    throw new UsageError(`--sort: '${trimmed}' is not a field; write ${meant}`)
  }
  return { name: isDescending ? trimmed.slice(1) : trimmed, sign: isDescending ? -1 : 1 }
}

function readKey({ name, sign }: OrderName, { schema }: CommandSubject): SortKey {
  const path = findField(name, '--sort', schema)
  const { type } = path.field
  if (path.repeated) throw new UsageError(`--sort: ${path.text} cannot be sorted: it may have several values`)
  if (type === 'message' || type === 'map')
    throw new UsageError(`--sort: ${path.text} cannot be sorted; sort by one of its fields`)
  return { name, ...createKey(type, path, sign) }
}

function createKey<K extends keyof ScalarValues>(type: K, path: Path, sign: 1 | -1): Omit<SortKey, 'name'> {
  const { read, compare } = scalarTypes[type]
  return {
    type,
    read: (resource) => {
      const [value] = valuesAt(resource, path)
      return value === undefined ? undefined : read(value)
    },
    compare: (a, b) => compare(a as ScalarValues[K], b as ScalarValues[K]),
    sign,
  }
}
