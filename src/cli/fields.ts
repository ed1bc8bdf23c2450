import { nearest } from '../diagnostics/index.ts'
import { parse } from '../index.ts'
import { isObject, type JsonObject } from '../input/index.ts'
import { lookUp, type Missing, type Path, type Schema } from '../schema/index.ts'
import { UsageError } from './usage-error.ts'

/** Splits a list of fields at the commas outside quotes. */
export const splitFields = (text: string): readonly string[] =>
  Array.from(text.matchAll(/(?:"(?:\\.|[^"\\])*"|[^,])+|(?<=,)(?=,|$)|^(?=,|$)/gs), ([part]) => part)

/**
 * Finds a field in the schema, written as in a filter: `labels.env`, `labels."odd key"`.
 *
 * @param option for messages: `--fields`
 * @throws UsageError
 */
export function findField(text: string, option: string, schema: Schema): Path {
  const lookup = lookUp(schema, { names: namesOf(text.trim(), option) })
  if ('path' in lookup) return lookup.path
  throw new UsageError(`${option}: ${describeMissing(lookup.missing, schema)}`)
}

/** Whether the schema has a field, written as in a filter. */
export function hasField(text: string, schema: Schema): boolean {
  return 'path' in lookUp(schema, { names: namesOf(text, '') })
}

/** Checks that a list of fields can be read, whatever the resource. @throws UsageError */
export function checkFieldNames(fields: string, option: string): void {
  for (const name of splitFields(fields)) namesOf(name.trim(), option)
}

/** Parses a path as the left side of `:*`. */
function namesOf(text: string, option: string) {
  if (text === '') throw new UsageError(`${option}: a field is missing`)
  try {
    const { expression } = parse(`${text}:*`)
    if (expression?.kind === 'restriction' && expression.comparable.kind === 'member')
      return expression.comparable.names
  } catch {
    // Reported below, as an error in a field and not in a filter.
  }
  throw new UsageError(`${option}: '${text}' is not a field`)
}

function describeMissing(missing: Missing, { resource }: Schema): string {
  const { name, reason } = missing
  switch (reason) {
    case 'unknown': {
      const [near] = nearest(name.text, missing.fields)
      const help = near === undefined ? '' : `; did you mean ${near}?`
      return `unknown field '${name.text}' of ${missing.parent.text || resource}${help}`
    }
    case 'index':
      return `${missing.parent.text} cannot be indexed: a field means all of its elements`
    case 'scalar':
      return `${missing.parent.text} has no fields`
  }
}

/** The values of a resource at a path, of all elements; none when unset. */
export function valuesAt(resource: JsonObject, { steps }: Path): readonly unknown[] {
  let values: readonly unknown[] = [resource]
  for (const { name } of steps) {
    values = values.flatMap((value) => {
      const part = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
      return part ?? []
    })
  }
  return values
}

/** The members to keep of an object; true for a whole value. */
type SubjectSelection = Map<string, SubjectSelection | true>

/** Makes a function that returns an object with only these fields, in this order. */
export function selectFields(paths: readonly Path[]): (resource: JsonObject) => JsonObject {
  const root: SubjectSelection = new Map()
  for (const { steps } of paths) {
    let at = root
    for (const [index, { name }] of steps.entries()) {
      const known = at.get(name)
      if (known === true) break
      if (index === steps.length - 1) at.set(name, true)
      else {
        const next: SubjectSelection = known ?? new Map<string, SubjectSelection | true>()
        at.set(name, next)
        at = next
      }
    }
  }
  return (resource) => selectFrom(resource, root)
}

function selectFrom(object: JsonObject, selection: SubjectSelection): JsonObject {
  const kept = [...selection].flatMap(([name, parts]): (readonly [string, unknown])[] => {
    const value = Object.hasOwn(object, name) ? object[name] : undefined
    return value === undefined ? [] : [[name, parts === true ? value : selectParts(value, parts)]]
  })
  return Object.fromEntries(kept)
}

function selectParts(value: unknown, parts: SubjectSelection): unknown {
  if (Array.isArray(value)) return value.map((element) => selectParts(element, parts))
  return isObject(value) ? selectFrom(value, parts) : value
}
