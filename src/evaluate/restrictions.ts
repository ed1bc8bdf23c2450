import type { AipComparator, RegexComparator, Value } from '../ast/index.ts'
import type { Profile } from '../profiles.ts'
import { isFailure, type Patterns } from '../regex/index.ts'
import type { Path } from '../schema/index.ts'
import { compileWildcard, scalars } from '../values/index.ts'
import { compare, compareEnum, type ValueTest } from './comparisons.ts'
import { isAnything, pathNamed, presenceAt } from './presence.ts'
import { readerOf, someValue, underUnset } from './reading.ts'

export type ResourceTest = (resource: unknown) => boolean

/** A restriction of the AIP-160 dialect with one value: SEMANTICS.md sections 4 to 6. */
export function compileComparison(path: Path, comparator: AipComparator, value: Value, profile: Profile): ResourceTest {
  if (comparator === ':' && isAnything(value)) return someValue(path, presenceAt(path))
  if (path.field.type === 'map' || path.field.type === 'message') {
    const named = pathNamed(path, value)
    return named === undefined ? () => false : someValue(named, presenceAt(named))
  }
  const test = compileValueTest(path, comparator, value, profile)
  if (path.repeated) return someValue(path, test)
  const read = readerOf(path)
  const whenUnderUnset = profile.unsetParent === 'default' && test(undefined)
  if (path.steps.at(-1)?.from !== 'map') {
    return (resource) => {
      const found = read(resource)
      return found === underUnset ? whenUnderUnset : test(found)
    }
  }
  const { read: fit } = scalars[path.field.type]
  return (resource) => {
    const found = fit(read(resource))
    return found === undefined ? whenUnderUnset : test(found)
  }
}

function compileValueTest(
  { field, steps }: Path,
  comparator: AipComparator,
  value: Value,
  profile: Profile,
): ValueTest {
  const text = value.parts.join('*')
  switch (field.type) {
    case 'string':
      if (value.parts.length > 1) return compileWildcardTest(comparator, value)
      if (comparator === ':' && profile.hasOnString === 'contains' && !steps.at(-1)?.repeated) {
        return (found) => typeof found === 'string' && found.includes(text)
      }
      return compare('string', comparator, text)
    case 'enum':
      return compareEnum(comparator, text, profile)
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double':
    case 'timestamp':
      return compare(field.type, comparator, text)
    case 'message':
    case 'map':
      return () => false
  }
}

/** A wildcard never matches what is unset; `!=` is the complement. */
function compileWildcardTest(comparator: AipComparator, { parts }: Value): ValueTest {
  const matches = compileWildcard(parts)
  return comparator === '!='
    ? (found) => !(typeof found === 'string' && matches(found))
    : (found) => typeof found === 'string' && matches(found)
}

export interface CompiledClause {
  readonly test: ResourceTest
  /** The longest text that the pattern is asked about. */
  readonly longestText?: number
}

/** A clause of the regular-expression dialect: SEMANTICS.md sections 4 and 6, rule 4. `ne` is the complement of `eq`. */
export function compileClause(
  path: Path,
  comparator: RegexComparator,
  literal: string,
  patterns: Patterns,
): CompiledClause {
  const { test: equals, ...rest } = compileEquals(path, literal, patterns)
  return { ...rest, test: comparator === 'eq' ? equals : (resource) => !equals(resource) }
}

function compileEquals(path: Path, literal: string, patterns: Patterns): CompiledClause {
  const { field } = path
  const read = readerOf(path)
  switch (field.type) {
    case 'string':
    case 'enum':
    case 'timestamp': {
      const pattern = patterns.compile(literal)
      if (isFailure(pattern)) return { test: () => false }
      return {
        longestText: pattern.longestText,
        test: (resource) => {
          const found = read(resource)
          return typeof found === 'string' && pattern.test(found)
        },
      }
    }
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double': {
      const equals = compare(field.type, '=', literal)
      return {
        test: (resource) => {
          const found = read(resource)
          return equals(found === underUnset ? undefined : found)
        },
      }
    }
    case 'message':
    case 'map':
      return { test: () => false }
  }
}
