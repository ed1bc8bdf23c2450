import { isObject, type JsonObject, nameKind, parseJson } from './exact-json.ts'
import { InputError } from './input-error.ts'
import { detectForm, type InputForm } from './input-form.ts'
import { type Line, splitLines } from './split-lines.ts'

/** An image with its JSON text, or what is wrong with the line or item where one should stand. */
export type Entry = { readonly image: JsonObject; readonly text: string } | { readonly problem: string }

/** Bounds on what is held in memory at once, in UTF-16 code units. */
export interface ReadLimits {
  readonly line: number
  /** One JSON value over several lines, which cannot be read piece by piece. */
  readonly document: number
}

export const defaultReadLimits: ReadLimits = { line: 64 * 2 ** 20, document: 256 * 2 ** 20 }

export interface ImageReader {
  /** The entries that this piece of the text completes. @throws InputError */
  push(piece: string): readonly Entry[]
  /** The entries that the end completes. @throws InputError */
  end(): readonly Entry[]
}

/** Reads images from text that comes in pieces, in any of the forms; `name` is the file, for messages. */
export function readImages(name: string, limits: ReadLimits): ImageReader {
  const lines = splitLines(limits.line)
  let form: InputForm | undefined
  const held: string[] = []
  let length = 0

  const hold = (piece: string, isWhole: boolean): readonly Entry[] => {
    held.push(piece)
    length += piece.length
    const isLong = length > limits.line
    // Text without a line end adds nothing to tell the form by.
    if (form === undefined && (isWhole || isLong || held.length === 1 || piece.includes('\n'))) {
      form = detectForm(held.join(''), isWhole || isLong)
    }
    if (form === 'lines') return readLines(lines.push(held.splice(0).join('')))
    if (length <= limits.document) return []
    throw new InputError(
      `${name}: JSON document longer than ${size(limits.document)}; give it as NDJSON, one image a line`,
    )
  }

  const readLines = (found: readonly Line[]): readonly Entry[] =>
    found.flatMap(({ number, text }) => {
      const place = `${name}:${String(number)}`
      return text === undefined
        ? [{ problem: `${place}: line longer than ${size(limits.line)}` }]
        : readLine(text, place)
    })

  return {
    push: (piece) => (form === 'lines' ? readLines(lines.push(piece)) : hold(piece, false)),
    end: () => {
      const decided = form === undefined ? hold('', true) : []
      return [...decided, ...(form === 'lines' ? readLines(lines.end()) : readDocument(held.join(''), name))]
    },
  }
}

function readLine(line: string, place: string): readonly Entry[] {
  const text = line.trim()
  if (text === '') return []
  let value: unknown
  try {
    value = parseJson(text)
  } catch (error) {
    return [{ problem: `${place}: not JSON: ${(error as SyntaxError).message}` }]
  }
  if (!isObject(value)) return [{ problem: `${place}: ${nameKind(value)}, not an object` }]
  const items = itemsOf(value)
  return items === undefined ? [{ image: value, text }] : readItems(items, place)
}

function readDocument(text: string, name: string): readonly Entry[] {
  let value: unknown
  try {
    value = parseJson(text)
  } catch (error) {
    throw new InputError(`${name}: not JSON: ${(error as SyntaxError).message}`)
  }
  // What begins with a bracket or a brace is an array or an object.
  return readItems(isObject(value) ? (itemsOf(value) ?? [value]) : (value as readonly unknown[]), name)
}

/** The items of a list response, which leaves them out when there are none; undefined for anything else. */
function itemsOf(value: JsonObject): readonly unknown[] | undefined {
  if (Array.isArray(value.items)) return value.items as readonly unknown[]
  return value.kind === 'compute#imageList' ? [] : undefined
}

function readItems(items: readonly unknown[], place: string): readonly Entry[] {
  return items.map((item, at) =>
    isObject(item)
      ? { image: item, text: JSON.stringify(item) }
      : { problem: `${place}: item ${String(at + 1)} is ${nameKind(item)}, not an object` },
  )
}

function size(units: number): string {
  return units >= 2 ** 20 ? `${String(units / 2 ** 20)} MiB` : `${String(units)} characters`
}
