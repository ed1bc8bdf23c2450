/** Bounds on what is held in memory at once. */
export interface ReadLimits {
  /** The longest value, or line without one, in UTF-16 code units. */
  readonly value: number
}

export const defaultReadLimits: ReadLimits = { value: 64 * 2 ** 20 }

export function describeSize(units: number): string {
  return units >= 2 ** 20 ? `${String(units / 2 ** 20)} MiB` : `${String(units)} characters`
}
