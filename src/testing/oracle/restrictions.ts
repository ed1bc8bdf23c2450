import { RE2JS } from 're2js'
import type { AipComparator, ClauseNode, ComparisonNode, LiteralNode, RegexComparator, ValueNode } from '../../ast.ts'
import type { Profile, Schema } from '../../index.ts'
import { enter, find, fits, type FieldValues, isObject, isScalar, isValueOf, valueFieldOf } from './fields.ts'
import { compare, type ComparableValue, types } from './types.ts'
import { matchesWildcard } from './wildcard.ts'

export interface OracleContext {
  readonly schema: Schema
  readonly profile: Profile
}

const at = ({ comparable }: ComparisonNode | ClauseNode, resource: unknown, { schema }: OracleContext): FieldValues =>
  find(resource, schema, comparable.kind === 'member' ? comparable.names.map(({ text }) => text) : [])

/** A restriction of the AIP-160 dialect with one value. */
export function holds(restriction: ComparisonNode, value: ValueNode, resource: unknown, means: OracleContext): boolean {
  const found = at(restriction, resource, means)
  const { symbol } = restriction.comparator
  if (symbol === ':') return has(found, value, means.profile)
  if (found.isRepeated) return hasEqual(found, value, means.profile) === (symbol === '=')
  // Section 6, rule 2.
  if (!found.isParentSet && means.profile.unsetParent === 'no-match') return false
  // There is at most one value now.
  const equals = isEqual(found, found.values[0], value, means.profile)
  return comparisons[symbol](equals, orderOf(found, found.values[0], value))
}

/** What each comparator makes of equality, and of the place in the order: below, at or above the literal. */
// prettier-ignore
const comparisons: Readonly<Record<Exclude<AipComparator, ':'>, (equals: boolean, order: number | undefined) => boolean>> = {
  '=':  (equals) => equals,
  '!=': (equals) => !equals,
  '<':  (_, order) => order !== undefined && order < 0,
  '<=': (_, order) => order !== undefined && order <= 0,
  '>':  (_, order) => order !== undefined && order > 0,
  '>=': (_, order) => order !== undefined && order >= 0,
}

/** Section 8, `repeatedEquals: any`, without which the validator rejects this: some element equals. */
function hasEqual(found: FieldValues, value: ValueNode, profile: Profile): boolean {
  const { field, values } = found
  if (!isScalar(field)) return false
  return values.some((each) => fits(each, field.type) && isEqual(found, each, value, profile))
}

/** Section 5. */
function has(found: FieldValues, value: ValueNode, profile: Profile): boolean {
  const { field, values } = found
  if (isWildcard(value) && value.parts.every((part) => part === '')) return isPresent(found)
  if (!isScalar(field)) return isPresent(enter(found, textOf(value)))
  const contains =
    profile.hasOnString === 'contains' && field.type === 'string' && !field.repeated && !isWildcard(value)
  return values.some((each) => {
    if (contains) return typeof each === 'string' && each.includes(textOf(value))
    return fits(each, field.type) && isEqual(found, each, value, profile)
  })
}

function isPresent({ field, values, isEntry }: FieldValues): boolean {
  return values.some((value) => {
    if (field.type === 'message') return isObject(value)
    if (field.type === 'map') {
      return isObject(value) && Object.values(value).some((entry) => isValueOf(valueFieldOf(field), entry))
    }
    if (!fits(value, field.type)) return false
    // Keys and elements are there whatever they hold; a field has to differ from its default.
    return isEntry || !isDefault(types[field.type].read(value), types[field.type].default)
  })
}

/** An unset value is compared as the type's default; a wildcard never matches it (section 6, rule 3). */
function isEqual({ field }: FieldValues, json: unknown, value: ValueNode, { enumCase }: Profile): boolean {
  if (!isScalar(field)) return false
  if (isWildcard(value)) return typeof json === 'string' && matchesWildcard(value.parts, json)
  const { read, parse, default: unset } = types[field.type]
  const alike = (text: string) => (field.type === 'enum' && enumCase === 'insensitive' ? upperCased(text) : text)
  const one = read(typeof json === 'string' ? alike(json) : json) ?? unset
  const other = parse(alike(textOf(value)))
  return one !== undefined && other !== undefined && compare(one, other) === 0
}

/** Letters beyond ASCII have no other case: section 8, `enumCase`. */
const upperCased = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())

/** What is unset has no place in an order. */
function orderOf({ field }: FieldValues, json: unknown, value: ValueNode): number | undefined {
  if (!isScalar(field)) return undefined
  const one = types[field.type].read(json)
  const other = types[field.type].parse(textOf(value))
  return one && other && compare(one, other)
}

/** A clause of the regular-expression dialect: `ne` is the complement of `eq` (section 6, rule 4). */
export function holdsClause(clause: ClauseNode, resource: unknown, means: OracleContext): boolean {
  return verdicts[clause.comparator.symbol](matches(at(clause, resource, means), clause.arg))
}

const verdicts: Readonly<Record<RegexComparator, (isMatch: boolean) => boolean>> = {
  eq: (isMatch) => isMatch,
  ne: (isMatch) => !isMatch,
}

function matches({ field, values }: FieldValues, { text }: LiteralNode): boolean {
  const [json] = values
  if (!isScalar(field)) return false
  const { read, parse, default: unset, patternText } = types[field.type]
  if (patternText === undefined) return isDefault(parse(text), read(json) ?? unset)
  const found = patternText(json)
  return found !== undefined && RE2JS.compile(text).matches(found.toWellFormed())
}

const isDefault = (key: ComparableValue | undefined, unset: ComparableValue | undefined): boolean =>
  key !== undefined && unset !== undefined && compare(key, unset) === 0

const isWildcard = ({ parts }: ValueNode): boolean => parts.length > 1
const textOf = ({ parts }: ValueNode): string => parts.join('*')
