import { type Diagnostic, FilterError, type Profile, validate } from '../index.ts'
import type { Request } from './arguments.ts'
import { escapeJson, escapeText } from './escape.ts'
import type { Output } from './output.ts'
import type { Paint } from './paint.ts'
import { readFilters } from './read-filter.ts'

export interface CheckContext {
  readonly request: Request
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
  /** For standard error. */
  readonly paint: Paint
}

/** Reports whether one filter, or each of many, is valid. Resolves to whether all are. @throws UsageError */
export function checkFilters(context: CheckContext): Promise<boolean> {
  const { filter, filterFile } = context.request
  const isMany = filter === undefined || filter === '-'
  return isMany ? checkMany(filterFile ?? '-', context) : checkOne(filter, context)
}

async function checkOne(filter: string, { request, stdout, stderr, paint }: CheckContext): Promise<boolean> {
  const diagnostics = check(filter, request.profile)
  const isValid = diagnostics.length === 0
  if (request.format === 'json') await stdout.write(`${escapeJson(JSON.stringify(diagnostics))}\n`)
  else if (isValid) await stdout.write('the filter is valid\n')
  else await stderr.write(`${paint.diagnostic(String(new FilterError(filter, diagnostics)))}\n`)
  return isValid
}

async function checkMany(file: string, { request, stdin, stdout, stderr, paint }: CheckContext): Promise<boolean> {
  let count = 0
  let rejected = 0
  for await (const { name, number, text } of readFilters(file, stdin)) {
    const diagnostics = check(text, request.profile)
    count++
    if (diagnostics.length > 0) rejected++
    if (request.format === 'json') {
      await stdout.write(`${escapeJson(JSON.stringify({ line: number, filter: text, diagnostics }))}\n`)
    } else {
      const place = `${escapeText(name)}:${String(number)}: `
      await stderr.write(diagnostics.map((one) => `${place}${renderOne(text, one, paint)}\n`).join(''))
    }
  }
  if (request.format === 'json') return rejected === 0
  const filters = count === 1 ? '1 filter' : `${String(count)} filters`
  if (rejected > 0) await stderr.write(`${String(rejected)} of ${filters} rejected\n`)
  else await stdout.write(`${filters} valid\n`)
  return rejected === 0
}

const check = (filter: string, profile: Profile): readonly Diagnostic[] => validate(filter, { profile })

const renderOne = (filter: string, diagnostic: Diagnostic, paint: Paint): string =>
  paint.diagnostic(String(new FilterError(filter, [diagnostic])))
