import type { Field, Profile } from '../../index.ts'
import { types } from '../oracle/types.ts'
import { pick } from './choose.ts'
import { type Leaf, valuesAt } from './leaves.ts'
import type { ValueSeed } from './seeds.ts'
import { literalsOf } from './values.ts'

/* What a filter writes for a value of a resource, and what it writes for the same value in other words. */

/** A value of a resource half of the time, else any other or one beside a resource's; in an order rather one beside. */
export function literalAt(
  { source, index, form }: Pick<ValueSeed, 'source' | 'index' | 'form'>,
  leaf: Leaf,
  profile: Profile,
  near: readonly unknown[],
  isOrder = false,
): string {
  const { field } = leaf
  const areLiterals = (texts: readonly string[]) => texts.filter((text) => isLiteral(field, text, profile))
  const own = areLiterals(
    near.flatMap((resource) => valuesAt(leaf, resource)).flatMap((json) => literalFrom(json) ?? []),
  )
  const beside = areLiterals(own.flatMap((text) => neighboursOf(field.type, text)))
  const some = pick([isOrder ? beside : own, literalsOf(field), own, beside], source)
  const text = pick(some.length > 0 ? some : literalsOf(field), index)
  return pick(areLiterals(formsOf(field.type, text, profile)), form)
}

/** The literal that a filter would write for a value of a resource; undefined where there is none. */
function literalFrom(json: unknown): string | undefined {
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? String(json) : undefined
}

/** Whether a filter may compare the field with that text. */
function isLiteral(field: Field, text: string, { enumCase }: Profile): boolean {
  switch (field.type) {
    case 'message':
    case 'map':
      return false
    case 'enum':
      return field.values.some(
        (value) => value === text || (enumCase === 'insensitive' && value.toLowerCase() === text.toLowerCase()),
      )
    case 'string':
      return text.isWellFormed() && text.length <= 100
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
    case 'timestamp':
      return types[field.type].parse(text) !== undefined
  }
}

/** Literals that mean the same; the given one first. */
function formsOf(type: Field['type'], literal: string, { enumCase }: Profile): readonly string[] {
  switch (type) {
    case 'boolean':
      return [literal, literal.toUpperCase(), literal.charAt(0).toUpperCase() + literal.slice(1)]
    case 'int64':
    case 'uint64':
    case 'integer':
      return [literal, literal.replace(/\d/, '00$&'), ...(literal.startsWith('-') ? [] : [`+${literal}`])].concat(
        literal === '0' ? ['-0'] : [],
      )
    case 'double':
      return [
        literal,
        ...(/^-?\d+$/.test(literal) ? [`${literal}.0`, `${literal}.`, `${literal}e0`, `${literal}E+0`] : []),
      ]
        .concat(/^\d/.test(literal) ? [`+${literal}`] : [])
        .concat(literal.includes('0.') ? [literal.replace('0.', '.')] : [])
    case 'timestamp':
      return [literal, ...otherTimestamps(literal)]
    case 'enum':
      return enumCase === 'insensitive' ? [literal, literal.toLowerCase()] : [literal]
    case 'string':
    case 'message':
    case 'map':
      return [literal]
  }
}

function otherTimestamps(literal: string): readonly string[] {
  const withFraction = literal.includes('.')
    ? literal.replace(/\.\d{1,8}(?!\d)/, '$&0')
    : literal.replace(/:\d\d(?=[zZ+-])(?=[^:]*(?::\d\d)?$)/, '$&.000')
  const others = [literal.toLowerCase(), withFraction, literal.replace(/z$/i, '-00:00')]
  const elsewhere = new Date(`${literal.slice(0, 19)}Z`)
  if (!/z$/i.test(literal) || Number.isNaN(elsewhere.getTime())) return others
  elsewhere.setUTCMinutes(elsewhere.getUTCMinutes() + 330)
  return [...others, `${elsewhere.toISOString().slice(0, 19)}${literal.slice(19, -1)}+05:30`]
}

/** Literals that differ from one by as little as they can. */
function neighboursOf(type: Field['type'], literal: string): readonly string[] {
  switch (type) {
    case 'string':
      return [
        literal.toUpperCase(),
        literal.toLowerCase(),
        Array.from(literal).slice(0, -1).join(''),
        `${literal}a`,
        // Above and below each other by UTF-16 and by code points.
        literal.replace('😀', '\uFF5E'),
        literal.replace('\uFF5E', '😀'),
      ].filter((text) => text !== literal)
    case 'int64':
    case 'uint64':
    case 'integer':
      return [String(BigInt(literal) + 1n), String(BigInt(literal) - 1n)]
    case 'double':
      return [String(Number(literal) + 0.5)]
    case 'timestamp':
      return [literal.replace(/(\.\d{8})\d/, '$15'), literal.replace(/:(\d)\d(?=[.zZ+-])/, ':$11')]
    case 'enum':
    case 'boolean':
    case 'message':
    case 'map':
      return []
  }
}
