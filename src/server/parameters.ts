import type { ListRequest } from '../list/index.ts'
import { RequestError } from './request-error.ts'

/** How an answer is to look: Google's system parameters. */
export interface Presentation {
  /** The part of the answer that is wanted, as `items(id,name),nextPageToken`; empty for all. */
  readonly fields: string
  readonly isPretty: boolean
}

/** Unless the request says otherwise. */
export const plain: Presentation = { fields: '', isPretty: true }

/** In UTF-16 units. Deeper than this it cannot nest either. */
const longestFields = 1000

/** The list parameters of a query. `+` and `%20` both are spaces. @throws RequestError 400 */
export function readListRequest(query: URLSearchParams): Omit<ListRequest, 'project'> {
  return {
    filter: single(query, 'filter'),
    orderBy: single(query, 'orderBy'),
    maxResults: single(query, 'maxResults'),
    pageToken: single(query, 'pageToken'),
    returnPartialSuccess: single(query, 'returnPartialSuccess'),
  }
}

/** @throws RequestError 400 */
export function readPresentation(query: URLSearchParams): Presentation {
  for (const name of ['alt', '$alt']) {
    const alt = single(query, name) ?? 'json'
    if (!/^json(?:;|$)/.test(alt)) throw invalid(name, alt, 'Only json is answered.')
  }
  const fields = single(query, 'fields') ?? ''
  if (fields.length > longestFields) throw invalid('fields', `${fields.slice(0, 100)}…`, 'It is too long.')
  const pretty = single(query, 'prettyPrint') ?? 'true'
  if (pretty !== 'true' && pretty !== 'false') throw invalid('prettyPrint', pretty, 'Must be true or false.')
  return { fields, isPretty: pretty === 'true' }
}

function single(query: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = query.getAll(name)
  if (others.length > 0) throw invalid(name, others[0] ?? '', 'It is given more than once.')
  return value
}

const invalid = (name: string, value: string, advice: string): RequestError =>
  new RequestError(400, `Invalid value for field '${name}': '${value.slice(0, 100)}'. ${advice}`)
