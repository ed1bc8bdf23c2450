import type { Profile } from '../../index.ts'
import { isScalar } from '../oracle/fields.ts'
import { types } from '../oracle/types.ts'
import { pick } from './choose.ts'
import type { FieldPlace } from './leaves.ts'
import { literalAt } from './literals.ts'
import type { PatternSeed } from './seeds.ts'

const patterns = [
  '.*',
  'a',
  '.+',
  '',
  'a.*',
  '.*1.*',
  '(a|b).*',
  '[a-z0-9-]+',
  '(?i)A.*',
  'debian-\\d+',
  '20.*',
  'READY|ACTIVE',
  'a|prod',
  'a.b',
  '(?s)a.*',
  '^a$',
  '(a)(b)?',
  'a\\"?b',
]

/** The literal of a clause: a pattern, or on number and boolean fields a value. */
export function patternFrom(seed: PatternSeed, leaf: FieldPlace, profile: Profile, near: readonly unknown[]): string {
  const { field } = leaf
  if (!isScalar(field) || types[field.type].patternText === undefined) return literalAt(seed, leaf, profile, near)
  if (seed.source > 5) return pick(patterns, seed.index)
  const text = literalAt({ ...seed, form: 0 }, leaf, profile, near)
  const characters = Array.from(text)
  const at = seed.cut % (characters.length + 1)
  const before = escapePattern(characters.slice(0, at).join(''))
  const behind = escapePattern(characters.slice(at).join(''))
  return pick(
    [
      escapePattern(text),
      // Each a match of a part, and of the whole text only if the other is empty.
      `${before}|${behind}`,
      `${before}.*`,
      `.*${behind}`,
      `(?i)${escapePattern(text.toUpperCase())}`,
      // Plain as many a user writes it.
      /^[\w.:+-]*$/.test(text) ? text : escapePattern(text),
      `(${before})(${behind})`,
      `[^${at % 2 === 0 ? 'b' : '^'}]*`,
    ],
    seed.form,
  )
}

/** A text as a pattern that matches it. */
const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
