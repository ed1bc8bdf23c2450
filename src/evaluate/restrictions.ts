import { type AipComparator, isAnything, isOrder, type RegexComparator, textOf, type ValueNode } from '../ast/index.ts'
import type { Profile } from '../profiles.ts'
import type { Patterns } from '../regex/index.ts'
import type { EnumField, Path, ScalarField } from '../schema/index.ts'
import { compileWildcard, createSearch, scalars, timestampText } from '../values/index.ts'
import { compare, compareEnum } from './comparisons.ts'
import { pathNamed, presenceAt } from './presence.ts'
import { complement, type Question, type ValueTest } from './questions.ts'

/** A restriction of the AIP-160 dialect with one value: SEMANTICS.md sections 4 to 6. */
export function askComparison(path: Path, comparator: AipComparator, value: ValueNode, profile: Profile): Question {
  if (comparator === ':' && isAnything(value)) return askPresence(path)
  const { field } = path
  if (field.type === 'map' || field.type === 'message') {
    const named = pathNamed(path, value)
    return named === undefined ? { path, holds: () => false, underUnset: false } : askPresence(named)
  }
  if (path.repeated && (comparator === '=' || comparator === '!='))
    return askElements(path, field, comparator, value, profile)
  const holds = testValue(field, path, comparator, value, profile)
  const underUnset = profile.unsetParent === 'default' && holds(undefined)
  const question = { path, holds, underUnset, ...selectivity(field, path, comparator, value, profile) }
  if (path.repeated || path.steps.at(-1)?.from !== 'map') return question
  const { read } = scalars[field.type]
  return { ...question, holds: (found) => (read(found) === undefined ? underUnset : holds(found)) }
}

/** A field whose values have no parts. */
type Single = ScalarField | EnumField

/** `=` under `repeatedEquals: any`: some element equals, whatever `hasOnString` says. `!=` is the complement. */
function askElements(path: Path, field: Single, comparator: '=' | '!=', value: ValueNode, profile: Profile): Question {
  const holds = testValue(field, path, ':', value, { ...profile, hasOnString: 'equals' })
  return { path, holds, underUnset: false, ...(comparator === '!=' && { ofNone: true }) }
}

/** What an index can make use of. */
function selectivity(
  field: Single,
  { repeated }: Path,
  comparator: AipComparator,
  { parts }: ValueNode,
  profile: Profile,
) {
  if (repeated) return {}
  if (isOrder(comparator)) return { order: field.type }
  const isText = field.type === 'string' || (field.type === 'enum' && profile.enumCase === 'sensitive')
  const contains = comparator === ':' && profile.hasOnString === 'contains'
  const [only] = parts
  return isText && comparator !== '!=' && !contains && parts.length === 1 && only !== '' ? { equals: only } : {}
}

const askPresence = (path: Path): Question => ({ path, holds: presenceAt(path), underUnset: false })

function testValue(
  field: Single,
  { steps }: Path,
  comparator: AipComparator,
  value: ValueNode,
  profile: Profile,
): ValueTest {
  const text = textOf(value)
  switch (field.type) {
    case 'string':
      if (value.parts.length > 1) return testWildcard(comparator, value)
      if (comparator === ':' && profile.hasOnString === 'contains' && !steps.at(-1)?.repeated) {
        const find = createSearch(text)
        return (found) => typeof found === 'string' && find(found, 0) >= 0
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
  }
}

/** A wildcard never matches what is unset; `!=` is the complement. */
function testWildcard(comparator: AipComparator, { parts }: ValueNode): ValueTest {
  const matches = compileWildcard(parts)
  return comparator === '!=' ? (found) => !matches(found) : matches
}

export interface AskedClause {
  readonly question: Question
  /** The longest text that the pattern is asked about. */
  readonly longestText?: number
  /** False for a pattern of which a match may take milliseconds. */
  readonly isCheap: boolean
}

/** A clause of the regular-expression dialect: SEMANTICS.md sections 4 and 6, rule 4. `ne` is the complement of `eq`. */
export function askClause(path: Path, comparator: RegexComparator, literal: string, patterns: Patterns): AskedClause {
  const { question, ...rest } = askEquals(path, literal, patterns)
  return { ...rest, question: comparator === 'eq' ? question : complement(question) }
}

function askEquals(path: Path, literal: string, patterns: Patterns): AskedClause {
  const { field } = path
  switch (field.type) {
    case 'string':
    case 'enum':
    case 'timestamp': {
      const pattern = patterns.find(literal)
      if (pattern === undefined) return never(path)
      const { test, longestText, isCheap } = pattern
      const holds: ValueTest =
        field.type === 'timestamp'
          ? (found) => matchesTimestamp(found, test)
          : (found) => typeof found === 'string' && test(found)
      return { question: { path, holds, underUnset: false }, longestText, isCheap }
    }
    case 'boolean':
    case 'int64':
    case 'uint64':
    case 'integer':
    case 'double': {
      const holds = compare(field.type, '=', literal)
      return { question: { path, holds, underUnset: holds(undefined) }, isCheap: true }
    }
    case 'message':
    case 'map':
      return never(path)
  }
}

/** The text of a `Date`. */
function matchesTimestamp(found: unknown, test: (text: string) => boolean): boolean {
  const text = timestampText(found)
  return text !== undefined && test(text)
}

const never = (path: Path): AskedClause => ({
  question: { path, holds: () => false, underUnset: false },
  isCheap: true,
})
