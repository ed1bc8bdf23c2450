import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, type Image } from '../../src/index.ts'
import { listImages, type ListRequest } from '../../src/list/index.ts'
import { createLister, ListError } from '../../src/list/index.ts'
import { collectGarbage } from '../garbage.ts'

const project = 'p'

/** All pages, one after the other; between them, what the caller does. */
async function pagesOf(
  images: () => Iterable<Image> | AsyncIterable<Image>,
  request: Omit<ListRequest, 'project'>,
  between: () => void = () => undefined,
): Promise<readonly (readonly Image[])[]> {
  const pages: (readonly Image[])[] = []
  let pageToken: string | undefined
  do {
    const page = await listImages(images(), { project, ...request, pageToken })
    pages.push(page.items ?? [])
    pageToken = page.nextPageToken
    between()
  } while (pageToken !== undefined)
  return pages
}

/** Names with characters whose order as UTF-16 differs from their order as code points. */
const name = fc.string({ unit: fc.constantFrom('a', 'b', '-', '\u{1F600}', '\uFFFD'), minLength: 1, maxLength: 4 })
const image: fc.Arbitrary<Image> = fc.record(
  {
    name,
    creationTimestamp: fc.constantFrom(
      '2020-01-01T00:00:00Z',
      '2020-01-01T01:00:00+01:00',
      '2019-12-31T16:00:00.000-08:00',
      '2020-01-01T00:00:00.000000001Z',
      '2020-01-01T08:00:00.001+08:00',
      '2021-01-01T00:00:00Z',
      'never',
    ),
    family: fc.constantFrom('x', 'y'),
  },
  { requiredKeys: ['name'] },
)
const images = fc.uniqueArray(image, { selector: ({ name }) => name, maxLength: 30 })
const request = fc.record({
  filter: fc.constantFrom('', 'family = x', 'name eq .*a.*'),
  orderBy: fc.constantFrom('', 'name', 'creationTimestamp desc'),
  maxResults: fc.integer({ min: 1, max: 7 }),
})

const points = (text: string | null = '') => Array.from(text ?? '', (character) => character.codePointAt(0) ?? 0)
const byCodePoints = (a: Image, b: Image): number => {
  const [x, y] = [points(a.name), points(b.name)]
  const at = x.findIndex((point, index) => point !== y[index])
  return at < 0 ? x.length - y.length : (x[at] ?? -1) - (y[at] ?? -1)
}
const instants: Readonly<Record<string, number>> = {
  '2020-01-01T00:00:00Z': 1,
  '2020-01-01T01:00:00+01:00': 1,
  '2019-12-31T16:00:00.000-08:00': 1,
  '2020-01-01T00:00:00.000000001Z': 2,
  '2020-01-01T08:00:00.001+08:00': 3,
  '2021-01-01T00:00:00Z': 4,
}
const instantOf = ({ creationTimestamp }: Image): number => instants[String(creationTimestamp ?? '')] ?? 0
const newestFirst = (a: Image, b: Image): number => instantOf(b) - instantOf(a) || byCodePoints(a, b)

/** The same, in the plainest way. */
const expectedOf = (from: readonly Image[], { filter, orderBy }: { filter: string; orderBy: string }) =>
  from.filter(compile(filter)).toSorted(orderBy.startsWith('creation') ? newestFirst : byCodePoints)

async function* slowly<T>(list: Iterable<T>): AsyncIterable<T> {
  for (const one of list) yield Promise.resolve(one)
}

