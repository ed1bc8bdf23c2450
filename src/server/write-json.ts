import mask from 'json-mask'
import type { Presentation } from './parameters.ts'

/**
 * An answer as JSON, whole or the part that is selected, in steps: after each item of a list it can be paused.
 */
export function* writeJson(body: unknown, { fields, isPretty }: Presentation): Generator<undefined, string> {
  const indent = isPretty ? 2 : undefined
  const write = (value: unknown): string => JSON.stringify(value, undefined, indent)
  const items = itemsOf(body)
  if (items === undefined) return write(select(body, fields))

  const texts: string[] = []
  let sample: readonly unknown[] = []
  for (const item of items) {
    const [selected] = itemsOf(select({ items: [item] }, fields)) ?? []
    if (selected !== undefined) {
      texts.push(write(selected))
      sample = [item]
    }
    yield
  }
  // One item has the place of all.
  const list = select({ ...(body as object), items: sample }, fields)
  if (sample.length === 0) return write(list)
  const members = Object.entries(list as object).filter(([, value]) => value !== undefined)
  return isPretty ? layOut(members, texts, write) : joinAll(members, texts, write)
}

type Member = readonly [name: string, value: unknown]

function joinAll(members: readonly Member[], items: readonly string[], write: (value: unknown) => string): string {
  const written = members.map(
    ([name, value]) => `${write(name)}:${name === 'items' ? `[${items.join()}]` : write(value)}`,
  )
  return `{${written.join()}}`
}

function layOut(members: readonly Member[], items: readonly string[], write: (value: unknown) => string): string {
  // Within a text there is no line feed: JSON escapes it.
  const deeper = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`)
  const writeItems = (): string => `[\n${items.map((item) => `    ${deeper(item, '    ')}`).join(',\n')}\n  ]`
  const written = members.map(
    ([name, value]) => `  ${write(name)}: ${name === 'items' ? writeItems() : deeper(write(value), '  ')}`,
  )
  return `{\n${written.join(',\n')}\n}`
}

/** The items of a list; undefined for anything else. */
function itemsOf(body: unknown): readonly unknown[] | undefined {
  if (typeof body !== 'object' || body === null || 'toJSON' in body || !('items' in body)) return undefined
  return Array.isArray(body.items) ? (body.items as readonly unknown[]) : undefined
}

/** A part is taken of the JSON, so that only what is the answer's own can be named. Null when that is nothing. */
const select = (body: unknown, fields: string): unknown =>
  fields === '' ? body : mask(JSON.parse(JSON.stringify(body), withoutPrototype), fields)

/** So that what is inherited cannot be named. */
const withoutPrototype = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.assign(Object.create(null) as object, value)
    : value
