/*
 * The most instructions that RE2 needs for a group like `\p{Greek}`, for its complement and under `(?i)`: measured of
 * the RE2 of 2022 and the current one, and a tenth more.
 */

const otherScript = 200
const smallScript = 50

const sizes = new Map<string, number>(
  Object.entries({
    ...{ C: 120, Cc: 50, Cf: 115, Co: 50, Cs: 50 },
    ...{ L: 1330, Ll: 980, Lm: 285, Lo: 1100, Lt: 50, Lu: 940 },
    ...{ M: 830, Mc: 480, Me: 50, Mn: 900 },
    ...{ N: 530, Nd: 300, Nl: 80, No: 310 },
    ...{ P: 650, Pc: 50, Pd: 85, Pe: 175, Pf: 50, Pi: 50, Po: 615, Ps: 180 },
    ...{ S: 615, Sc: 115, Sk: 115, Sm: 195, So: 490 },
    ...{ Z: 50, Zl: 50, Zp: 50, Zs: 50, Any: 50 },
    ...{ Arabic: 140, Common: 455, Cyrillic: 70, Ethiopic: 100, Greek: 110, Han: 95, Hangul: 75, Inherited: 145 },
    ...{ Katakana: 75, Latin: 130 },
    ...Object.fromEntries(
      ['Armenian', 'Bengali', 'Bopomofo', 'Devanagari', 'Georgian', 'Gujarati', 'Gurmukhi', 'Hebrew', 'Hiragana']
        .concat('Kannada', 'Khmer', 'Lao', 'Malayalam', 'Mongolian', 'Myanmar', 'Oriya', 'Sinhala', 'Syriac', 'Tamil')
        .concat('Telugu', 'Thaana', 'Thai', 'Tibetan')
        .map((name) => [name, smallScript]),
    ),
  }),
)

/** A bound for any group, by its name. Scripts that are not in the table are smaller than these. */
export const groupSize = (name: string): number => sizes.get(name) ?? otherScript
