import type { ProductionPart, Productions } from '../../grammar/diagrams/productions.ts'

/** A parser's own grammar in EBNF, a production for each rule: `term = [ NOT | "-" ] simple`. */
export function printProductions(productions: Productions): string[] {
  return [...productions].map(([name, part]) => `${name} = ${printPart(part)}`)
}

/** The productions of an EBNF text, one in a line, comments left out, white space made one. */
export function readEbnf(source: string): string[] {
  return withoutComments(source)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

const withoutComments = (source: string): string => source.replace(/\(\*[^]*?\*\)/g, '')

function printPart(part: ProductionPart): string {
  switch (part.kind) {
    case 'rule':
      return part.name
    case 'token':
      return part.label
    case 'sequence':
      return part.parts
        .map((inner) => (inner.kind === 'choice' ? `( ${printPart(inner)} )` : printPart(inner)))
        .join(' ')
    case 'choice':
      return part.parts.map(printPart).join(' | ')
    case 'optional':
      return `[ ${printPart(part.part)} ]`
    case 'many':
      return `{ ${printPart(part.part)} }`
    case 'list':
      return `[ ${printPart(part.part)} { ${printPart(part.separator)} ${printPart(part.part)} } ]`
  }
}
