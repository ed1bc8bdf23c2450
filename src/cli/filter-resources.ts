import { eachResource } from './each-resource.ts'
import type { Format } from './format.ts'
import { createFormat, type FormatName } from './formats.ts'
import type { CommandContext } from './command-context.ts'
import type { KindFilter } from './compile-for-kinds.ts'
import { sortMatches } from './sort-matches.ts'
import { images, type CommandSubject } from './subject.ts'

/** Prints the resources that match, or their number. Resolves to whether any matches. */
export async function filterResources(filter: KindFilter, context: CommandContext): Promise<boolean> {
  const { request, selection, stdout, stderr } = context
  const { invert, limit = Infinity, sort, count } = request
  const name = request.format ?? (stdout.isTerminal ? 'table' : 'ndjson')
  const format = count ? countOnly : chooseFormat(name, context)
  const sorting = sort === undefined ? undefined : sortMatches(sort, limit)
  const subjects = new Set<CommandSubject>()
  let read = 0
  let matched = 0

  const meet = (subject: CommandSubject): void => {
    if (subjects.has(subject)) return
    subjects.add(subject)
    format.prepare(subject)
    sorting?.prepare(subject)
  }
  if (selection.named !== undefined) meet(selection.named)

  await eachResource(
    {
      take: (found, subject) => {
        read += 1
        const matches = filter.matcherFor(subject, found)
        meet(subject)
        if (matches(found.resource) === invert) return ''
        matched += 1
        if (sorting === undefined) return format.add(found, subject)
        sorting.add(found, subject)
        return ''
      },
      isFull: () => sorting === undefined && matched >= limit,
      end: () => {
        filter.checkEmpty()
        if (count) return `${String(matched)}\n`
        const sorted = sorting?.sorted().map(({ match, subject }) => format.add(match, subject)) ?? []
        const [first = images] = subjects
        return sorted.join('') + format.end(first)
      },
    },
    context,
  )
  if (name === 'table' && !count && matched === 0) {
    const [only, other] = subjects
    const several = only === undefined || other !== undefined ? 'resources' : only.several
    await stderr.write(`compute-filter: none of ${String(read)} ${several} matches\n`)
  }
  return matched > 0
}

const countOnly: Format = { prepare: () => undefined, add: () => '', end: () => '' }

function chooseFormat(name: FormatName, { request, stdout, paint }: CommandContext): Format {
  const { isTerminal, columns } = stdout
  return createFormat(name, request.fields, { isTerminal, width: isTerminal ? columns : undefined, paint })
}
