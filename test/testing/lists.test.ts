import { describe, expect, it } from 'vitest'
import { compile, observed } from '../../src/index.ts'
import { createLister, createMemoryStore } from '../../src/list/index.ts'
import {
  DisagreementError,
  expectListsLike,
  type ListAnswer,
  type ListLawOptions,
  type ListQuery,
  type ListReply,
} from '../../src/testing/index.ts'
import type { Listing } from '../../src/testing/laws/listing.ts'
import { showNames } from '../../src/testing/laws/show-listing.ts'
import { strangeTokenFor } from '../../src/testing/laws/strange-tokens.ts'
import { unhurried } from './fault-seeds.ts'
import { resourceSchema as diskSchema } from './schemas.ts'

interface Resource {
  readonly name: string
  readonly creationTimestamp?: string
}

/** What a test may do otherwise than it should be done. */
interface Ways {
  readonly compareNames: (a: string, b: string) => number
  readonly sizeOf: (maxResults: number) => number
  readonly filtersAfterPaging: boolean
  readonly token: 'key' | 'offset' | 'key alone' | 'loose'
  readonly least: number
  readonly answer: (items: readonly Resource[], nextPageToken: string | undefined) => ListAnswer
  readonly orders: boolean
}

const compareCodePoints = (a: string, b: string): number => {
  const [x = [], y = []] = [a, b].map((text) => Array.from(text, (character) => character.codePointAt(0) ?? 0))
  return a === b ? 0 : isBefore(x, y) ? -1 : 1
}
const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((point, index) => point !== b[index])
  return at < 0 ? a.length < b.length : (a[at] ?? 0) < (b[at] ?? -1)
}

const right: Ways = {
  compareNames: compareCodePoints,
  sizeOf: (maxResults) => (maxResults === 0 ? 500 : Math.min(500, maxResults)),
  filtersAfterPaging: false,
  token: 'key',
  least: 0,
  answer: (items, nextPageToken) => ({
    ...(items.length > 0 && { items }),
    ...(nextPageToken !== undefined && { nextPageToken }),
  }),
  orders: true,
}

/** A list endpoint that is right except for the given faults. */
const createEndpoint =
  (given: Partial<Ways> = {}) =>
  (resources: readonly object[]) => {
    const ways = { ...right, ...given }
    let stored = resources as readonly Resource[]
    const list = ({ filter, maxResults, orderBy, pageToken }: ListQuery): ListAnswer => {
      if (maxResults < ways.least) throw new Error('maxResults')
      const newestFirst = ways.orders && orderBy === 'creationTimestamp desc'
      const order = (a: Resource, b: Resource) =>
        (newestFirst ? nanoseconds(b) - nanoseconds(a) : 0) || ways.compareNames(a.name, b.name)
      const matches = compile<object>(filter)
      const all = stored.filter((one) => ways.filtersAfterPaging || matches(one)).toSorted(order)
      const of = ways.token === 'key' || ways.token === 'loose' ? filter + String(orderBy) : ''
      const token =
        pageToken === undefined
          ? undefined
          : readToken(ways.token === 'loose' ? pageToken.replace(/~$/, '') : pageToken, of)
      const rest =
        token === undefined
          ? all
          : ways.token === 'offset'
            ? all.slice(Number(token))
            : all.filter((one) => order(one, JSON.parse(token) as Resource) > 0)
      const page = rest.slice(0, ways.sizeOf(maxResults))
      const [last] = page.slice(-1)
      const position = ways.token === 'offset' ? String(all.length - rest.length + page.length) : JSON.stringify(last)
      const next = rest.length > page.length ? JSON.stringify([position, of, sumOf(`${position}${of}`)]) : undefined
      return ways.answer(ways.filtersAfterPaging ? page.filter(matches) : page, next)
    }
    return {
      list,
      replace: (others: readonly object[]) => {
        stored = others as readonly Resource[]
      },
    }
  }

/** Whether a token has the form of one. */
function isRight(token: string): boolean {
  try {
    return Array.isArray(JSON.parse(token))
  } catch {
    return false
  }
}

