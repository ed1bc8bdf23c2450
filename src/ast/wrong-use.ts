import { isNode } from './examine.ts'
import { mayBeAt, type NodePlace } from './places.ts'

/* Errors for arguments that the types of builders forbid. Only a node itself is checked here, not what is below it. */

/**
 * @param places where all operands may be; by default among restrictions or among values
 * @throws TypeError that names the operand
 */
export function checkOperands(
  builder: string,
  operands: readonly unknown[],
  places: readonly NodePlace[] = ['restriction', 'value'],
): void {
  let possible = places
  for (const [index, operand] of operands.entries()) {
    const left = isNode(operand) ? possible.filter((place) => mayBeAt(place, operand.kind)) : []
    if (left.length === 0) {
      const isOther = isNode(operand) && places.some((place) => mayBeAt(place, operand.kind))
      const among = isOther ? ` among ${String(possible[0])}s` : ''
      const position = operands.length === 1 ? '' : ` as operand ${String(index + 1)}`
      const advice = isNode(operand) && operand.kind === 'filter' ? '; pass its `expression`' : ''
      throw new TypeError(`\`${builder}\` does not accept ${describe(operand)}${among}${position}${advice}`)
    }
    possible = left
  }
}

/** Anything in a few words: the kind of a node, or the type. */
export function describe(value: unknown): string {
  if (isNode(value)) return `a ${value.kind}`
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object that is not a node' : `a ${typeof value}`
}
