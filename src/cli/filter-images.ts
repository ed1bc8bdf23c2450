import type { Matcher } from '../index.ts'
import { eachImage } from './each-image.ts'
import type { Format } from './format.ts'
import { createFormat, type FormatName } from './formats.ts'
import type { CommandContext } from './command-context.ts'
import { sortMatches } from './sort-matches.ts'

/** Prints the images that match, or their number. Resolves to whether any matches. */
export async function filterImages(matches: Matcher<unknown>, context: CommandContext): Promise<boolean> {
  const { request, stdout, stderr } = context
  const { invert, limit = Infinity, sort, count } = request
  const name = request.format ?? (stdout.isTerminal ? 'table' : 'ndjson')
  const format = count ? countOnly : chooseFormat(name, context)
  const sorting = sort === undefined ? undefined : sortMatches(sort, limit)
  let read = 0
  let matched = 0
  await eachImage(
    {
      take: (found) => {
        read += 1
        if (matches(found.resource) === invert) return ''
        matched += 1
        if (sorting === undefined) return format.add(found)
        sorting.add(found)
        return ''
      },
      isFull: () => sorting === undefined && matched >= limit,
      end: () => {
        if (count) return `${String(matched)}\n`
        const sorted = sorting?.sorted().map((found) => format.add(found)) ?? []
        return sorted.join('') + format.end()
      },
    },
    context,
  )
  if (name === 'table' && !count && matched === 0) {
    await stderr.write(`compute-filter: none of ${String(read)} images matches\n`)
  }
  return matched > 0
}

const countOnly: Format = { add: () => '', end: () => '' }

function chooseFormat(name: FormatName, { request, stdout, paint }: CommandContext): Format {
  const { isTerminal, columns } = stdout
  return createFormat(name, request.fields, { isTerminal, width: isTerminal ? columns : undefined, paint })
}
