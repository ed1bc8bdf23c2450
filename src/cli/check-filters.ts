import { type Diagnostic, formatDiagnostics, validate } from '../index.ts'
import type { Request } from './arguments.ts'
import { joinLines } from './checked-filters.ts'
import { escapeJson, escapeText } from './escape.ts'
import { fixFilter } from './fix-filter.ts'
import type { Output } from './output.ts'
import type { Paint } from './paint.ts'
import { adviseResource } from './compile-for-kinds.ts'
import { images, type CommandSubject } from './subject.ts'
import { readFilters } from './read-filter.ts'

export interface CheckContext {
  readonly request: Request
  /** What `--resource` or `--schema` names; undefined: images. */
  readonly subject: CommandSubject | undefined
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
  /** For standard error. */
  readonly paint: Paint
}

/**
 * Reports whether each filter is valid. A valid one may get hints. With `--fix`, prints each filter with its preferred fixes
 * applied. Resolves to true if all are valid.
 *
 * @throws UsageError
 */
export function checkFilters(context: CheckContext): Promise<boolean> {
  const { filter, filterFile } = context.request
  const isMany = filter === undefined || filter === '-'
  return isMany ? checkMany(filterFile ?? '-', context) : checkOne(filter, context)
}

interface Checked {
  /** The filter, after its fixes where they are asked for. */
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  readonly isUnfinished: boolean
}

function check(filter: string, { request, subject = images }: CheckContext): Checked {
  const { profile } = request
  const { schema } = subject
  if (request.fix) return fixFilter(filter, { schema, profile })
  return { text: filter, diagnostics: validate(filter, { schema, profile, hints: true }), isUnfinished: false }
}

const unfinished = 'fixing took too long: run the command again with the printed filter to continue'

const isRejected = ({ diagnostics }: Checked): boolean => diagnostics.some(({ severity }) => severity === 'error')

async function checkOne(filter: string, context: CheckContext): Promise<boolean> {
  const { request, subject, stdout, stderr, paint } = context
  const checked = check(filter, context)
  const { text, diagnostics } = checked
  const isValid = !isRejected(checked)
  if (request.format === 'json') {
    await stdout.write(`${escapeJson(JSON.stringify(request.fix ? { filter: text, diagnostics } : diagnostics))}\n`)
    return isValid
  }
  if (request.fix) await stdout.write(`${text}\n`)
  else if (isValid) await stdout.write('the filter is valid\n')
  if (checked.isUnfinished) await stderr.write(`${unfinished}\n`)
  if (diagnostics.length > 0) await stderr.write(`${paint.diagnostic(formatDiagnostics(text, diagnostics))}\n`)
  if (isValid || subject !== undefined) return isValid
  const advice = adviseResource(text, request.profile, 'the filter was checked for images')
  if (advice !== undefined) await stderr.write(`compute-filter: ${advice}\n`)
  return isValid
}

async function checkMany(file: string, context: CheckContext): Promise<boolean> {
  const { request, stdin, stdout, stderr, paint } = context
  let count = 0
  let rejected = 0
  for await (const { name, number, text: given } of joinLines(readFilters(file, stdin))) {
    const checked = check(given, context)
    const { text, diagnostics } = checked
    count++
    if (isRejected(checked)) rejected++
    if (request.format === 'json') {
      await stdout.write(`${escapeJson(JSON.stringify({ line: number, filter: text, diagnostics }))}\n`)
    } else {
      if (request.fix) await stdout.write(`${text}\n`)
      const place = `${escapeText(name)}:${String(number)}: `
      const render = (one: Diagnostic): string => `${place}${paint.diagnostic(formatDiagnostics(text, [one]))}\n`
      await stderr.write((checked.isUnfinished ? `${place}${unfinished}\n` : '') + diagnostics.map(render).join(''))
    }
  }
  if (request.format === 'json') return rejected === 0
  const filters = count === 1 ? '1 filter' : `${String(count)} filters`
  if (rejected > 0)
    await stderr.write(`${String(rejected)} of ${filters} ${rejected === 1 ? 'was' : 'were'} rejected\n`)
  else if (!request.fix) await stdout.write(`${filters} ${count === 1 ? 'is' : 'are'} valid\n`)
  return rejected === 0
}
