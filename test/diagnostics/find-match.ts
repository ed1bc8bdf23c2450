import { type RestrictionNode, walk } from '../../src/ast.ts'
import { compile, type Field, type Fields, imageSchema, parse } from '../../src/index.ts'

/** What a field may hold, for filters that have these literals. */
type Candidates = readonly unknown[]

interface Place {
  readonly names: readonly string[]
  readonly field: Field
  readonly literals: string[]
}

/**
 * A resource that a valid filter on images matches, built of values near its own literals; undefined when none of at most
 * 5,000 does.
 */
export function findMatch(filter: string): object | undefined {
  const matches = compile<unknown>(filter)
  let resources: readonly object[] = [{}]
  for (const place of placesIn(filter)) {
    const grown = resources.flatMap((resource) =>
      candidatesFor(place.field, place.literals).map((value) => put(resource, place.names, imageSchema.fields, value)),
    )
    resources = grown.slice(0, 5000)
  }
  return resources.find((resource) => matches(resource))
}

function placesIn(filter: string): readonly Place[] {
  const places = new Map<string, Place>()
  walk(parse(filter), {
    restriction(restriction) {
      if (restriction.comparable.kind !== 'member') return false
      const names = restriction.comparable.names.map(({ text }) =>
        text.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      )
      const field = fieldAt(names)
      const key = names.join('.')
      const place = places.get(key) ?? { names, field, literals: [] }
      places.set(key, place)
      place.literals.push(...literalsOf(restriction))
      return false
    },
  })
  return [...places.values()]
}

function fieldAt(names: readonly string[]): Field {
  let field: Field = { type: 'message', fields: imageSchema.fields }
  for (const name of names) {
    if (field.type === 'map') field = typeof field.value === 'string' ? { type: field.value } : field.value
    else if (field.type === 'message') field = field.fields[name] as Field
  }
  return field
}

function literalsOf({ arg }: RestrictionNode): readonly string[] {
  if (arg.kind === 'literal') return [arg.text]
  const texts: string[] = []
  walk(arg, {
    value: ({ parts }) => texts.push(parts.join('')),
  })
  return texts
}

/** Texts that a pattern may match: without what is not plain, and each alternative. */
const plainTexts = (pattern: string): readonly string[] => {
  const plain = pattern.replace(/\(\?[a-z]+\)|\.\*|[.^$?+*]|\\b/g, '').replace(/\\(.)/g, '$1')
  return [plain, ...plain.replace(/[()]/g, '').split('|')]
}

function candidatesFor(field: Field, literals: readonly string[]): Candidates {
  const values = valuesFor(field, literals)
  return [undefined, ...(field.repeated ? values.map((value) => [value]) : values)]
}

function valuesFor(field: Field, literals: readonly string[]): Candidates {
  switch (field.type) {
    case 'string':
      return ['zz', '', ...literals.flatMap((text) => [text, `${text}z`, ...plainTexts(text)])]
    case 'enum':
      return field.values
    case 'boolean':
      return [true, false]
    case 'timestamp':
      return [...literals, '1990-01-01T00:00:00Z', '2199-01-01T00:00:00Z']
    case 'int64':
    case 'uint64':
    case 'uint32':
    case 'integer':
      return literals.flatMap((text) => (/^[+-]?\d+$/.test(text) ? around(BigInt(text.replace('+', ''))) : ['1']))
    case 'double':
      return literals.flatMap((text) => [Number(text) - 1, Number(text), Number(text) + 1])
    case 'map':
      return [...literals, 'key'].map((key) => ({ [key]: 'x' }))
    case 'message':
      return [...literals, ...Object.keys(field.fields)].flatMap((name) => messageWith(field.fields, name))
  }
}

const around = (value: bigint): readonly string[] => [value - 1n, value, value + 1n, 1n].map(String)

function messageWith(fields: Fields, name: string): readonly object[] {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  return field === undefined ? [] : candidatesFor(field, ['1', 'x']).map((value) => ({ [name]: value }))
}

function put(resource: object, [name = '', ...rest]: readonly string[], fields: Fields, value: unknown): object {
  const field = fields[name]
  const inside = (Reflect.get(resource, name) ?? {}) as object
  if (rest.length === 0) return { ...resource, [name]: merge(inside, value) }
  if (field?.type === 'map') return { ...resource, [name]: { ...inside, [rest.join('.')]: value } }
  if (field?.type !== 'message') throw new Error(`${name} has no fields`)
  const [element = {}] = Array.isArray(inside) ? (inside as object[]) : [inside]
  const filled = put(element, rest, field.fields, value)
  return { ...resource, [name]: field.repeated ? [filled] : filled }
}

/** A value beside what other places have put there. */
const merge = (inside: object, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...inside, ...value } : value
