import { type ProductionPart, type Productions, sequence } from './productions.ts'

/**
 * A grammar with only one dialect left: the ways through the excluded rules and tokens are gone, and so are rules
 * that then only name another, and those that nothing leads to.
 */
export function pruneProductions(productions: Productions, excluded: ReadonlySet<string>): Productions {
  const pruned = new Map<string, ProductionPart>()
  const gone = new Set(excluded)
  for (const [name, part] of productions) {
    const left = excluded.has(name) ? undefined : prune(part, excluded)
    if (left === undefined) gone.add(name)
    else pruned.set(name, left)
  }
  if (gone.size > excluded.size) return pruneProductions(pruned, gone)

  const inlined = new Map([...pruned].map(([name, part]) => [name, inline(part, pruned)]))
  const [first = ''] = inlined.keys()
  const reached = reach(first, inlined)
  return new Map([...inlined].filter(([name]) => reached.has(name)))
}

const nothing: ProductionPart = { kind: 'sequence', parts: [] }

/** What is left of a part; undefined when nothing can go through it. */
function prune(part: ProductionPart, excluded: ReadonlySet<string>): ProductionPart | undefined {
  switch (part.kind) {
    case 'rule':
      return excluded.has(part.name) ? undefined : part
    case 'token':
      return excluded.has(part.label) ? undefined : part
    case 'sequence': {
      const parts = part.parts.map((inner) => prune(inner, excluded))
      const left = parts.filter((inner) => inner !== undefined)
      return left.length < parts.length ? undefined : sequence(left.filter((inner) => inner !== nothing))
    }
    case 'choice': {
      const left = part.parts.flatMap((inner) => prune(inner, excluded) ?? [])
      const [only, ...others] = left
      return others.length === 0 ? only : { kind: 'choice', parts: left }
    }
    case 'optional':
    case 'many':
    case 'list': {
      const left = prune(part.part, excluded)
      return left === undefined ? nothing : { ...part, part: left }
    }
  }
}

/** A part in which a rule that only names another is that other. */
function inline(part: ProductionPart, productions: Productions): ProductionPart {
  switch (part.kind) {
    case 'rule': {
      const named = productions.get(part.name)
      return named?.kind === 'rule' ? inline(named, productions) : part
    }
    case 'token':
      return part
    case 'sequence':
    case 'choice':
      return { ...part, parts: part.parts.map((inner) => inline(inner, productions)) }
    case 'optional':
    case 'many':
    case 'list':
      return { ...part, part: inline(part.part, productions) }
  }
}

/** The rules that one leads to. */
function reach(name: string, productions: Productions, reached = new Set<string>()): ReadonlySet<string> {
  const part = productions.get(name)
  if (part === undefined || reached.has(name)) return reached
  reached.add(name)
  for (const rule of rulesOf(part)) reach(rule, productions, reached)
  return reached
}

function rulesOf(part: ProductionPart): readonly string[] {
  switch (part.kind) {
    case 'rule':
      return [part.name]
    case 'token':
      return []
    case 'sequence':
    case 'choice':
      return part.parts.flatMap(rulesOf)
    case 'optional':
    case 'many':
    case 'list':
      return rulesOf(part.part)
  }
}
