import type { ISerializedGast } from 'chevrotain'

/** A grammar of which only one dialect is left: the ways through the excluded symbols are gone. */
export function pruneGrammar(rules: readonly ISerializedGast[], excluded: ReadonlySet<string>): ISerializedGast[] {
  const pruned = rules.flatMap((rule) => prune(rule, excluded) ?? [])
  return reachable(pruned)
}

/** What is left of a part; undefined when nothing can go through it. */
function prune(part: ISerializedGast, excluded: ReadonlySet<string>): ISerializedGast | undefined {
  const children = part.definition?.map((child) => prune(child, excluded))
  switch (part.type) {
    case 'Terminal':
      return excluded.has(labelOf(part)) ? undefined : part
    case 'NonTerminal':
      return excluded.has(labelOf(part)) ? undefined : part
    case 'Alternation':
      return withChildren(part, children?.filter((child) => child !== undefined) ?? [], 1)
    case 'Option':
    case 'Repetition':
    case 'RepetitionWithSeparator':
      return children?.includes(undefined) === true
        ? { ...part, definition: [] }
        : withChildren(part, children ?? [], 0)
    case 'Rule':
    case 'Alternative':
    case 'RepetitionMandatory':
    case 'RepetitionMandatoryWithSeparator':
      return children?.includes(undefined) === true || excluded.has(labelOf(part))
        ? undefined
        : withChildren(part, children ?? [], 0)
  }
}

function withChildren(part: ISerializedGast, children: readonly (ISerializedGast | undefined)[], least: number) {
  const definition = children.filter((child) => child !== undefined)
  return definition.length < least ? undefined : { ...part, definition }
}

/** What a diagram shows for a symbol. */
export function labelOf(part: ISerializedGast): string {
  if ('label' in part && typeof part.label === 'string') return part.label
  return 'name' in part && typeof part.name === 'string' ? part.name : ''
}

/** The rules that the first one leads to. */
function reachable(rules: readonly ISerializedGast[]): ISerializedGast[] {
  const byName = new Map(rules.map((rule) => [labelOf(rule), rule]))
  const reached = new Set<ISerializedGast>()
  const visit = (part: ISerializedGast | undefined): void => {
    if (part === undefined || reached.has(part)) return
    if (part.type === 'Rule') reached.add(part)
    if (part.type === 'NonTerminal') visit(byName.get(labelOf(part)))
    for (const child of part.definition ?? []) visit(child)
  }
  visit(rules[0])
  return rules.filter((rule) => reached.has(rule))
}
