import { type AnswerShape, elementsOf, problemOf } from './answer-shape.ts'
import { ask, type Said } from './ask.ts'
import { showJson } from './disagreement.ts'
import type { List, ListAnswer, ListQuery, Served } from './endpoint.ts'
import type { ListedResource, Listing, ListLawOptions } from './listing.ts'
import { compareAs } from './order.ts'
import { labelOf, type Placement, placeIn } from './placement.ts'
import { strangeTokenFor } from './strange-tokens.ts'
import { failureOf, type Verdict, verdictOf } from './verdict.ts'

export type Pages =
  | { readonly kind: 'names'; readonly names: readonly unknown[] }
  | { readonly kind: 'rejected'; readonly words: string }
  | { readonly kind: 'problem'; readonly words: string; readonly isSlow: boolean }

type Problem = Extract<Pages, { readonly kind: 'problem' }>

export const problem = (words: string, isSlow = false): Problem => ({ kind: 'problem', words, isSlow })

/** What is expected of a list. */
export interface Expected {
  /** The labels in the order of the list, or `rejected`. */
  readonly labels: readonly unknown[] | 'rejected'
  /** The place of a label in the order; labels of different scopes may share one. */
  readonly rankOf: (label: unknown) => number
  readonly placement: Placement | undefined
}

/** The labels on all pages, or the problem with one of them. Those of a page of several scopes are in the order of the list. */
export async function readPages(
  served: Served,
  listing: Listing,
  { labels, rankOf, placement }: Expected,
  options: ListLawOptions,
): Promise<Pages> {
  const { filter, maxResults, orderBy, then, resources } = listing
  const list = typeof served === 'function' ? served : served.list
  const query: ListQuery = { filter, maxResults, ...(orderBy !== undefined && { orderBy }), ...pathOf(placement) }
  const shape: AnswerShape = { size: maxResults <= 0 ? 500 : Math.min(500, maxResults), options, placement }
  // A full page has at least one item, which bounds the number of pages. Without full pages, there may be an empty page
  // for each item that does not match.
  const most = labels === 'rejected' ? 1 : options.fullPages === false ? resources.length + 1 : labels.length
  const names: unknown[] = []
  let pageToken: string | undefined
  for (let page = 1; ; page++) {
    const verdict = await askFor({ ...query, ...(pageToken !== undefined && { pageToken }) }, list, options)
    if (verdict.kind === 'rejected') return verdict
    if (verdict.kind === 'fault') return problem(verdict.words, verdict.isSlow)
    const wrong = problemOf(verdict.answer, shape)
    if (wrong !== undefined) return problem(wrong)
    // The form has been checked above.
    const { nextPageToken = '' } = verdict.answer as ListAnswer
    const found = elementsOf(verdict.answer, shape).map((one) => labelOf(one, placement))
    if (placement !== undefined && placement.own === undefined) {
      const twice = found.find((label, index) => names.includes(label) || found.indexOf(label) !== index)
      if (twice !== undefined) return problem(`${showJson(twice)} is listed twice`)
      found.sort((a, b) => rankOf(a) - rankOf(b))
    }
    names.push(...found)
    if (nextPageToken === '') return { kind: 'names', names: tiesByLabel(names, rankOf) }
    if (page > most) return problem(`more than ${String(most)} pages`)
    if (page === 1) {
      const strange = await tryStrangeToken(list, query, then, nextPageToken, shape)
      if (strange !== undefined) return strange
      if (then === 'changes' && typeof served !== 'function') {
        const said = await replaceSome(served, listing, names, shape)
        if (!('value' in said)) return problem(`\`replace\` ${failureOf(said).words}`, 'silentForMs' in said)
      }
    }
    pageToken = nextPageToken
  }
}

/**
 * Labels of one rank in the order of their text, which is as good as any other; the same labels if the ranks are not in order.
 */
export function tiesByLabel(labels: readonly unknown[], rankOf: Expected['rankOf']): readonly unknown[] {
  const ranks = labels.map(rankOf)
  if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? rank))) return labels
  return labels.toSorted((a, b) => rankOf(a) - rankOf(b) || compareAs('string', a, b))
}

const pathOf = (placement: Placement | undefined) => placement && { path: placement.path }

const askFor = async (query: ListQuery, list: List, { timeoutMs }: ListLawOptions): Promise<Verdict> =>
  verdictOf(await ask(list, [query], timeoutMs))

/** The problem with the answer for a strange token. */
async function tryStrangeToken(
  list: List,
  query: ListQuery,
  then: Listing['then'],
  token: string,
  shape: AnswerShape,
): Promise<Problem | undefined> {
  const strange = strangeTokenFor(then, query, token, shape.options, shape.placement)
  if (strange === undefined) return undefined
  const { words, isRejected } = strange
  const verdict = await askFor(strange.query, list, shape.options)
  const shown = `${words} (${showJson(strange.query.pageToken)})`
  switch (verdict.kind) {
    case 'rejected':
      return undefined
    case 'fault':
      return problem(`${shown}: ${verdict.words}`, verdict.isSlow)
    case 'accepted': {
      if (isRejected) return problem(`${shown} is accepted`)
      const wrong = problemOf(verdict.answer, shape)
      return wrong === undefined ? undefined : problem(`${shown}: ${wrong}`)
    }
  }
}

/** Removes the listed resources and inserts one before them, so that the rest of the list is unchanged. */
async function replaceSome(
  { replace }: Exclude<Served, List>,
  { resources, orderBy }: Listing,
  listed: readonly unknown[],
  { placement, options }: AnswerShape,
): Promise<Said<unknown>> {
  const isIn = (labels: readonly unknown[]) => (one: ListedResource) => labels.includes(labelOf(one, placement))
  const rest = resources.filter((one) => !isIn(listed)(one))
  const time = '2030-01-01T00:00:00Z'
  const first = orderBy === 'creationTimestamp desc' ? { name: '!', creationTimestamp: time } : { name: '!' }
  const [scope] = placement?.scopes ?? []
  const placed = scope === undefined ? first : placeIn(first, scope)
  const others = structuredClone([...rest, placed, ...resources.filter(isIn(listed.slice(1)))])
  return ask(replace, [others], options.timeoutMs)
}
