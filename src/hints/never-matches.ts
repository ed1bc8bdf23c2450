import type { Span } from '../ast/index.ts'
import { type Help, propose, writeAlternatives } from '../diagnostics/index.ts'
import { conjunctionsIn, type Fact } from './conjunctions.ts'
import { exclude } from './exclude.ts'
import { type Hint, textAt } from './subject.ts'

/** The conditions on one field of one conjunction that are compared with each other. */
const maxCompared = 64

/** Reports `never-matches`: two restrictions on one field that have to hold together and cannot. */
export const neverMatches: Hint = ({ plan, source }, report) => {
  for (const facts of conjunctionsIn(plan)) {
    const byField = new Map<string, Fact[]>()
    for (const fact of facts) {
      const { path } = fact.condition
      const others = byField.get(path.text) ?? []
      byField.set(path.text, others)
      const first = others.find(({ condition }) => exclude(condition, fact.condition))
      if (first !== undefined) {
        const [one, other] = [placeOf(first), placeOf(fact)]
        const texts = { first: write(first, source), second: write(fact, source) }
        const help = helpForEqualities(first, fact, source)
        report('never-matches', other, { field: path.text, ...texts, help }, [
          { message: 'the other comparison', span: one },
        ])
      } else if (others.length < maxCompared) others.push(fact)
    }
  }
}

/** The restriction; the value where the restriction has several. */
const placeOf = ({ restriction, value }: Fact): Span =>
  restriction.arg.kind === 'composite' ? value.span : restriction.span

const write = (fact: Fact, source: string): string =>
  `${fact.isComplement ? 'NOT ' : ''}${textAt(source, placeOf(fact))}`

/** `status = READY AND status = FAILED` is probably `status = (READY OR FAILED)`. */
function helpForEqualities(first: Fact, second: Fact, source: string): Help | undefined {
  const [one, other] = [first.restriction, second.restriction]
  const { symbol } = one.comparator
  const between = source.slice(one.span.end, other.span.start)
  const isPlain = !first.isComplement && !second.isComplement
  const isPair = isPlain && one.arg.kind === 'value' && other.arg.kind === 'value' && other.comparator.symbol === symbol
  if (!isPair || !/^\s+(?:AND\s+)?$/.test(between)) return undefined
  const field = textAt(source, one.comparable.span)
  const values = [textAt(source, one.arg.span), textAt(source, other.arg.span)]
  return propose({
    span: { start: one.span.start, end: other.span.end },
    text: writeAlternatives(field, symbol, values),
    lead: 'to match either, write',
    isPreferred: false,
  })
}
