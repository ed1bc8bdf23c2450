import fc from 'fast-check'
import { documented, type Options } from '../../index.ts'
import { choosing } from './choose.ts'
import { inContext } from './contexts.ts'
import { draftFrom, placesOf } from './drafts.ts'
import type { Flaw } from './flaw.ts'
import { fieldsOf } from './invalid-fields.ts'
import { type FilterCode, meaningFlaws } from './meaning-flaws.ts'
import { NoSuchFieldError } from './no-such-field.ts'
import { logicSeed, spellingNumbers } from './seeds.ts'
import { spell } from './spelling.ts'
import { syntaxFlaws } from './syntax-flaws.ts'

/** Those of filters that can be read, so that there is a tree. */
export const readableCodes = Object.keys(meaningFlaws) as readonly FilterCode[]

const flaws: { readonly [C in FilterCode]: readonly Flaw[] } = { ...syntaxFlaws, ...meaningFlaws }

/** All codes with which a filter can be rejected. */
export const codes = Object.keys(flaws) as readonly FilterCode[]

export type InvalidOptions = Pick<Options, 'schema' | 'profile'>

/**
 * Texts that must be rejected, with that code as the first one: something wrong, alone or anywhere inside a filter that is
 * right. For the codes of limits these are the default limits.
 *
 * @throws RangeError when the schema has no field, or the profile no rule, with which that could happen
 * @example invalidFilterArbitrary('comparator-type') // status < READY, NOT (family = a OR satisfiesPzi > false), …
 */
export function invalidFilterArbitrary(code: FilterCode, options: InvalidOptions = {}): fc.Arbitrary<string> {
  if (code === 'multiple-fields' && (options.profile ?? documented).multipleFields === 'and')
    throw new NoSuchFieldError('the profile accepts regular expressions on multiple fields')
  const fields = fieldsOf(options)
  const places = placesOf(options)
  const right = fc
    .tuple(logicSeed, spellingNumbers)
    .map(([seed, numbers]) => spell(draftFrom(seed, places, []), choosing(numbers)))
  const texts: fc.Arbitrary<string>[] = []
  let missing: unknown
  for (const [context, text] of flaws[code]) {
    try {
      texts.push(inContext(text(fields), context, right))
    } catch (error) {
      if (!(error instanceof NoSuchFieldError)) throw error
      missing = error
    }
  }
  if (texts.length === 0) throw missing
  return fc.oneof(...texts)
}

/** Invalid texts of all the codes that can happen. */
export function invalidTexts(some: readonly FilterCode[], options: InvalidOptions): fc.Arbitrary<string> {
  return fc.oneof(
    ...some.filter((code) => canHappen(code, options)).map((code) => invalidFilterArbitrary(code, options)),
  )
}

/** A schema may have no field with which a code could come about. */
export function canHappen(code: FilterCode, options: InvalidOptions): boolean {
  try {
    invalidFilterArbitrary(code, options)
    return true
  } catch (error) {
    if (error instanceof NoSuchFieldError) return false
    throw error
  }
}
