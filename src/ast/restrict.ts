import {
  type AipComparator,
  type ComparatorSymbol,
  isAipComparator,
  isRegexComparator,
  type RegexComparator,
} from './comparator.ts'
import { isNode } from './examine.ts'
import { readField, type FieldPath } from './field-path.ts'
import type { ValueOperand } from './join.ts'
import type { ArgNode, ClauseNode, ComparatorNode, ComparisonNode, LiteralNode, TwoOrMore, ValueNode } from './nodes.ts'
import { fitArg } from './parentheses.ts'
import { noSpan } from './span.ts'
import { checkOperands, describe } from './wrong-use.ts'

/* Builders of restrictions. What they return is frozen and has `noSpan`. */

/** A value as a program has it. A filter has one notation for all of them, and the type of the field decides. */
export type ScalarLiteral = string | number | bigint | boolean

const { freeze } = Object

/**
 * A value that is compared as it is: `*` is a star, and no escapes are read.
 *
 * @throws TypeError for anything but text, a finite number, a bigint or a boolean
 * @example restriction('name', '=', disjunction(value('a*'), value('b'))) // name = ("a\*" OR b)
 */
export const value = (scalar: ScalarLiteral): ValueNode =>
  freeze({ kind: 'value', parts: freeze([textOf('value', scalar)] as const), span: noSpan })

/**
 * A value with a wildcard between each two parts. The parts are compared as they are.
 *
 * @throws TypeError for anything but two or more texts
 * @example restriction('name', '=', wildcard('deb', '')) // name = deb*
 */
export function wildcard(...parts: TwoOrMore<string>): ValueNode {
  const given: readonly unknown[] = parts
  if (given.length < 2) throw new TypeError('`wildcard` needs at least two parts: `wildcard("deb", "")` is `deb*`')
  const wrong = given.findIndex((part) => typeof part !== 'string')
  if (wrong >= 0)
    throw new TypeError(`\`wildcard\` does not accept ${describe(given[wrong])} as part ${String(wrong + 1)}`)
  return freeze({ kind: 'value', parts: freeze<TwoOrMore<string>>([...parts]), span: noSpan })
}

/**
 * A restriction of a field. For a comparator of the AIP-160 dialect, text is a value without wildcards, as `value` builds it,
 * and logic over values becomes a composite value. For `eq` and `ne`, text is an RE2 pattern that matches the whole field.
 *
 * @throws TypeError for a wrong field, comparator or value
 * @example restriction('labels.env', '=', 'prod') // labels.env = prod
 * @example restriction(['labels', 'a.b'], ':', wildcard('', '')) // labels."a.b":*
 * @example restriction('name', 'eq', 'debian-.*') // name eq debian-.*
 */
export function restriction(
  field: FieldPath,
  comparator: AipComparator,
  value: ScalarLiteral | ValueOperand,
): ComparisonNode
export function restriction(
  field: FieldPath,
  comparator: RegexComparator,
  pattern: ScalarLiteral | LiteralNode,
): ClauseNode
export function restriction(field: FieldPath, symbol: ComparatorSymbol, given: unknown): ComparisonNode | ClauseNode {
  const comparable = readField(field)
  if (isRegexComparator(symbol)) {
    return freeze({
      kind: 'restriction',
      comparable,
      comparator: comparatorOf(symbol),
      arg: literalOf(symbol, given),
      span: noSpan,
    })
  }
  if (isAipComparator(symbol)) {
    return freeze({
      kind: 'restriction',
      comparable,
      comparator: comparatorOf(symbol),
      arg: argOf(symbol, given),
      span: noSpan,
    })
  }
  throw new TypeError(`\`restriction\` does not accept ${describe(symbol)} as a comparator`)
}

/**
 * That a field is set: `labels.env:*`.
 *
 * @throws TypeError for a wrong field
 */
export const presence = (field: FieldPath): ComparisonNode => restriction(field, ':', wildcard('', ''))

const comparatorOf = <C extends ComparatorSymbol>(symbol: C): ComparatorNode<C> =>
  freeze({ kind: 'comparator', symbol, span: noSpan })

function literalOf(symbol: RegexComparator, given: unknown): LiteralNode {
  if (isNode(given) && given.kind === 'literal') return given
  return freeze({ kind: 'literal', text: textOf(symbol, given), span: noSpan })
}

function argOf(symbol: AipComparator, given: unknown): ArgNode {
  if (!isNode(given)) return freeze({ kind: 'value', parts: freeze([textOf(symbol, given)] as const), span: noSpan })
  checkOperands(symbol, [given], ['value'])
  return fitArg(given as ValueOperand)
}

/** The text of a scalar. Large integers are written out, since only a double takes an exponent. */
function textOf(taker: string, given: unknown): string {
  switch (typeof given) {
    case 'string':
      return given
    case 'bigint':
    case 'boolean':
      return String(given)
    case 'number':
      if (Number.isFinite(given)) return Number.isInteger(given) ? String(BigInt(given)) : String(given)
      throw new TypeError(`\`${taker}\` does not accept the number ${String(given)}`)
    case 'object':
    case 'undefined':
    case 'function':
    case 'symbol':
      throw new TypeError(`\`${taker}\` does not accept ${describe(given)}`)
  }
}