describe('pages', () => {
  it('together equal a filter and a sort', async () => {
    await fc.assert(
      fc.asyncProperty(images, request, fc.boolean(), async (some, query, isAsync) => {
        const pages = await pagesOf(() => (isAsync ? slowly(some) : some), query)
        expect(pages.flat()).toEqual(expectedOf(some, query))
        for (const page of pages.slice(0, -1)) expect(page).toHaveLength(query.maxResults)
      }),
      { numRuns: 300 },
    )
  })

  it('neither miss nor repeat items that exist throughout', async () => {
    await fc.assert(
      fc.asyncProperty(
        images,
        request,
        fc.infiniteStream<[number, Image]>(fc.tuple(fc.nat(), image)),
        async (some, query, changes) => {
          let current = some
          const [gone, come] = [new Set<unknown>(), new Set<unknown>()]
          const between = () => {
            const [at, added] = changes.next().value as [number, Image]
            const removed = current[at % (current.length + 1)]
            if (removed !== undefined) gone.add(removed.name)
            current = current.filter((one) => one !== removed)
            if (current.some((one) => one.name === added.name)) return
            come.add(added.name)
            current = [...current, added]
          }
          const found = (await pagesOf(() => current, query, between)).flat()
          const stayed = ({ name: one }: Image) => !gone.has(one) && !come.has(one)
          expect(found.filter(stayed)).toEqual(expectedOf(some, query).filter(stayed))
          const keys = found.filter((one) => !come.has(one.name)).map((one) => one.name)
          expect(new Set(keys).size).toBe(keys.length)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('keep only the resources of one page', async () => {
    const made: WeakRef<Image>[] = []
    let kept = Infinity
    async function* many(): AsyncIterable<Image> {
      for (let at = 0; at < 5000; at++) {
        const one = { name: String((at * 3) % 5000).padStart(6, '0') }
        made.push(new WeakRef(one))
        yield one
      }
      await collectGarbage()
      kept = made.filter((one) => one.deref() !== undefined).length
    }
    const { items } = await listImages(many(), { project, maxResults: 10 })
    expect(items?.map((one) => one.name)).toEqual(Array.from({ length: 10 }, (_, at) => String(at).padStart(6, '0')))
    // Those of the page, the one that tells that there is another page, and what the runtime still holds in its hands.
    expect(kept).toBeLessThan(20)
  })
})

describe('page tokens', () => {
  const some: readonly Image[] = ['a', 'b', 'c', 'd'].map((one) => ({ name: one }))
  const first = async (request: Partial<ListRequest> = {}) =>
    (await listImages(some, { project, maxResults: 1, ...request })).nextPageToken ?? ''

  it.each<readonly [what: string, request: Partial<ListRequest>]>([
    ['another project', { project: 'q' }],
    ['another filter', { filter: 'name:*' }],
    ['another order', { orderBy: 'creationTimestamp desc' }],
  ])('of %s are rejected', async (_, other) => {
    const pageToken = await first()
    await expect(listImages(some, { project, ...other, pageToken })).rejects.toThrow(ListError)
    await expect(listImages(some, { project, pageToken: await first(other) })).rejects.toThrow(ListError)
  })

  it('stay valid for a larger page', async () => {
    const { items } = await listImages(some, { project, maxResults: 2, pageToken: await first() })
    expect(items?.map((one) => one.name)).toEqual(['b', 'c'])
  })

  it('are rejected when any character is changed', async () => {
    const pageToken = await first()
    for (let at = 0; at < pageToken.length; at++) {
      const changed = `${pageToken.slice(0, at)}${pageToken[at] === 'A' ? 'B' : 'A'}${pageToken.slice(at + 1)}`
      await expect(listImages(some, { project, pageToken: changed })).rejects.toThrow(ListError)
    }
  })

  it.each([
    'nonsense',
    'null',
    '{}',
    '[]',
    '["a"]',
    '["a",1]',
    '["a",""]',
    '["a","","",""]',
    '[{"a":1},""]',
    '"',
    '[1e400,1]',
  ])('are rejected when they are sealed with the content %s', async (text) => {
    const binding = { project, path: 'global/images', filter: '', orderBy: 'name' as const, includeAllScopes: false }
    const position = Buffer.from(text).toString('base64url')
    const sealed = createHmac('sha256', '').update(JSON.stringify([position, ...Object.values(binding)]))
    const seal = sealed.digest().subarray(0, 16).toString('base64url')
    await expect(listImages(some, { project, pageToken: `${position}.${seal}` })).rejects.toThrow(
      'The page token does not belong to this request.',
    )
  })

  it.each(['', '.', '..', '.x', '.x.y'])('are rejected with %j appended', async (more) => {
    const pageToken = `${await first()}${more}`
    const found = listImages(some, { project, pageToken })
    if (more === '') expect((await found).items).toHaveLength(3)
    else await expect(found).rejects.toThrow(ListError)
  })

  it('cannot be created without the secret', async () => {
    const sealed = createLister({ secret: 'only ours' })
    await expect(sealed(some, { project, pageToken: await first() })).rejects.toThrow(ListError)
    const { nextPageToken } = await sealed(some, { project, maxResults: 3 })
    const again = createLister({ secret: 'only ours' })
    expect((await again(some, { project, pageToken: nextPageToken })).items).toEqual([{ name: 'd' }])
  })

  it('support names with any characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (one) => {
        const two = [{ name: one }, { name: `${one}!` }]
        expect((await pagesOf(() => two, { maxResults: 1 })).flat()).toEqual(two)
      }),
    )
  })
})
