import { isOrder, type MemberNode, type NameNode, type RestrictionNode, isRegexComparator } from '../../ast/index.ts'
import { adviseIf, type Help, proposal, propose, writeName, writeRestriction } from '../../diagnostics/index.ts'
import type { Missing, Path, Step } from '../../schema/index.ts'

type Index = Missing & { readonly reason: 'index' }

/** Help for an index where the restriction is not known: what the field allows instead. */
export function helpForIndex({ parent, name }: Index): string | undefined {
  const { field, repeated, text } = parent
  if (repeated) {
    return `${proposal(field.type === 'message' ? `${text}.FIELD:VALUE` : `${text}:VALUE`)} tests all elements`
  }
  const below = writeName(keyOf(name) ?? 'NAME')
  if (field.type === 'message') return `write the field after a dot: ${proposal(`${text}.${below}`)}`
  if (field.type === 'map') return `write the key after a dot: ${proposal(`${text}.${below}`)}`
  return undefined
}

/** The same for a whole restriction: `guestOsFeatures[0].type = GVNIC` is `guestOsFeatures.type:GVNIC`. */
export function helpForIndexed(
  missing: Index,
  restriction: RestrictionNode,
  member: MemberNode,
  source: string,
): Help | undefined {
  const { parent, name } = missing
  const { span } = restriction
  const { symbol } = restriction.comparator
  const value = source.slice(restriction.arg.span.start, restriction.arg.span.end)
  const rest = member.names.slice(member.names.indexOf(name) + 1).map(({ text }) => text)
  const below = keyOf(name)
  if (parent.repeated) {
    const isWhole = rest.length === 0
    // A message is not compared as a whole, and nothing else has something below it.
    const isCompared = isWhole !== (parent.field.type === 'message')
    if (!isCompared || isRegexComparator(symbol) || isOrder(symbol)) return undefined
    const isTied = isWhole && below !== undefined
    return propose({
      span,
      text: `${symbol === '!=' ? '-' : ''}${[parent.text, ...rest].join('.')}:${isTied ? below : value}`,
      source,
      lead: 'only gcloud can select elements by index: to test all elements, write',
      rest: isTied ? '; a filter cannot require that key and value are in the same element' : '',
      // An index of one element is lost.
      isPreferred: name.index === '[]' || name.index === '[*]',
    })
  }
  const last = parent.steps.at(-1)
  if (last?.from === 'map' && parent.field.type !== 'message') {
    const lead = 'if the brackets belong to the key, quote it:'
    return adviseIf(rest.length === 0, propose({ span: member.span, text: quoteKey(parent, last, name), lead }))
  }
  if (below === undefined || !hasOneIndex(name) || (parent.field.type !== 'map' && parent.field.type !== 'message'))
    return undefined
  const path = [parent.text, writeName(below), ...rest.map(writeName)].join('.')
  const lead = `write the ${parent.field.type === 'map' ? 'key' : 'field'} after a dot:`
  return propose({ span, text: writeRestriction(path, symbol, value), lead })
}

const brackets = /^\[(?:"([^"]*)"|'([^']*)'|([^\]]*))\]/

const hasOneIndex = ({ index = '' }: NameNode): boolean => index.replace(brackets, '') === ''

/** The name in the first brackets: `env` of `labels['env']`; undefined for a number or `*`. */
function keyOf({ index = '' }: NameNode): string | undefined {
  const [, double, single, bare] = brackets.exec(index) ?? []
  const key = double ?? single ?? bare ?? ''
  return /^\d*$|^\*$/.test(key) ? undefined : key
}

/** `labels."env[0]"` */
function quoteKey({ text }: Path, { name }: Step, { index = '' }: NameNode): string {
  const above = text.slice(0, text.length - writeName(name).length)
  return `${above}${JSON.stringify(name + index)}`
}
