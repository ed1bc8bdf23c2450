import { describe, expect, it } from 'vitest'
import { listImages, type Listable, orders } from '../../src/list/index.ts'

const project = 'p'
interface Resource {
  readonly name?: string
  readonly id?: unknown
  readonly family?: string
  readonly creationTimestamp?: string
}

const familiesOf = async (resources: Listable<Resource>, maxResults: number, filter = '') => {
  const pages: unknown[][] = []
  let pageToken: string | undefined
  do {
    const page = await listImages(resources as never, { project, maxResults, pageToken, filter })
    pages.push((page.items ?? []).map(({ family }) => family))
    pageToken = page.nextPageToken
  } while (pageToken !== undefined)
  return pages
}

describe('resources with equal keys', () => {
  const table: readonly (readonly [what: string, resources: readonly Resource[], families: readonly string[]])[] = [
    [
      'count as one, the first',
      [
        { name: 'a', family: '1' },
        { name: 'a', family: '2' },
        { name: 'b', family: '3' },
      ],
      ['1', '3'],
    ],
    [
      'make no page of their own at the end',
      [
        { name: 'a', family: '1' },
        { name: 'a', family: '2' },
      ],
      ['1'],
    ],
    ['are those without a name and an id', [{ family: '1' }, { family: '2' }, { name: 'b', family: '3' }], ['1', '3']],
    [
      'are not those whose ids differ',
      [
        { name: 'a', id: '1', family: '1' },
        { name: 'a', id: '2', family: '2' },
        { name: 'a', id: '2', family: '3' },
      ],
      ['1', '2'],
    ],
    [
      'may write an id as text, number or bigint',
      [
        { name: 'a', id: 10, family: '1' },
        { name: 'a', id: '10', family: '2' },
        { name: 'a', id: 10n, family: '3' },
        { name: 'a', id: 18446744073709551615n, family: '4' },
        { name: 'a', id: 18446744073709551614n, family: '5' },
      ],
      ['1', '5', '4'],
    ],
  ]
  describe.each(table)('%s', (_, resources, families) => {
    it.each([1, 2, 3, 500])('on pages of %d', async (maxResults) => {
      const pages = Array.from({ length: Math.ceil(families.length / maxResults) }, (_, at) =>
        families.slice(at * maxResults, (at + 1) * maxResults),
      )
      expect(await familiesOf(resources, maxResults)).toEqual(pages)
      expect(await familiesOf(resources, maxResults, 'family:*')).toEqual(pages)
      const sorted = resources.toSorted((a, b) => orders.name.compare(orders.name.keyOf(a), orders.name.keyOf(b)))
      expect(await familiesOf({ scan: () => sorted, ordered: ['name'] }, maxResults)).toEqual(pages)
    })
  })

  it('count as one even if the first does not match', async () => {
    const two: Resource[] = [
      { name: 'a', family: '1' },
      { name: 'a', family: '2' },
      { name: 'a', family: '2' },
    ]
    expect(await familiesOf(two, 1, 'family = 2')).toEqual([['2']])
    expect(await familiesOf({ scan: () => two, ordered: ['name'] }, 1, 'family = 2')).toEqual([['2']])
  })
})
