/** Bounds on the memory for reading. */
export interface ReadLimits {
  /** The maximum length of a value, or of a line without a value, in UTF-16 code units. */
  readonly value: number
}

export const defaultReadLimits: ReadLimits = { value: 64 * 2 ** 20 }

export function describeSize(units: number): string {
  return units >= 2 ** 20 ? `${String(units / 2 ** 20)} MiB` : `${String(units)} characters`
}
