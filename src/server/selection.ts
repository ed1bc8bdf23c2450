import { RequestError } from './request-error.ts'

/** The part of a value that the parameter `fields` selects. */
export interface Selection {
  /** Whether the whole value is selected, whatever the members. */
  isWhole: boolean
  /** The selections of its members, by name; `*` is any name. */
  readonly members: Map<string, Selection>
}

/** @throws RequestError 400 */
export function failSelection(what: string): never {
  throw new RequestError(400, `Invalid field selection ${what.slice(0, 100)}`)
}

const createSelection = (): Selection => ({ isWhole: false, members: new Map() })

/**
 * Reads the parameter `fields`: names with commas between them, each with a selection of its members, as in
 * `items(id,deprecated/state),nextPageToken`. An empty text selects everything.
 *
 * @throws RequestError 400
 */
export function readSelection(fields: string): Selection {
  const tokens = fields.match(/[^/(),]+|[/(),]/g) ?? []
  let at = 0

  /** Reads a mark if it is next. */
  function skip(mark: '/' | '(' | ')' | ','): boolean {
    const isHere = tokens[at] === mark
    if (isHere) at++
    return isHere
  }

  /** Reads a name. Returns the selection of that member. */
  function readName({ members }: Selection): Selection {
    const name = tokens[at++] ?? ''
    if (/^[/(),]?$/.test(name)) return failSelection(fields)
    const member = members.get(name) ?? createSelection()
    members.set(name, member)
    return member
  }

  function readMembers(selection: Selection): void {
    do {
      let member = readName(selection)
      while (skip('/')) member = readName(member)
      if (!skip('(')) member.isWhole = true
      else {
        readMembers(member)
        if (!skip(')')) failSelection(fields)
      }
    } while (skip(','))
  }

  const selection = createSelection()
  if (fields === '') selection.isWhole = true
  else readMembers(selection)
  if (at < tokens.length) failSelection(fields)
  return selection
}

/** The part of a JSON value that at least one selection covers; undefined when there is none. */
export function select(value: unknown, selections: readonly Selection[]): unknown {
  if (selections.some(({ isWhole }) => isWhole)) return value
  if (Array.isArray(value)) {
    const selected: unknown[] = []
    for (const element of value) {
      const part = select(element, selections)
      if (part !== undefined) selected.push(part)
    }
    return value.length > 0 && selected.length === 0 ? undefined : selected
  }
  if (typeof value !== 'object' || value === null) return undefined
  const entries: (readonly [name: string, part: unknown])[] = []
  for (const [name, member] of Object.entries(value)) {
    const inside = insideOf(name, selections)
    const part = inside.length === 0 ? undefined : select(member, inside)
    if (part !== undefined) entries.push([name, part])
  }
  return Object.fromEntries(entries)
}

/** The selections of the member of that name. */
export function insideOf(name: string, selections: readonly Selection[]): readonly Selection[] {
  const inside: Selection[] = []
  for (const { members } of selections) {
    const [named, ofAny] = [members.get(name), name === '*' ? undefined : members.get('*')]
    if (named !== undefined) inside.push(named)
    if (ofAny !== undefined) inside.push(ofAny)
  }
  return inside
}
