import type { Field, Fields, Schema } from '../index.ts'
import { failSelection, readSelection, type Selection } from './selection.ts'

/** The members of a response that can be selected. */
export interface Shape {
  readonly fields: Readonly<Record<string, Shape>>
  /** The shape of members with other names, such as the keys of a map. */
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
    if (field.type !== 'map') return leaf
    return { fields: {}, others: typeof field.value === 'string' ? leaf : shapeOfField(field.value) }
  }
  return shapeOf(['kind', 'id', 'selfLink'], shapeOfFields(fields))
}

const warning = shapeOf(['code', 'message'], { data: shapeOf(['key', 'value']) })
const members = ['kind', 'id', 'nextPageToken', 'selfLink', 'unreachables']

/** A page of resources. @param field the member that holds them: `items` */
export const listShape = (resource: Shape, field = 'items'): Shape => shapeOf(members, { [field]: resource, warning })

/** A page of resources of several scopes. @param field the member of a scope that holds its resources: `instances` */
export const aggregatedShape = (resource: Shape, field: string): Shape =>
  shapeOf(members, { items: { fields: {}, others: { fields: { [field]: resource, warning } } }, warning })

/** @throws RequestError 400 for a syntax error, and for a name that the shape lacks */
export function checkFields(fields: string, shape: Shape): void {
  checkSelection(readSelection(fields), [shape])
}

function checkSelection({ members: selected }: Selection, shapes: readonly Shape[]): void {
  for (const [name, member] of selected) {
    const below = shapes.flatMap(({ fields, others = [] }) => {
      if (name === '*') return [...Object.values(fields), others].flat()
      return Object.hasOwn(fields, name) ? (fields[name] ?? []) : others
    })
    if (below.length === 0) failSelection(name)
    checkSelection(member, below)
  }
}
