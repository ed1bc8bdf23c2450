import { compare, types } from '../oracle/types.ts'

/** The order of a list: below, equal or above: -1, 0, 1. */
export function compareAs(type: 'string' | 'timestamp', a: unknown, b: unknown): number {
  const { read } = types[type]
  return compare(read(a) ?? [], read(b) ?? [])
}
