import { expect, it } from 'vitest'
import { groupSize } from '../../../src/regex/cost/group-size.ts'

// What the native RE2 of 2022 needs for the group or its complement, whichever is more: RE2::ProgramSize().
const categories = {
  ...{ C: 108, Cc: 20, Cf: 102, Co: 25, Cs: 20 },
  ...{ L: 1201, Ll: 888, Lm: 256, Lo: 998, Lt: 37, Lu: 850 },
  ...{ M: 740, Mc: 433, Me: 41, Mn: 810 },
  ...{ N: 476, Nd: 269, Nl: 68, No: 278 },
  ...{ P: 581, Pc: 37, Pd: 76, Pe: 158, Pf: 37, Pi: 38, Po: 554, Ps: 162 },
  ...{ S: 558, Sc: 100, Sk: 101, Sm: 173, So: 439 },
  ...{ Z: 38, Zl: 23, Zp: 23, Zs: 37, Any: 11, Common: 406 },
}
const scripts = {
  ...{ Arabic: 122, Armenian: 31, Cyrillic: 61, Devanagari: 33, Egyptian_Hieroglyphs: 22, Ethiopic: 86, Greek: 93 },
  ...{ Han: 81, Hangul: 64, Hebrew: 36, Inherited: 118, Katakana: 63, Latin: 113, Tamil: 42 },
}

it.each(Object.entries(categories))('the bound of %s is above the %i of RE2, and not far', (name, native) => {
  expect(groupSize(name)).toBeGreaterThanOrEqual(native)
  expect(groupSize(name)).toBeLessThan(1.2 * native + 40)
})

it.each(Object.entries(scripts))('the bound of %s is above the %i of RE2', (name, native) => {
  expect(groupSize(name)).toBeGreaterThanOrEqual(native)
  expect(groupSize(name)).toBeLessThan(250)
})
