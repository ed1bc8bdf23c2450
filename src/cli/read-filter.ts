import { access } from 'node:fs/promises'
import { isOperatorWord } from '../ast/index.ts'
import { nearest } from '../diagnostics/index.ts'
import { decodeText, splitLines } from '../input/index.ts'
import type { Request } from './arguments.ts'
import { UsageError } from './usage-error.ts'
import { type Input, openInput } from './input.ts'

/** In bytes, or UTF-16 units of a line: far longer than a valid filter. */
const maxFilterBytes = 2 ** 20

type Stdin = AsyncIterable<Uint8Array>

/** The text of the filter, from the arguments or a file. @throws UsageError */
export async function readFilter({ filter, filterFile }: Request, stdin: Stdin): Promise<string> {
  if (filter !== undefined) return filter
  const input = await openInput(filterFile, stdin)
  let text = ''
  for await (const piece of readText(input)) {
    text += piece
    if (text.length > maxFilterBytes) throw new UsageError(`${input.name}: too long for a filter`)
  }
  return text
}

/** A filter on a line of a file. */
export interface FilterLine {
  /** `filters.txt` */
  readonly name: string
  readonly number: number
  readonly text: string
}

/** The filters of a file, one per line, without blank lines. @throws UsageError */
export async function* readFilters(file: string, stdin: Stdin): AsyncGenerator<FilterLine> {
  const input = await openInput(file, stdin)
  const { name } = input
  const lines = splitLines(maxFilterBytes)
  function* take(found: ReturnType<typeof lines.push>): Generator<FilterLine> {
    for (const { number, text } of found) {
      if (text === undefined) throw new UsageError(`${name}:${String(number)}: too long for a filter`)
      const trimmed = text.trim()
      if (trimmed !== '') yield { name, number, text: trimmed }
    }
  }
  for await (const piece of readText(input)) yield* take(lines.push(piece))
  yield* take(lines.end())
}

/** @throws UsageError for invalid bytes, since replacing them could change the filter */
async function* readText({ name, chunks }: Input): AsyncGenerator<string> {
  const decoder = decodeText(false)
  const check = (piece: string): string => {
    if (decoder.isBroken()) throw new UsageError(`${name}: not valid UTF-8, nor UTF-16 with a byte order mark`)
    return piece
  }
  for await (const chunk of chunks) yield check(decoder.push(chunk))
  yield check(decoder.end())
}

/**
 * Advice for a rejected filter that is the name of a file, or nearly the name of a command; undefined for other filters.
 */
export async function adviseWord({ filter }: Request, commands: readonly string[]): Promise<string | undefined> {
  if (filter === undefined || !/^[\w./][\w./-]*$/.test(filter)) return undefined
  if (await exists(filter)) {
    return `\`${filter}\` is a file: the filter comes first, then the files; --filter-file reads a filter from a file`
  }
  const [command] = nearest(filter, commands)
  return command === undefined ? undefined : `did you mean the command: compute-filter ${command}`
}

/** Parts of an unquoted filter that appear among the files: comparators, operators, parentheses. */
const signOfFilter = /^[=<>!:~]+$|^\(|\)$|[\w"]\s*(?:[<>=~:]|!=)/
const isPartOfFilter = (text: string): boolean => isOperatorWord(text) || signOfFilter.test(text)

/** @throws UsageError for a filter that the shell has split at spaces, or that follows the files */
export async function refuseUnquoted({ filter, files }: Request): Promise<void> {
  if (filter === undefined || !files.some((file) => isPartOfFilter(file))) return
  const rest: string[] = []
  for (const file of files) {
    if (await exists(file)) break
    rest.push(file)
  }
  if (!rest.some((file) => isPartOfFilter(file))) return
  if (await exists(filter)) throw new UsageError('the filter comes first, then the files')
  const whole = [filter, ...rest].join(' ')
  const example = /['\n]/.test(whole) || whole.length > 100 ? '' : `: compute-filter '${whole}'`
  throw new UsageError(`no such file: \`${rest[0] ?? ''}\`; put the whole filter in quotes${example}`)
}

async function exists(file: string): Promise<boolean> {
  if (file === '-') return true
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}
