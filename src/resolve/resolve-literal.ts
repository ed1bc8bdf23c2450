import { isFailure, type Patterns } from '../regex/index.ts'
import { isSingle, type Path } from '../schema/index.ts'
import { parseScalar, scalarTypes } from '../types/index.ts'
import type { ResolvedLiteral } from './resolution.ts'

/** What the literal after `eq` or `ne` means for a field: SEMANTICS.md section 4, its end. */
export function resolveLiteral(text: string, { field, repeated }: Path, patterns: Patterns): ResolvedLiteral {
  if (repeated || !isSingle(field)) return { kind: 'not atomic' }
  if (scalarTypes[field.type].patternText !== undefined) {
    const pattern = patterns.compile(text)
    return isFailure(pattern)
      ? { kind: 'rejected', rejection: pattern }
      : { kind: 'pattern', pattern, type: field.type }
  }
  const scalar = parseScalar(field.type, text)
  return scalar === undefined ? { kind: 'misfit' } : { kind: 'scalar', scalar }
}
