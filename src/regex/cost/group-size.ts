/*
 * The maximum number of instructions that RE2 needs for a group like `\p{Lao}`, for its complement and under `(?i)`: as
 * measured with the RE2 of 2022 and the current one, plus a tenth.
 */

const sizes = new Map<string, number>(
  Object.entries({
    ...{ C: 120, Cc: 50, Cf: 115, Co: 50, Cs: 50 },
    ...{ L: 1330, Ll: 980, Lm: 285, Lo: 1100, Lt: 50, Lu: 940 },
    ...{ M: 830, Mc: 480, Me: 50, Mn: 900 },
    ...{ N: 530, Nd: 300, Nl: 80, No: 310 },
    ...{ P: 650, Pc: 50, Pd: 85, Pe: 175, Pf: 50, Pi: 50, Po: 615, Ps: 180 },
    ...{ S: 615, Sc: 115, Sk: 115, Sm: 195, So: 490 },
    ...{ Z: 50, Zl: 50, Zp: 50, Zs: 50, Any: 50, Common: 455 },
  }),
)

/** The bound of a script other than `Common`. */
const sizeOfScript = 200

/** A bound for any group, by its name. */
export const groupSize = (name: string): number => sizes.get(name) ?? sizeOfScript
