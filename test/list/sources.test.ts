import { describe, expect, it } from 'vitest'
import type { Image } from '../../src/index.ts'
import { ListError, listImages, type OrderBy, type ScanQuery, type Source } from '../../src/list/index.ts'

const project = 'p'
const named = (...names: readonly string[]): readonly Image[] => names.map((name) => ({ name }))

describe('a source', () => {
  it('receives the query', async () => {
    const asked: ScanQuery[] = []
    const source: Source<Image> = {
      scan(query) {
        asked.push(query)
        return named('a', 'b', 'c')
      },
    }
    const { signal } = new AbortController()
    const request = { project, filter: 'name:*', maxResults: 1 }
    const { nextPageToken } = await listImages(source, request, { signal })
    await listImages(source, { ...request, pageToken: nextPageToken })
    expect(asked).toMatchObject([
      { project, order: { by: 'name' }, after: undefined, limit: 2, signal },
      { project, after: ['a', '', 'global'], limit: 2, signal: undefined },
    ])
    expect(asked[0]?.filter).toMatchObject({ kind: 'filter' })
  })

  it('is read no further than needed if it is ordered', async () => {
    let read = 0
    const source: Source<Image> = {
      ordered: ['name'],
      *scan() {
        for (const image of named('a', 'b', 'c', 'd', 'e')) {
          read++
          yield image
        }
      },
    }
    expect((await listImages(source, { project, maxResults: 2 })).items).toEqual(named('a', 'b'))
    expect(read).toBe(3)
    const last = await listImages(source, { project, maxResults: 3, filter: 'name != b' })
    expect(last.items).toEqual(named('a', 'c', 'd'))
    expect((await listImages(source, { project, filter: 'name != b', pageToken: last.nextPageToken })).items).toEqual(
      named('e'),
    )
    expect((await listImages(source, { project, maxResults: 1, orderBy: 'creationTimestamp desc' })).items).toEqual(
      named('a'),
    )
  })

  it('is read no further than needed if it is ordered and slow', async () => {
    let read = 0
    const source: Source<Image> = {
      ordered: ['name'],
      async *scan() {
        for (const image of named('a', 'b', 'c', 'd', 'e')) {
          read++
          yield Promise.resolve(image)
        }
      },
    }
    expect((await listImages(source, { project, maxResults: 2 })).items).toEqual(named('a', 'b'))
    expect(read).toBe(3)
  })

  it('leads to a warning or an error if a part failed', async () => {
    const source: Source<Image> = {
      async *scan({ reportUnreachable }) {
        yield* named('a')
        await Promise.resolve()
        reportUnreachable({ key: 'zone', value: 'us-east1-b' })
        reportUnreachable({ key: 'zone', value: 'us-east1-c' })
      },
    }
    const message = 'The following could not be reached: zone us-east1-b, zone us-east1-c.'
    expect(await listImages(source, { project, returnPartialSuccess: true })).toMatchObject({
      items: [{ name: 'a' }],
      warning: {
        code: 'UNREACHABLE',
        message,
        data: [
          { key: 'zone', value: 'us-east1-b' },
          { key: 'zone', value: 'us-east1-c' },
        ],
      },
    })
    const error: unknown = await listImages(source, { project }).catch((thrown: unknown) => thrown)
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      error: { code: 503, message, errors: [{ message, domain: 'global', reason: 'backendError' }] },
    })
  })

  const broken = new Error('the disk is gone')
  it.each<readonly [what: string, scan: () => Iterable<Image> | AsyncIterable<Image>]>([
    [
      'throws at once',
      () => {
        throw broken
      },
    ],
    [
      'throws in the middle',
      function* () {
        yield* named('a')
        throw broken
      },
    ],
    [
      'rejects',
      async function* () {
        yield* named('a')
        await Promise.reject(broken)
      },
    ],
    ['gives no resources', () => [null, 1] as never],
    ['gives lists', () => [[{ name: 'a' }]] as never],
    ['gives a value whose JSON is not an object', () => [{ name: 'a', toJSON: () => 'a' }] as never],
    ['gives no list', () => 5 as never],
    ['does not keep its declared order', () => named('b', 'a')],
  ])('is reported as an internal error when it %s', async (_, scan) => {
    const ordered: readonly OrderBy[] = ['name']
    const error: unknown = await listImages({ scan, ordered }, { project }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ListError)
    expect(error).toMatchObject({ status: 500, message: expect.stringMatching(/^Internal error/) as string })
    expect(JSON.stringify(error)).not.toContain('disk')
  })
})
