import type { FieldType } from '../schema/index.ts'

/** What messages call a type. */
// prettier-ignore
export const typeWords: Readonly<Record<FieldType, string>> = {
  string:    'a string',
  enum:      'an enum',
  boolean:   'a boolean',
  int64:     'an integer',
  uint64:    'an integer',
  integer:   'an integer',
  double:    'a number',
  timestamp: 'a timestamp',
  message:   'a message',
  map:       'a map',
}
