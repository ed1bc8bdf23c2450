import type { AggregatedListRequest, ListRequest } from '../list/index.ts'
import { RequestError } from './request-error.ts'

/** The form of a response: Google's system parameters. */
export interface Presentation {
  /** The members to return, as `items(id,name),nextPageToken`; empty for all. */
  readonly fields: string
  readonly isPretty: boolean
}

/** The default form. */
export const plain: Presentation = { fields: '', isPretty: true }

/** In UTF-16 units. Also bounds nesting, since each level takes a character. */
const maxFieldsLength = 1000

/**
 * The parameters of a URL. `+` and `%20` are both spaces.
 *
 * @throws RequestError 400 for an invalid escape, and for one that is not UTF-8
 */
export function readParameters({ search, searchParams }: URL): URLSearchParams {
  for (const parameter of search.slice(1).split('&')) {
    if (decode(parameter) !== undefined) continue
    throw new RequestError(400, `Bad request: '${parameter.slice(0, 100)}' is not percent-encoded UTF-8.`)
  }
  return searchParams
}

/** Undefined for invalid percent-encoded UTF-8. The result is used, since bundlers remove a call for its error alone. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The list parameters of a query. @throws RequestError 400 */
export function readListRequest(query: URLSearchParams): Omit<ListRequest, 'project'> {
  return {
    filter: single(query, 'filter'),
    orderBy: single(query, 'orderBy'),
    maxResults: single(query, 'maxResults'),
    pageToken: single(query, 'pageToken'),
    returnPartialSuccess: single(query, 'returnPartialSuccess'),
  }
}

/**
 * The list parameters of a query for all scopes. `includesAll`: whether to show the scopes in which there can be none, too.
 * The list checks the value.
 *
 * @throws RequestError 400
 */
export function readAggregatedRequest(
  query: URLSearchParams,
): Omit<AggregatedListRequest, 'project' | 'field' | 'scopes'> & { readonly includesAll: boolean } {
  const includeAllScopes = single(query, 'includeAllScopes')
  return { ...readListRequest(query), includeAllScopes, includesAll: includeAllScopes?.toLowerCase() === 'true' }
}

/** @throws RequestError 400 */
export function readPresentation(query: URLSearchParams): Presentation {
  const alt = system(query, 'alt') ?? 'json'
  if (!/^json(?:;|$)/.test(alt)) throw invalid('alt', alt, 'Must be json.')
  const fields = system(query, 'fields') ?? ''
  if (fields.length > maxFieldsLength)
    throw invalid('fields', fields, `Must have at most ${String(maxFieldsLength)} characters.`)
  const pretty = system(query, 'prettyPrint') ?? 'true'
  const isPretty = pretty.toLowerCase()
  if (isPretty !== 'true' && isPretty !== 'false') throw invalid('prettyPrint', pretty, 'Must be true or false.')
  return { fields, isPretty: isPretty === 'true' }
}

/** A system parameter. Its name may start with a dollar sign. */
const system = (query: URLSearchParams, name: string): string | undefined => single(query, name, `$${name}`)

function single(query: URLSearchParams, ...names: readonly [string, ...string[]]): string | undefined {
  const [value, ...others] = names.flatMap((one) => query.getAll(one))
  if (others.length > 0) throw invalid(names[0], others[0] ?? '', 'Must not be repeated.')
  return value
}

const invalid = (name: string, value: string, advice: string): RequestError =>
  new RequestError(400, `Invalid value for field '${name}': '${value.slice(0, 100)}'. ${advice}`)
