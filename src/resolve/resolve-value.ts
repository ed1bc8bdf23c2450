import { type AipComparator, isAnything, textOf, type ValueNode } from '../ast/index.ts'
import type { Profile } from '../profiles.ts'
import { type EnumField, enter, isSingle, type Path } from '../schema/index.ts'
import { parseScalar, scalarTypes } from '../types/index.ts'
import { equalsInAnyCase } from '../values/index.ts'
import type { ResolvedValue, ValueMeaning } from './resolution.ts'

/** What a value means for a field: SEMANTICS.md section 4, the column "literal", and section 5. */
export function resolveValue(
  node: ValueNode,
  comparator: AipComparator,
  path: Path,
  { profile }: { readonly profile: Profile },
): ResolvedValue {
  const text = textOf(node)
  const isAlone = isAnything(node) && (comparator === ':' || !isSingle(path.field))
  const found = isAlone ? meant({ kind: 'anything' }) : readValue(node, text, path, profile)
  return { node, text, ...found }
}

type Found = Pick<ResolvedValue, 'meaning' | 'problem'>

const meant = (meaning: ValueMeaning): Found => ({ meaning, problem: undefined })
const misfit: Found = { meaning: undefined, problem: { kind: 'misfit' } }

function readValue(node: ValueNode, text: string, path: Path, profile: Profile): Found {
  const { field } = path
  const isWildcard = node.parts.length > 1
  if (!isSingle(field)) return isWildcard ? misfit : enterPart(path, node, text)
  if (isWildcard) {
    const { takesWildcards } = scalarTypes[field.type]
    return takesWildcards ? meant({ kind: 'wildcard', type: field.type, parts: node.parts }) : misfit
  }
  if (field.type === 'enum' && !isEnumValue(text, field, profile)) return misfit
  const scalar = parseScalar(field.type, text)
  return scalar === undefined ? misfit : meant({ kind: 'scalar', scalar })
}

/** `labels:owner`, `deprecated:state` */
function enterPart(path: Path, { span }: ValueNode, text: string): Found {
  const lookup = enter(path, { kind: 'name', text, span })
  return 'path' in lookup
    ? meant({ kind: 'part', path: lookup.path })
    : { meaning: undefined, problem: { kind: 'missing part', missing: lookup.missing } }
}

function isEnumValue(text: string, { values }: EnumField, { enumCase }: Profile): boolean {
  if (enumCase === 'sensitive') return values.includes(text)
  return values.some((value) => equalsInAnyCase(value, text))
}
