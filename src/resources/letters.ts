import type { ScalarField } from '../schema/index.ts'

/** How the texts of the messages write a scalar type; `h` is a string that holds a whole URL. */
export const letters = {
  b: { type: 'boolean' },
  d: { type: 'double' },
  h: { type: 'string', format: 'url' },
  i: { type: 'integer' },
  l: { type: 'int64' },
  n: { type: 'uint32' },
  s: { type: 'string' },
  t: { type: 'timestamp' },
  u: { type: 'uint64' },
} as const satisfies { readonly [letter: string]: ScalarField }
