import type { NameNode } from '../ast/index.ts'
import { type Field, type Fields, type Schema, valueFieldOf } from './schema.ts'

/** One step from a value to a part of it. */
export interface Step {
  /** The JSON name, or the key of a map. */
  readonly name: string
  readonly from: 'message' | 'map'
  /** What the step reaches is an array. */
  readonly repeated: boolean
}

/** A field that a filter names, found in the schema. */
export interface Path {
  readonly steps: readonly Step[]
  /** The field at the end; for a key of a map what the map has there. */
  readonly field: Field
  /** As a filter would write it, in JSON names: `deprecated.state`. */
  readonly text: string
  /** Some step, the last included, goes through an array. */
  readonly repeated: boolean
}

/**
 * Why there is no such field. `name` is the step that fails, `parent` the path before it (the empty path for the
 * resource itself), `rest` the steps after it.
 */
export type Missing =
  | { readonly reason: 'unknown'; readonly name: NameNode; readonly parent: Path; readonly fields: Fields }
  | { readonly reason: 'index'; readonly name: NameNode; readonly parent: Path }
  | { readonly reason: 'scalar'; readonly name: NameNode; readonly parent: Path; readonly rest: readonly NameNode[] }

export type Lookup = { readonly path: Path } | { readonly missing: Missing }

/** Finds a field. Names are the JSON names or their snake_case spellings; only a schema's own properties count. */
export function lookUp(schema: Schema, member: { readonly names: readonly NameNode[] }): Lookup {
  let path: Path = { steps: [], field: { type: 'message', fields: schema.fields }, text: '', repeated: false }
  for (const [index, name] of member.names.entries()) {
    const entered = enter(path, name)
    if ('missing' in entered) return { missing: withRest(entered.missing, member.names.slice(index + 1)) }
    path = entered.path
    if (name.index !== undefined) return { missing: { reason: 'index', name, parent: path } }
  }
  return { path }
}

const withRest = (missing: Missing, rest: readonly NameNode[]): Missing =>
  missing.reason === 'scalar' ? { ...missing, rest } : missing

/** Goes one step further. */
export function enter(path: Path, name: NameNode): Lookup {
  const { field } = path
  if (field.repeated && /^\d+$/.test(name.text)) {
    return { missing: { reason: 'index', name, parent: path } }
  }
  if (field.type === 'message') return enterMessage(path, field.fields, name)
  if (field.type === 'map') {
    return { path: extend(path, { name: name.text, from: 'map', repeated: false }, valueFieldOf(field)) }
  }
  return { missing: { reason: 'scalar', name, parent: path, rest: [] } }
}

function enterMessage(path: Path, fields: Fields, name: NameNode): Lookup {
  const found = find(fields, name.text)
  if (found !== undefined) {
    const [jsonName, field] = found
    return { path: extend(path, { name: jsonName, from: 'message', repeated: field.repeated === true }, field) }
  }
  return { missing: { reason: 'unknown', name, parent: path, fields } }
}

function find(fields: Fields, name: string): [string, Field] | undefined {
  const jsonName = Object.hasOwn(fields, name) ? name : fromSnakeCase(name)
  const field = Object.hasOwn(fields, jsonName) ? fields[jsonName] : undefined
  return field && [jsonName, field]
}

/** `disk_size_gb` is `diskSizeGb`; `ipv_4` is left unchanged. */
const fromSnakeCase = (name: string): string =>
  /^[a-z][a-z0-9]*(?:_[a-z][a-z0-9]*)*$/.test(name)
    ? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    : name

const extend = (path: Path, step: Step, field: Field): Path => ({
  steps: [...path.steps, step],
  field,
  text: joinNames(path.text, step.name),
  repeated: path.repeated || step.repeated,
})

const joinNames = (parent: string, name: string): string => {
  const shown = /^[\w-]+$/.test(name) ? name : JSON.stringify(name)
  return parent === '' ? shown : `${parent}.${shown}`
}
