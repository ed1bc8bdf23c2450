import type { Presentation } from './parameters.ts'
import { readSelection, select } from './selection.ts'

/** A body in UTF-8. */
export interface Bytes {
  readonly pieces: readonly Uint8Array<ArrayBuffer>[]
  readonly length: number
}

/** In UTF-16 units: texts are joined up to this length before they are encoded. */
const pieceLength = 65_536

/**
 * Writes a body as JSON, or the selected part of it, with a line feed at the end. A step ends after each item of a list, and
 * after each piece that is encoded.
 */
export function* writeJson(body: unknown, { fields, isPretty }: Presentation): Generator<undefined, Bytes> {
  const indent = isPretty ? 2 : undefined
  const write = (value: unknown, depth: number): string => indented(JSON.stringify(value, undefined, indent), depth)
  const selection = readSelection(fields)
  const partOf = (value: unknown): unknown =>
    selection.isWhole ? value : (select(JSON.parse(JSON.stringify(value)), [selection]) ?? null)
  const items = itemsOf(body)
  if (items === undefined) return yield* encode([write(partOf(body), 0), '\n'])

  const texts: string[] = []
  let sample: readonly unknown[] = []
  for (const item of items) {
    const [selected] = itemsOf(partOf({ items: [item] })) ?? []
    if (selected !== undefined) {
      texts.push(write(selected, 2))
      sample = [item]
    }
    yield
  }
  // One item, as a placeholder for all of them.
  const list = partOf({ ...(body as object), items: sample })
  if (sample.length === 0) return yield* encode([write(list, 0), '\n'])
  const members = Object.entries(list as object)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): Member => [write(name, 0), name === 'items' ? texts : write(value, 1)])
  return yield* encode([...joinMembers(members, isPretty ? pretty : dense), '\n'])
}

/** The name of a member, and its value or the elements of that, as JSON. */
type Member = readonly [name: string, value: string | readonly string[]]

/** The text around members and elements. */
interface Layout {
  readonly open: string
  readonly between: string
  readonly close: string
  readonly colon: string
  readonly openItems: string
  readonly betweenItems: string
  readonly closeItems: string
}

const dense: Layout = {
  open: '{',
  between: ',',
  close: '}',
  colon: ':',
  openItems: '[',
  betweenItems: ',',
  closeItems: ']',
}
const pretty: Layout = {
  open: '{\n  ',
  between: ',\n  ',
  close: '\n}',
  colon: ': ',
  openItems: '[\n    ',
  betweenItems: ',\n    ',
  closeItems: '\n  ]',
}

function* joinMembers(members: readonly Member[], layout: Layout): Generator<string> {
  for (const [at, [name, value]] of members.entries()) {
    yield (at === 0 ? layout.open : layout.between) + name + layout.colon
    if (typeof value === 'string') yield value
    else {
      for (const [index, item] of value.entries()) yield (index === 0 ? layout.openItems : layout.betweenItems) + item
      yield layout.closeItems
    }
  }
  yield layout.close
}

/** All line feeds are layout: JSON escapes those in strings. */
const indented = (text: string, depth: number): string =>
  depth === 0 ? text : text.replaceAll('\n', `\n${'  '.repeat(depth)}`)

function* encode(texts: Iterable<string>): Generator<undefined, Bytes> {
  const encoder = new TextEncoder()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  let held = ''
  const flush = (): void => {
    const piece = encoder.encode(held)
    pieces.push(piece)
    length += piece.length
    held = ''
  }
  for (const text of texts) {
    held += text
    if (held.length < pieceLength) continue
    flush()
    yield
  }
  flush()
  return { pieces, length }
}

/** The items of a list; undefined for anything else. */
function itemsOf(body: unknown): readonly unknown[] | undefined {
  if (typeof body !== 'object' || body === null || 'toJSON' in body || !('items' in body)) return undefined
  return Array.isArray(body.items) ? (body.items as readonly unknown[]) : undefined
}
