import { FilterParser } from '../parser.ts'
import { drawGrammar } from './draw.ts'
import { pruneGrammar } from './prune.ts'

interface Dialect {
  readonly file: string
  readonly title: string
  /** What the other dialect has alone. */
  readonly excluded: readonly string[]
}

const dialects: readonly Dialect[] = [
  { file: 'aip-160.svg', title: 'The AIP-160 dialect', excluded: ['regexComparator'] },
  {
    file: 'regular-expressions.svg',
    title: 'The regular-expression dialect',
    excluded: ['AND', 'OR', 'NOT', '"-"', 'comparator', 'argLeaf', 'function'],
  },
]

/** The diagrams of both dialects, as they are committed: file name and content. */
export function drawDialects(): readonly (readonly [file: string, svg: string])[] {
  const rules = new FilterParser({ skipValidations: true }).getSerializedGastProductions()
  return dialects.map(({ file, title, excluded }) => [file, drawGrammar(pruneGrammar(rules, new Set(excluded)), title)])
}
