import type { Presentation } from './parameters.ts'
import { insideOf, readSelection, select, type Selection } from './selection.ts'

/** A body in UTF-8. */
export interface Bytes {
  readonly pieces: readonly Uint8Array<ArrayBuffer>[]
  readonly length: number
}

/** In UTF-16 units: texts are joined up to this length before they are encoded. */
const pieceLength = 65_536

/** Texts, which are not joined, since there may be many; undefined when nothing of a value is selected. */
type Texts = readonly string[] | undefined

/**
 * Writes a body as JSON, or the selected part of it, with a line feed at the end. A step ends after each resource of a list,
 * and after each piece that is encoded.
 */
export function* writeJson(body: unknown, { fields, isPretty }: Presentation): Generator<undefined, Bytes> {
  const writing: Writing = { indent: isPretty ? 2 : 0 }
  const texts = yield* writeInSteps(body, [readSelection(fields)], writing, { depth: 0, levels: levelsOf(body) })
  return yield* encode([...(texts ?? ['null']), '\n'])
}

interface Writing {
  /** The number of spaces of a level; 0 for a text without space. */
  readonly indent: number
}

interface Level {
  /** The number of objects and arrays around a value. */
  readonly depth: number
  /** The number of levels of objects and arrays that are written member by member. Deeper ones are written at once. */
  readonly levels: number
}

/** A list has resources in `items`; an aggregated list has scopes there, which have resources in one of their members. */
function levelsOf(body: unknown): number {
  if (!isPlain(body) || !('items' in body)) return 0
  if (Array.isArray(body.items)) return 2
  return isPlain(body.items) ? 4 : 0
}

function* writeInSteps(
  value: unknown,
  selections: readonly Selection[],
  writing: Writing,
  { depth, levels }: Level,
): Generator<undefined, Texts> {
  const below = { depth: depth + 1, levels: levels - 1 }
  const isWhole = selections.some((selection) => selection.isWhole)
  const parts: (readonly string[])[] = []
  if (levels > 0 && Array.isArray(value)) {
    for (const element of value) {
      const text = writeAtOnce(element, selections, writing, below.depth) ?? (isWhole ? 'null' : undefined)
      if (text !== undefined) parts.push([text])
      yield
    }
    return value.length > 0 && parts.length === 0 ? undefined : frame('[', parts, ']', writing, depth)
  }
  if (levels > 0 && isPlain(value)) {
    const colon = writing.indent === 0 ? ':' : ': '
    for (const [name, member] of Object.entries(value)) {
      const inside = isWhole ? selections : insideOf(name, selections)
      const texts = inside.length === 0 ? undefined : yield* writeInSteps(member, inside, writing, below)
      if (texts !== undefined) parts.push([JSON.stringify(name) + colon, ...texts])
    }
    return frame('{', parts, '}', writing, depth)
  }
  const text = writeAtOnce(value, selections, writing, depth)
  return text === undefined ? undefined : [text]
}

/** Undefined for a value that JSON does not have, and when nothing of it is selected. */
function writeAtOnce(
  value: unknown,
  selections: readonly Selection[],
  { indent }: Writing,
  depth: number,
): string | undefined {
  const isWhole = selections.some((selection) => selection.isWhole)
  const part = isWhole ? value : select(asJson(value), selections)
  const text = JSON.stringify(part, undefined, indent) as string | undefined
  // All line feeds are layout: JSON escapes those in strings.
  return depth * indent === 0 ? text : text?.replaceAll('\n', lineAt(depth, indent))
}

/** The value that the JSON of a value has; null for what JSON does not have. */
function asJson(value: unknown): unknown {
  const text = JSON.stringify(value) as string | undefined
  return text === undefined ? null : JSON.parse(text)
}

const lineAt = (depth: number, indent: number): string => `\n${' '.repeat(depth * indent)}`

/** Elements or members between brackets. */
function frame(
  open: string,
  parts: readonly (readonly string[])[],
  close: string,
  { indent }: Writing,
  depth: number,
): readonly string[] {
  if (parts.length === 0) return [open + close]
  const [line, end] = indent === 0 ? ['', ''] : [lineAt(depth + 1, indent), lineAt(depth, indent)]
  return [...parts.flatMap((part, at) => [(at === 0 ? open : ',') + line, ...part]), end + close]
}

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

/** An object whose JSON is that of its own properties. */
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value)
