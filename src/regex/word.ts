/** RE2's `\w`: ASCII letters, digits and `_`; false for the NaN outside of a text. */
export const isWordUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f

/** Where among the units `\w` begins and ends. */
export const wordBorders: readonly number[] = [0x30, 0x3a, 0x41, 0x5b, 0x5f, 0x60, 0x61, 0x7b]
