import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, type Image } from '../../src/index.ts'
import {
  createMemoryStore,
  type Listable,
  listImages,
  type ListRequest,
  type MemoryStore,
} from '../../src/list/index.ts'
import { isThere, readLines } from './shared.ts'

const real = readLines('images.ndjson') as readonly Image[]
const project = 'p'

const filters = [
  '',
  'name eq .*debian.*',
  'family = debian-*',
  'diskSizeGb > 10',
  'NOT deprecated:*',
  'labels:* OR status = READY',
  'name != zzz',
  'architecture = ARM64 AND creationTimestamp > "2018-01-01T00:00:00Z"',
  'name eq "(?i)WINDOWS.*"',
  'name = nothing',
]
const orders = ['', 'name', 'creationTimestamp desc']
const sizes = [1, 7, 100, 499, 500, 0, 501]

/** The expected list, computed plainly: bytes compare as code points do. */
const bytesOf = (text: unknown): Buffer => Buffer.from(typeof text === 'string' ? text : '')
const byName = (a: Image, b: Image): number =>
  Buffer.compare(bytesOf(a.name), bytesOf(b.name)) || Buffer.compare(bytesOf(a.id), bytesOf(b.id))
// Two of them have no offset, so they are not instants.
const instantOf = ({ creationTimestamp }: Image): number =>
  /[+-]\d\d:\d\d$/.test(String(creationTimestamp)) ? Date.parse(String(creationTimestamp)) : -Infinity
const newestFirst = (a: Image, b: Image): number => {
  const [x, y] = [instantOf(a), instantOf(b)]
  return x === y ? byName(a, b) : x < y ? 1 : -1
}
const keyOf = ({ name, id }: Image): string => JSON.stringify([name, id])

/** The images at some time, in each of the three forms that a list takes. */
interface Images {
  readonly now: () => readonly Image[]
  readonly source: () => Listable<Image>
  readonly insert: (image: Image) => void
  readonly delete: (name: string) => void
}

function inArray(images: readonly Image[], source: (now: readonly Image[]) => Listable<Image>): Images {
  let now = images
  return {
    now: () => now,
    source: () => source(now),
    insert: (image) => (now = [...now.filter(({ name }) => name !== image.name), image]),
    delete: (gone) => (now = now.filter(({ name }) => name !== gone)),
  }
}

function inStore(images: readonly Image[]): Images {
  const store: MemoryStore<Image> = createMemoryStore(images)
  const array = inArray(images, () => [])
  return {
    now: array.now,
    source: () => store,
    insert: (image) => {
      array.insert(image)
      store.insert(image)
    },
    delete: (name) => {
      array.delete(name)
      store.delete(name)
    },
  }
}

async function* slowly(images: readonly Image[]): AsyncIterable<Image> {
  for (const image of images) yield await Promise.resolve(image)
}

const forms: Readonly<Record<string, (images: readonly Image[]) => Images>> = {
  'an array': (images) => inArray(images, (now) => now),
  'an async iterable': (images) => inArray(images, slowly),
  'a store in memory': inStore,
}

interface Change {
  readonly what: 'insert' | 'delete' | 'update'
  readonly at: number
}
const change: fc.Arbitrary<Change> = fc.record({ what: fc.constantFrom('insert', 'delete', 'update'), at: fc.nat() })

/** All pages, with changes between two of them, compared with a filter and a sort of what was there throughout. */
async function checkPages(images: Images, request: Omit<ListRequest, 'project'>, changes: Change[]): Promise<void> {
  const start = images.now()
  const touched = new Set<unknown>()
  const found: Image[] = []
  const size = Number(request.maxResults) || 500
  let pageToken: string | undefined
  do {
    const page = await listImages(images.source(), { project, ...request, pageToken })
    const items = page.items ?? []
    found.push(...items)
    pageToken = page.nextPageToken
    if (pageToken !== undefined) expect(items).toHaveLength(Math.min(size, 500))
    for (const { what, at } of changes.splice(0, 5)) {
      const name = images.now()[at % Math.max(1, images.now().length)]?.name ?? ''
      const made = { ...real[at % real.length], ...(what === 'insert' && { name: `new-${String(at)}` }) }
      touched.add(what === 'delete' ? name : made.name)
      if (what === 'delete') images.delete(name)
      else images.insert(made)
    }
  } while (pageToken !== undefined)

  const stayed = ({ name }: Image): boolean => !touched.has(name)
  const order = request.orderBy?.startsWith('creation') === true ? newestFirst : byName
  const expected = start
    .filter(compile(request.filter ?? ''))
    .filter(stayed)
    .sort(order)
    .filter((image, at, all) => at === 0 || order(all[at - 1] ?? {}, image) !== 0)
  expect(found.filter(stayed).map(keyOf)).toEqual(expected.map(keyOf))
  if (touched.size === 0) expect(found).toHaveLength(expected.length)
}

describe.skipIf(!isThere)('the real images', () => {
  it('share names, most of them with different ids, some with the same', () => {
    const [names, keys] = [new Set(real.map(({ name }) => name)), new Set(real.map(keyOf))]
    expect([names.size, keys.size, real.length]).toEqual([2107, 2113, 2205])
  })
})

describe.skipIf(!isThere).each(Object.entries(forms))('pages of the real images, in %s', (_, make) => {
  // One image a page takes too many pages of them all.
  const combinations = filters.flatMap((filter) => orders.map((orderBy) => ({ filter, orderBy })))
  it.each(combinations)('are those of a filter and a sort: "$filter" by "$orderBy"', async (request) => {
    const images = make(real)
    for (const maxResults of sizes.filter((size) => size === 0 || size > 7)) {
      await checkPages(images, { ...request, maxResults }, [])
    }
  })

  it('neither miss nor repeat an image that exists throughout, whatever is inserted, deleted and changed between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...filters),
        fc.constantFrom(...orders),
        fc.constantFrom(...sizes),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        fc.array(change, { maxLength: 60 }),
        async (filter, orderBy, maxResults, every, from, changes) => {
          const step = maxResults > 0 && maxResults < 10 ? every + 20 : every
          const some = [...real.slice(from % real.length), ...real.slice(0, from % real.length)]
          const images = make(some.filter((_, at) => at % step === 0))
          await checkPages(images, { filter, orderBy, maxResults }, [...changes])
        },
      ),
      { numRuns: 60 },
    )
  })
})
