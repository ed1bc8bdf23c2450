import { type Choose, plainly } from './choose.ts'
import type { Draft, Logic, Restriction, Value } from './draft.ts'
import { spellClauses } from './spell-clauses.ts'
import { blank, group, space } from './spell-space.ts'
import { isPlainValue, spellBare, spellName, spellQuoted } from './spell-words.ts'

/**
 * The text of a draft. What is chosen is white space, quotes, escapes, `NOT` or `-`, and parentheses where they change
 * nothing; parentheses that are needed are always there, and no others when `choose` is `plainly`.
 */
export function spell(draft: Draft, choose: Choose): string {
  return `${blank(choose)}${spellFilter(draft, choose)}${blank(choose)}`
}

function spellFilter(draft: Draft, choose: Choose): string {
  switch (draft.kind) {
    case 'empty':
      return ''
    case 'logic':
      return spellLogic(draft.logic, restrictions, choose)
    case 'clauses':
      return spellClauses(draft.clauses, choose)
  }
}

/** The leaves of the logic: restrictions of a filter, or values of a composite value. */
interface Leaves<L> {
  readonly spell: (leaf: L, choose: Choose) => string
  /** Whether `-` directly before that text negates it. */
  readonly canBeNegated: (text: string) => boolean
}

const restrictions: Leaves<Restriction> = { spell: spellRestriction, canBeNegated: () => true }

/** In a composite value `-1` is a number and `-prod` a negation. */
const values: Leaves<Value> = {
  spell: (value, choose) => spellValue(value, choose, true),
  canBeNegated: (text) => !/^[-\d]/.test(text),
}

type Level = Logic<unknown>['kind']

/** The operands of each operator that need no parentheses: OR binds tighter than AND and than juxtaposition. */
const parts: Readonly<Record<Exclude<Level, 'leaf'>, readonly Level[]>> = {
  AND: ['side by side', 'OR', 'NOT', 'leaf'],
  'side by side': ['OR', 'NOT', 'leaf'],
  OR: ['NOT', 'leaf'],
  NOT: ['leaf'],
}

function spellLogic<L>(node: Logic<L>, leaves: Leaves<L>, choose: Choose): string {
  const part = (each: Logic<L>, above: keyof typeof parts): string => {
    const text = spellLogic(each, leaves, choose)
    const needsGroup = !parts[above].includes(each.kind)
    return needsGroup || choose(false, false, false, true) ? group(text, choose) : text
  }
  switch (node.kind) {
    case 'AND':
    case 'OR':
    case 'side by side': {
      const operator = node.kind === 'side by side' ? '' : node.kind
      return node.parts.map((each) => part(each, node.kind)).reduce((a, b) => joinBy(operator, a, b, choose))
    }
    case 'NOT': {
      const text = part(node.part, 'NOT')
      const canBeMinus = text.startsWith('(') || leaves.canBeNegated(text)
      const not = `NOT${space(choose)}`
      return (canBeMinus ? choose(not, '-') : not) + text
    }
    case 'leaf':
      return leaves.spell(node.leaf, choose)
  }
}

/** Between parentheses no white space is needed. */
function joinBy(operator: 'AND' | 'OR' | '', left: string, right: string, choose: Choose): string {
  const behind = left.endsWith(')') ? choose(space(choose), '') : space(choose)
  if (operator === '') return left + (right.startsWith('(') ? behind : behind === '' ? ' ' : behind) + right
  const before = right.startsWith('(') ? choose(space(choose), '') : space(choose)
  return `${left}${behind}${operator}${before}${right}`
}

function spellRestriction({ names, comparator, value }: Restriction, choose: Choose): string {
  const field = names.map((name, index) => spellName(name, index === 0, choose)).join('.')
  const around = () => choose(' ', '', '  ', '\n')
  return `${field}${around()}${comparator}${around()}${spellArgument(value, choose)}`
}

/** A single value may be in parentheses; several have to be. */
function spellArgument(value: Logic<Value>, choose: Choose): string {
  if (value.kind !== 'leaf') return group(spellLogic(value, values, choose), choose)
  return choose(false, false, false, true)
    ? group(spellValue(value.leaf, choose, true), choose)
    : spellValue(value.leaf, choose, false)
}

/** Without quotes where that needs no escape; else in quotes, or at times with escapes alone. */
function spellValue(parts: Value, choose: Choose, isInside: boolean): string {
  const plain = spellBare(parts, plainly, isInside)
  if (plain !== undefined && isPlainValue(plain) && choose(true, false)) return plain
  return (choose(false, false, true) ? spellBare(parts, choose, isInside) : undefined) ?? spellQuoted(parts, choose)
}
