import fc from 'fast-check'
import {
  type AipComparator,
  type Filter,
  imageSchema,
  type Options,
  parse,
  type Schema,
  validate,
} from '../../index.ts'
import { re2jsEngine } from '../../re2js.ts'
import { choosing, type Clause, type Draft, plainly, type Restriction, type Value } from './draft.ts'
import { type Leaf, leavesOf, sortsOf, valuesAt } from './leaves.ts'
import { spell } from './spelling.ts'
import { literalFrom, literalsOf, neighboursOf } from './values.ts'

export interface FilterOptions extends Pick<Options, 'schema' | 'profile'> {
  /** Both, unless one is named. */
  readonly dialect?: 'AIP-160' | 'regular expressions' | undefined
  /** Resources whose own values the filter asks for, half of the time. */
  readonly near?: readonly unknown[] | undefined
}

/** Keys of maps that filters ask for; resources have the same. */
const keys = ['env', 'owner', 'a', 'a.b', 'goog-x']
const orders: readonly AipComparator[] = ['<', '<=', '>', '>=']
const patterns = [
  '.*',
  '.+',
  '',
  'a',
  'a.*',
  '.*1.*',
  '(a|b).*',
  '[a-z0-9-]+',
  '(?i)A.*',
  'debian-\\d+',
  '20.*',
  'READY|ACTIVE',
  'a|prod',
]

/** Filters that the schema and the profile accept, as trees. */
export const filterArbitrary = (options: FilterOptions = {}): fc.Arbitrary<Filter> =>
  draftArbitrary(options).map((draft) => parse(spell(draft, plainly)))

/** The same as text, in all the spellings that mean the same: white space, quotes, escapes, snake_case, parentheses. */
export const filterTextArbitrary = (options: FilterOptions = {}): fc.Arbitrary<string> =>
  fc
    .tuple(draftArbitrary(options), fc.array(fc.nat(5), { maxLength: 24 }))
    .map(([draft, choices]) => spell(draft, choosing(choices)))

function draftArbitrary({ schema = imageSchema, profile, dialect, near = [] }: FilterOptions): fc.Arbitrary<Draft> {
  const leaves = leavesOf(schema, keys)
  const accepted = (draft: Draft) => isAccepted(draft, schema, profile)
  const restriction = restrictionOf(leaves, near).filter(accepted)
  const clauses = clausesOf(leaves, near).filter(accepted)
  if (dialect === 'AIP-160') return logicOf(restriction)
  if (dialect === 'regular expressions') return clauses
  return fc.oneof({ weight: 4, arbitrary: logicOf(restriction) }, { weight: 1, arbitrary: clauses })
}

const isAccepted = (draft: Draft, schema: Schema, profile: Options['profile']): boolean =>
  validate(spell(draft, plainly), { schema, regexEngine: re2jsEngine, ...(profile && { profile }) }).length === 0

const logicOf = (restriction: fc.Arbitrary<Restriction>): fc.Arbitrary<Draft> =>
  fc.letrec<{ readonly draft: Draft }>((tie) => ({
    draft: fc.oneof(
      { depthSize: 'small', withCrossShrink: true, maxDepth: 3 },
      { weight: 3, arbitrary: restriction },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('NOT'), part: tie('draft') }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom('AND', 'OR', 'side by side'),
          parts: fc.array(tie('draft'), { minLength: 2, maxLength: 3 }),
        }),
      },
    ),
  })).draft

function restrictionOf(leaves: readonly Leaf[], near: readonly unknown[]): fc.Arbitrary<Restriction> {
  const filled = leaves.filter((leaf) => near.some((resource) => valuesAt(leaf, resource).length > 0))
  const places = filled.length === 0 ? [leaves] : [filled, filled, leaves]
  return fc
    .constantFrom(...places)
    .chain(oneLeafOf)
    .chain((leaf) =>
      fc
        .constantFrom(...comparatorsOf(leaf))
        .chain((comparator) =>
          fc
            .array(valueOf(leaf, comparator, near), { minLength: 1, maxLength: 2 })
            .map((values): Restriction => ({ kind: 'restriction', names: leaf.names, comparator, values })),
        ),
    )
}