function readToken(token: string, of: string): string {
  const [position, wanted, sum] = JSON.parse(token) as [string, string, number]
  if (wanted !== of || sum !== sumOf(position + of)) throw new Error('pageToken')
  return position
}

/** What tells a token from one with another character in it. */
const sumOf = (text: string): number =>
  Array.from(text, (character) => character.codePointAt(0) ?? 0).reduce((a, b) => a + b, 0)

/** Enough for the few instants that the law uses. */
function nanoseconds({ creationTimestamp = '' }: Resource): number {
  const [, second = '', fraction = '', zone = ''] = /^(.{19})(?:\.(\d+))?(.*)$/.exec(creationTimestamp) ?? []
  const leap = second.endsWith(':60')
  const milliseconds = Date.parse(`${leap ? second.replace(/60$/, '59') : second}${zone}`) + (leap ? 1000 : 0)
  return (milliseconds - Date.parse('2020-01-01T00:00:00Z')) * 1e6 + Number(fraction.padEnd(9, '0'))
}

const maybe = { runs: 150, withinMs: Infinity }

describe('strange tokens', () => {
  const query = { filter: 'a', maxResults: 1 }

  it.each<readonly [Listing['then'], string, string | undefined]>([
    ['nothing', 'abcd', undefined],
    ['changes', 'abcd', undefined],
    ['malformed token', 'abcd', 'abcd~'],
    ['token of another filter', 'abcd', 'abcd'],
    ['truncated token', 'abcd', 'ab'],
    ['truncated token', 'a', undefined],
    ['changed token', 'abcd', 'abAd'],
    ['changed token', 'abAd', 'abBd'],
    ['changed token', 'a', 'A'],
  ])('%s: of %s comes %s', (then, token, expected) => {
    expect(strangeTokenFor(then, query, token, {})?.query.pageToken).toBe(expected)
  })
})

describe('many names', () => {
  const names = Array.from({ length: 12 }, (_, index) => String(index))

  it.each<readonly [readonly string[], readonly string[], string]>([
    [['a'], names, '["a"]'],
    [names, names, '12 names'],
    [names.slice(0, 11), names, '11 names, the first of the others'],
    [names, names.slice(0, 11), '12 names, at 11 "11"'],
    [names.with(3, 'x'), names, '12 names, at 3 "x"'],
  ])('%j beside others are shown as they differ', (some, others, expected) => {
    expect(showNames(some, others)).toBe(expected)
  })
})

