import { RE2JS } from 're2js'
import type { ClauseNode, ComparisonNode, LiteralNode, ValueNode } from '../../ast.ts'
import type { Profile, Schema } from '../../index.ts'
import { enter, find, fits, type Found, isObject } from './fields.ts'
import { compare, type Key, textOfTimestamp, types } from './types.ts'
import { matchesWildcard } from './wildcard.ts'

export interface Means {
  readonly schema: Schema
  readonly profile: Profile
}

const at = ({ comparable }: ComparisonNode | ClauseNode, resource: unknown, { schema }: Means): Found =>
  find(resource, schema, comparable.kind === 'member' ? comparable.names.map(({ text }) => text) : [])

/** A restriction of the AIP-160 dialect with one value. */
export function holds(restriction: ComparisonNode, value: ValueNode, resource: unknown, means: Means): boolean {
  const found = at(restriction, resource, means)
  const { symbol } = restriction.comparator
  if (symbol === ':') return has(found, value, means.profile)
  if (found.isRepeated) return hasEqual(found, value, means.profile) === (symbol === '=')
  // Section 6, rule 2.
  if (!found.isParentSet && means.profile.unsetParent === 'no-match') return false
  // There is at most one value now.
  const equals = isEqual(found, found.values[0], value, means.profile)
  const order = orderOf(found, found.values[0], value)
  // prettier-ignore
  switch (symbol) {
    case '=':  return equals
    case '!=': return !equals
    case '<':  return order !== undefined && order < 0
    case '<=': return order !== undefined && order <= 0
    case '>':  return order !== undefined && order > 0
    case '>=': return order !== undefined && order >= 0
  }
}

/** Section 8, `repeatedEquals: any`, without which the validator rejects this: some element equals. */
function hasEqual(found: Found, value: ValueNode, profile: Profile): boolean {
  const { field, values } = found
  if (field.type === 'map' || field.type === 'message') return false
  return values.some((each) => fits(each, field.type) && isEqual(found, each, value, profile))
}

/** Section 5. */
function has(found: Found, value: ValueNode, profile: Profile): boolean {
  const { field, values } = found
  if (isWildcard(value) && value.parts.every((part) => part === '')) return isPresent(found)
  if (field.type === 'map' || field.type === 'message') return isPresent(enter(found, textOf(value)))
  const contains =
    profile.hasOnString === 'contains' && field.type === 'string' && !field.repeated && !isWildcard(value)
  return values.some((each) => {
    if (contains) return typeof each === 'string' && each.includes(textOf(value))
    return fits(each, field.type) && isEqual(found, each, value, profile)
  })
}

function isPresent({ field, values, isEntry }: Found): boolean {
  return values.some((value) => {
    if (field.type === 'message') return isObject(value)
    if (field.type === 'map') return isObject(value) && Object.values(value).some((entry) => fits(entry, field.value))
    if (!fits(value, field.type)) return false
    // Keys and elements are there whatever they hold; a field has to differ from its default.
    return isEntry || !isDefault(types[field.type].read(value), types[field.type].default)
  })
}

/** An unset value is compared as the type's default; a wildcard never matches it (section 6, rule 3). */
function isEqual({ field }: Found, json: unknown, value: ValueNode, { enumCase }: Profile): boolean {
  if (field.type === 'map' || field.type === 'message') return false
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
function orderOf({ field }: Found, json: unknown, value: ValueNode): number | undefined {
  if (field.type === 'map' || field.type === 'message') return undefined
  const one = types[field.type].read(json)
  const other = types[field.type].parse(textOf(value))
  return one && other && compare(one, other)
}

/** A clause of the regular-expression dialect: `ne` is the complement of `eq` (section 6, rule 4). */
export function holdsClause(clause: ClauseNode, resource: unknown, means: Means): boolean {
  const equals = matches(at(clause, resource, means), clause.arg)
  return clause.comparator.symbol === 'eq' ? equals : !equals
}

function matches({ field, values }: Found, { text }: LiteralNode): boolean {
  const [json] = values
  switch (field.type) {
    case 'string':
    case 'enum':
    case 'timestamp': {
      const found = field.type === 'timestamp' ? textOfTimestamp(json) : json
      return typeof found === 'string' && RE2JS.compile(text).matches(found.toWellFormed())
    }
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double': {
      const { read, parse, default: unset } = types[field.type]
      return isDefault(parse(text), read(json) ?? unset)
    }
    case 'message':
    case 'map':
      return false
  }
}

const isDefault = (key: Key | undefined, unset: Key | undefined): boolean =>
  key !== undefined && unset !== undefined && compare(key, unset) === 0

const isWildcard = ({ parts }: ValueNode): boolean => parts.length > 1
const textOf = ({ parts }: ValueNode): string => parts.join('*')
