import { textOf, type Value } from '../ast/index.ts'
import { enter, type Field, type Path } from '../schema/index.ts'
import { isObject, ownNames, ownValue, scalars } from '../values/index.ts'
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
    case 'map': {
      const { read } = scalars[field.value]
      return (value) => isObject(value) && ownNames(value).some((key) => read(ownValue(value, key)) !== undefined)
    }
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

function isSetAndNotDefault(field: Field): ValueTest {
  const set = isSet(field)
  if (field.type === 'message' || field.type === 'map') return set
  const { read, default: unset } = scalars[field.type]
  return (value) => set(value) && read(value) !== unset
}

/** `labels:owner`, `deprecated:state`: the path of the key or field that the value names. */
export function pathNamed(path: Path, value: Value): Path | undefined {
  const lookup = enter(path, { kind: 'name', text: textOf(value), span: value.span }, '')
  return 'path' in lookup ? lookup.path : undefined
}