describe('expectListsLike', () => {
  it('accepts a correct endpoint', () => expectListsLike(createEndpoint(), maybe))

  it('accepts the lists of this library', async () => {
    const lister = createLister<object>()
    await expectListsLike((images) => (query) => lister(images, { project: 'p', ...query }), {
      ...maybe,
      wrongTypes: true,
    })
    await expectListsLike((images) => {
      const store = createMemoryStore(images)
      return (query) => lister(store, { project: 'p', ...query })
    }, maybe)
    const strict = createLister<object>({ profile: observed })
    const options = { ...maybe, profile: observed }
    await expectListsLike((images) => (query) => strict(images, { project: 'p', ...query }), options)
    const disks = createLister<object>({ schema: diskSchema })
    await expectListsLike((all) => (query) => disks(all, { project: 'p', ...query }), { ...maybe, schema: diskSchema })
  })

  it.each<readonly [string, Partial<Ways>, RegExp]>([
    ['filters after paging', { filtersAfterPaging: true }, /a page of \d that is not the last/],
    ['has pages of one item, whatever is asked for', { sizeOf: () => 1 }, /a page of 1 that is not the last/],
    ['ignores maxResults', { sizeOf: () => 500 }, /a page of \d/],
    ['takes 0 for none', { sizeOf: (size) => Math.min(500, size) }, /maxResults: 0\n/],
    ['does not know 0', { sizeOf: (size) => Math.max(1, Math.min(500, size)) }, /maxResults: 0\n/],
    ['does not clamp', { sizeOf: (size) => size || 500 }, /found: {4}a page of 50[123]/],
    ['has offsets for tokens', { token: 'offset' }, /then: changes\n/],
    [
      'does not look what a token belongs to',
      { token: 'key alone' },
      /a page token of another filter \("[^\n]*"\) is accepted/,
    ],
    ['ignores orderBy', { orders: false }, /orderBy: creationTimestamp desc\n/],
    ['has the order of UTF-16', { compareNames: (a, b) => (a === b ? 0 : a < b ? -1 : 1) }, /"😀"/],
    ['has the order of a dictionary', { compareNames: (a, b) => a.localeCompare(b) }, /resources: \[\{"name/],
    ['has empty items', { answer: (items, token) => ({ ...right.answer(items, token), items }) }, /empty `items`/],
    [
      'has empty tokens',
      { answer: (items, token = '') => ({ ...right.answer(items, token), nextPageToken: token }) },
      /empty `nextPageToken`/,
    ],
    [
      'accepts any maxResults',
      { least: -1, sizeOf: (size) => (size > 0 ? Math.min(500, size) : 500) },
      /maxResults: -1\nexpected: rejected\nfound: {4}\[\]\n/,
    ],
    ['reads what it can of a token', { token: 'loose' }, /a malformed page token \("[^\n]*~"\) is accepted/],
    ['leaves out the last', { answer: (items, token) => right.answer(items.slice(0, -1), token) }, /found: {4}\[\]/],
  ])('finds one that %s', async (_, ways, message) => {
    // A token that is an offset belongs to any filter.
    const found = expectListsLike(createEndpoint(ways), {
      ...unhurried,
      strangeTokens: ways.token !== 'offset',
    })
    await expect(found).rejects.toThrow(message)
  })

  it.each<readonly [string, (query: ListQuery) => ListAnswer | Promise<ListAnswer>, RegExp]>([
    ['never ends', () => ({ items: [{ name: 'a' }], nextPageToken: String(Math.random()) }), /more than \d+ pages|"a"/],
    ['never ends without items', () => ({ nextPageToken: String(Math.random()) }), /more than \d+ pages|a page of 0/],
    [
      'throws',
      () => {
        throw new Error('down')
      },
      /found: {4}throws Error: down/,
    ],
    ['does not answer', () => new Promise(() => undefined), /found: {4}does not answer within 50 ms/],
    ['rejects the empty filter', ({ filter }) => (filter === '' ? Promise.reject(new Error('no')) : {}), /\(empty\)/],
  ])('finds one that %s', async (_, list, message) => {
    const patient: ListLawOptions = { timeoutMs: 50, fullPages: false, seed: 1 }
    await expect(expectListsLike(() => list, patient)).rejects.toThrow(message)
  })

  it.each<readonly [string, Partial<Ways>]>([
    ['has offsets', { token: 'offset' }],
    ['leaves out the last item', { answer: (items, token) => right.answer(items.slice(0, -1), token) }],
    [
      'leaves out the last item of a page of 500',
      { answer: (items, token) => right.answer(items.length === 500 ? items.slice(1) : items, token) },
    ],
    ['has the order of a dictionary', { compareNames: (a, b) => a.localeCompare(b) }],
    ['does not clamp', { sizeOf: (size) => size || 500 }],
    ['ignores maxResults on the second page', { sizeOf: () => 500 }],
  ])('shows one that %s in few words', async (_, ways) => {
    for (const seed of [1, 2, 3, 4]) {
      const found = await expectListsLike(createEndpoint(ways), { ...unhurried, seed }).catch((error: unknown) => error)
      expect(found).toBeInstanceOf(DisagreementError)
      expect((found as DisagreementError).message.length, (found as DisagreementError).message).toBeLessThan(400)
    }
  })

  it('makes names and pages small', async () => {
    const wrong: Partial<Ways> = {
      answer: (items, token) => right.answer(token === undefined ? items : items.slice(1), token),
    }
    for (const seed of [1, 2, 3, 4]) {
      const found = await expectListsLike(createEndpoint(wrong), { ...unhurried, seed }).catch(
        (error: unknown) => error,
      )
      expect(String(found)).toMatch(
        /\nresources: \[\{"name":"[ab]"\},\{"name":"[ab]"\}\]\nmaxResults: 1\nexpected: \["a","b"\]\nfound: {4}a page of 0 that is not the last\n/,
      )
    }
  })

  it('shows many resources as the expression that creates them', async () => {
    const wrong: Partial<Ways> = {
      answer: (items, token) => right.answer(items.length > 400 ? items.slice(1) : items, token),
    }
    const options = { fullPages: false, ...unhurried }
    const found = await expectListsLike(createEndpoint(wrong), options).catch((error: unknown) => error)
    expect(String(found)).toMatch(
      /\nresources: Array\.from\(\{ length: 40\d \}, \(_, index\) => \(\{ name: `image-\$\{index\}` \}\)\)\nmaxResults: \d+\nexpected: 40\d names, at 0 "image-0"\nfound: {4}40\d names, at 0 "image-1"\n/,
    )
  })

  it.each<readonly [string, (token: string) => unknown, RegExp]>([
    [
      'breaks at half a token',
      (token) => JSON.parse(token) as unknown,
      /then: (?:truncated|changed) token\n.*\nfound: {4}(?:half a page token|a page token with another character in it) \(".*"\): crashes with TypeError/,
    ],
    [
      'answers a changed token with no page',
      () => null,
      /then: (?:truncated|changed) token\n.*\nfound: {4}(?:half|a page token with).* \(".*"\): the answer is null, not an object/,
    ],
  ])('finds one that %s', async (_, read, message) => {
    const wrong = (all: readonly object[]) => {
      const { list, replace } = createEndpoint()(all)
      return {
        replace,
        list: (query: ListQuery): ListReply => {
          try {
            return list(query)
          } catch (error) {
            // What a token is followed by is looked at, and no more.
            if (query.pageToken === undefined || query.pageToken.endsWith('~') || isRight(query.pageToken)) throw error
            try {
              return read(query.pageToken) as ListReply
            } catch {
              throw new TypeError('a token is not read')
            }
          }
        },
      }
    }
    await expect(expectListsLike(wrong, unhurried)).rejects.toThrow(message)
  })

  it('accepts answers over HTTP, and `rejected`', async () => {
    const over = (rejection: ListReply) => (all: readonly object[]) => {
      const { list, replace } = createEndpoint()(all)
      return {
        replace,
        list: (query: ListQuery): ListReply => {
          try {
            return { status: 200, body: list(query) }
          } catch {
            return rejection
          }
        },
      }
    }
    await expectListsLike(over({ status: 400, body: 'no' }), maybe)
    await expectListsLike(over({ rejected: true }), maybe)
    await expect(expectListsLike(over({ status: 500 }), unhurried)).rejects.toThrow(/found: {4}.*status 500\n/)
  })

  it('finds one that cannot be set up', async () => {
    const found = expectListsLike(() => Promise.reject(new Error('no port')), unhurried)
    await expect(found).rejects.toThrow('found:    the set-up throws Error: no port')
  })

  it.each<readonly [keyof ListLawOptions, Partial<Ways>]>([
    ['orderBy', { orders: false }],
    ['anyMaxResults', { sizeOf: (size) => size }],
    ['strangeTokens', { token: 'key alone' }],
    ['fullPages', { filtersAfterPaging: true, answer: (items, token = '') => ({ items, nextPageToken: token }) }],
    ['leftOut', { answer: (items, token = '') => ({ items, nextPageToken: token }) }],
  ])('accepts an endpoint without %s', async (option, ways) => {
    const without: ListLawOptions = { ...maybe, [option]: false, ...(option === 'fullPages' && { leftOut: false }) }
    await expectListsLike(createEndpoint(ways), without)
  })

  it('finds faults without the empty filter', async () => {
    const wrong = createEndpoint({ answer: (items, token) => right.answer(items.slice(0, -1), token) })
    const found = expectListsLike(wrong, { emptyFilter: false, strangeTokens: false, ...unhurried })
    await expect(found).rejects.toThrow(/^filter: {3}(?!\(empty\))/)
  })

  it('accepts an endpoint without the empty filter', () =>
    expectListsLike(
      (images) => {
        const { list } = createEndpoint()(images)
        return (query) => (query.filter.trim() === '' ? Promise.reject(new Error('empty')) : list(query))
      },
      { ...maybe, emptyFilter: false, strangeTokens: false },
    ))
})
