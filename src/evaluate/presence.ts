import { textOf, type ValueNode } from '../ast/index.ts'
import { enter, type Field, type MapField, type Path } from '../schema/index.ts'
import { findOwnName, isObject, scalars } from '../values/index.ts'
import type { ValueTest } from './questions.ts'

/** SEMANTICS.md section 5: what `path:*` asks of each value at the path. */
export function presenceAt({ field, steps }: Path): ValueTest {
  const last = steps.at(-1)
  // Of an array one element is enough, of a map one key, whatever it holds.
  return last?.repeated || last?.from === 'map' ? isSet(field) : isSetAndNotDefault(field)
}

/** A value of the field's type is there. */
function isSet(field: Field): ValueTest {
  switch (field.type) {
    case 'message':
      return isObject
    case 'map':
      return hasEntry(field)
    case 'string':
    case 'enum':
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
    case 'timestamp': {
      const { read } = scalars[field.type]
      return (value) => read(value) !== undefined
    }
  }
}

/**
 * For each map of a schema, the key that was found last. It is tried first: resources have keys in common, and JavaScript
 * lists all keys of an object to give the first (0.3 s for a million).
 */
const lastKeys = new WeakMap<MapField, { key: string }>()

/** The map has a key with a value of its type. */
function hasEntry(field: MapField): ValueTest {
  const { read } = scalars[field.value]
  const isEntry = (value: unknown): boolean => read(value) !== undefined
  const last = lastKeys.get(field) ?? { key: '' }
  lastKeys.set(field, last)
  return (value) => {
    const key = isObject(value) ? findOwnName(value, isEntry, last.key) : undefined
    if (key !== undefined) last.key = key
    return key !== undefined
  }
}

function isSetAndNotDefault(field: Field): ValueTest {
  const set = isSet(field)
  if (field.type === 'message' || field.type === 'map') return set
  const { read, default: unset } = scalars[field.type]
  return (value) => set(value) && read(value) !== unset
}

/** `labels:owner`, `deprecated:state`: the path of the key or field that the value names. */
export function pathNamed(path: Path, value: ValueNode): Path | undefined {
  const lookup = enter(path, { kind: 'name', text: textOf(value), span: value.span }, '')
  return 'path' in lookup ? lookup.path : undefined
}
