import type { ISerializedGast } from 'chevrotain'

/** A parser's own grammar in EBNF, a production for each rule: `term = [ NOT | "-" ] simple`. */
export function printGrammar(productions: readonly ISerializedGast[]): string[] {
  return productions.map((rule) => `${nameOf(rule)} = ${printParts(rule.definition)}`)
}

/** The productions of an EBNF text, comments left out, white space made one. */
export function readProductions(source: string): string[] {
  const text = source.replace(/\(\*[^]*?\*\)/g, '')
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

function printPart(part: ISerializedGast, isAlone: boolean): string {
  switch (part.type) {
    case 'NonTerminal':
      return nameOf(part)
    case 'Terminal':
      return 'label' in part && typeof part.label === 'string' ? part.label : nameOf(part)
    case 'Alternative':
    case 'Rule':
      return printParts(part.definition)
    case 'Option':
      return `[ ${printParts(part.definition)} ]`
    case 'Repetition':
      return `{ ${printParts(part.definition)} }`
    case 'RepetitionWithSeparator': {
      const element = printParts(part.definition)
      const separator = 'separator' in part ? printPart(part.separator as ISerializedGast, true) : ''
      return `[ ${element} { ${separator} ${element} } ]`
    }
    case 'Alternation': {
      const alternatives = (part.definition ?? []).map((alternative) => printPart(alternative, true)).join(' | ')
      return isAlone ? alternatives : `( ${alternatives} )`
    }
    case 'RepetitionMandatory':
    case 'RepetitionMandatoryWithSeparator':
      throw new Error(`no rule of the grammar has a ${part.type}`)
  }
}

const printParts = (parts: readonly ISerializedGast[] = []): string =>
  parts.map((part) => printPart(part, parts.length === 1)).join(' ')

const nameOf = (part: ISerializedGast): string => ('name' in part && typeof part.name === 'string' ? part.name : '')
