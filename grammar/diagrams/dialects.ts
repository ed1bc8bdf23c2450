import { FilterParser } from '../parser.ts'
import { readProductions } from './productions.ts'
import { drawProductions } from './draw.ts'
import { pruneProductions } from './prune.ts'

interface Dialect {
  readonly file: string
  readonly title: string
  /** The tokens that the other dialect has alone. */
  readonly excluded: readonly string[]
}

const dialects: readonly Dialect[] = [
  { file: 'aip-160.svg', title: 'The AIP-160 dialect', excluded: ['regexComparator'] },
  {
    file: 'regular-expressions.svg',
    title: 'The regular-expression dialect',
    excluded: ['AND', 'OR', 'NOT', '"-"', 'comparator', 'value', 'call', 'argCall'],
  },
]

/** The diagrams of both dialects, as they are committed: file name and content. */
export function drawDialects(): readonly (readonly [file: string, svg: string])[] {
  const productions = readProductions(new FilterParser({ skipValidations: true }).getSerializedGastProductions())
  return dialects.map(({ file, title, excluded }) => [
    file,
    drawProductions(pruneProductions(productions, new Set(excluded)), title),
  ])
}