/** Of some sort first, then one of that sort. Of text there is most to be wrong about. */
function oneLeafOf(leaves: readonly Leaf[]): fc.Arbitrary<Leaf> {
  const sorts = sortsOf(leaves)
  const texts = sorts.filter(([leaf]) => leaf?.field.type === 'string')
  return fc.constantFrom(...sorts, ...texts, ...texts).chain((sort) => fc.constantFrom(...sort))
}

function comparatorsOf({ field, isRepeated }: Leaf): readonly AipComparator[] {
  if (isRepeated || field.type === 'message' || field.type === 'map') return [':']
  return field.type === 'enum' || field.type === 'boolean' ? ['=', '!=', ':'] : ['=', '!=', ':', ...orders]
}

function valueOf(leaf: Leaf, comparator: AipComparator, near: readonly unknown[]): fc.Arbitrary<Value> {
  const { field } = leaf
  if (field.type === 'map')
    return fc.oneof(
      anything,
      fc.constantFrom(...keys).map((key) => [key]),
    )
  if (field.type === 'message')
    return fc.oneof(
      anything,
      fc.constantFrom(...Object.keys(field.fields)).map((name) => [name]),
    )
  const own = near.flatMap((resource) => valuesAt(leaf, resource)).flatMap((json) => literalFrom(json) ?? [])
  const beside = own.flatMap((text) => neighboursOf(field.type, text))
  const whole = textOf(literalsOf(field), own, beside).map((text): Value => [text])
  if (orders.includes(comparator)) return whole
  const wildcard = textOf(literalsOf(field), own, beside).chain(cut)
  const presence = comparator === ':' ? [{ weight: 1, arbitrary: anything }] : []
  return field.type === 'string'
    ? fc.oneof({ weight: 4, arbitrary: whole }, { weight: 1, arbitrary: wildcard }, ...presence)
    : fc.oneof({ weight: 4, arbitrary: whole }, ...presence)
}

/** `*` alone. */
const anything: fc.Arbitrary<Value> = fc.constant(['', ''])

/** One of the resources' own half of the time, else any other or one beside them. */
const textOf = (
  known: readonly string[],
  own: readonly string[],
  beside: readonly string[] = [],
): fc.Arbitrary<string> =>
  fc
    .constantFrom(...[own, own, known, beside].filter((some) => some.length > 0))
    .chain((some) => fc.constantFrom(...some))

/** A text with a wildcard in the place of a part of it. */
const cut = (text: string): fc.Arbitrary<Value> =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([one, other]): Value => [text.slice(0, Math.min(one, other)), text.slice(Math.max(one, other))])

/** One or two clauses on one field, which every profile accepts. */
function clausesOf(leaves: readonly Leaf[], near: readonly unknown[]): fc.Arbitrary<Draft> {
  const atomic = leaves.filter(
    ({ field, isRepeated }) => !isRepeated && field.type !== 'message' && field.type !== 'map',
  )
  return oneLeafOf(atomic).chain((leaf) => {
    const own = near.flatMap((resource) => valuesAt(leaf, resource)).flatMap((json) => literalFrom(json) ?? [])
    const isText = ['string', 'enum', 'timestamp'].includes(leaf.field.type)
    const literal = isText
      ? textOf(literalsOf(leaf.field), own).chain((text) =>
          fc.oneof(fc.constantFrom(...patterns), fc.constant(escapePattern(text)), alternatives(text)),
        )
      : textOf(literalsOf(leaf.field), own)
    const clause = fc
      .tuple(fc.constantFrom('eq' as const, 'ne' as const), literal)
      .map(([comparator, text]): Clause => ({ kind: 'clause', names: leaf.names, comparator, literal: text }))
    return fc.oneof(
      { weight: 3, arbitrary: clause },
      {
        weight: 1,
        arbitrary: fc
          .array(clause, { minLength: 2, maxLength: 2 })
          .map((parts): Draft => ({ kind: 'side by side', parts })),
      },
    )
  })
}

/** The beginning of a text, or the rest of it: each a match of a part, and of the whole text only if the other is empty. */
const alternatives = (text: string): fc.Arbitrary<string> =>
  fc.nat(text.length).map((at) => `${escapePattern(text.slice(0, at))}|${escapePattern(text.slice(at))}`)

/** A text as a pattern that matches it, and can stand between quotes. */
const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|"]/g, '\\$&')
