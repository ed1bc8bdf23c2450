import type { Field, Fields, Schema } from '../index.ts'
import { RequestError } from './request-error.ts'

/** What can be selected of an answer. */
export interface Shape {
  readonly fields: Readonly<Record<string, Shape>>
  /** What stands at any other name, as at the keys of a map. */
  readonly others?: Shape
}

const leaf: Shape = { fields: {} }
const shapeOf = (names: readonly string[], more: Shape['fields'] = {}): Shape => ({
  fields: { ...Object.fromEntries(names.map((name) => [name, leaf])), ...more },
})

/** One resource. */
export function resourceShape({ fields }: Schema): Shape {
  const shapeOfFields = (some: Fields): Shape['fields'] =>
    Object.fromEntries(Object.entries(some).map(([name, field]) => [name, shapeOfField(field)]))
  const shapeOfField = (field: Field): Shape => {
    if (field.type === 'message') return { fields: shapeOfFields(field.fields) }
    return field.type === 'map' ? { fields: {}, others: leaf } : leaf
  }
  return shapeOf(['kind', 'id', 'selfLink'], shapeOfFields(fields))
}

/** A page of resources. */
export const listShape = (resource: Shape): Shape =>
  shapeOf(['kind', 'id', 'nextPageToken', 'selfLink'], {
    items: resource,
    warning: shapeOf(['code', 'message'], { data: shapeOf(['key', 'value']) }),
  })

/**
 * Checks the parameter `fields`: names, separated by commas, each with what is selected below it, as in
 * `items(id,deprecated/state),nextPageToken`; `*` is any name.
 *
 * @throws RequestError 400
 */
export function checkFields(fields: string, shape: Shape): void {
  const tokens = fields.match(/[^/(),]+|[/(),]/g) ?? []
  let at = 0

  const fail = (what: string): never => {
    throw new RequestError(400, `Invalid field selection ${what.slice(0, 100)}`)
  }

  /** Reads a mark if it stands here. */
  function skip(mark: '/' | '(' | ')' | ','): boolean {
    const stands = tokens[at] === mark
    if (stands) at++
    return stands
  }

  /** Reads a name; gives the shapes below some: those of that name, or of all. */
  function readName(shapes: readonly Shape[]): readonly Shape[] {
    const name = tokens[at++] ?? ''
    if (/^[/(),]?$/.test(name)) return fail(fields)
    const found = shapes.flatMap(({ fields, others = [] }) => {
      if (name === '*') return [...Object.values(fields), others].flat()
      return Object.hasOwn(fields, name) ? (fields[name] ?? []) : others
    })
    return found.length > 0 ? found : fail(name)
  }

  function readSelection(shapes: readonly Shape[]): void {
    do {
      let inside = readName(shapes)
      while (skip('/')) inside = readName(inside)
      if (!skip('(')) continue
      readSelection(inside)
      if (!skip(')')) fail(fields)
    } while (skip(','))
  }

  readSelection([shape])
  if (at < tokens.length) fail(fields)
}
