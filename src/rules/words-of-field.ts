import { type Field, isSingle } from '../schema/index.ts'
import { scalarTypes } from '../types/index.ts'

/** What messages call the value of a field: `an integer`. */
export const wordsOf = (field: Field): string =>
  isSingle(field) ? scalarTypes[field.type].words : field.type === 'map' ? 'a map' : 'a message'
