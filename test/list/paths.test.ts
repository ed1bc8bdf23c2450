import { describe, expect, it } from 'vitest'
import { createAggregatedLister, createLister, ListError, listImages, type ListRequest } from '../../src/list/index.ts'

const project = 'p'
const resources = ['a', 'b'].map((name) => ({ name, zone: 'z' }))

describe('a list at the path of its request', () => {
  const list = createLister<object>({ kind: 'compute#diskList', path: 'zones/z/disks', baseUrl: 'http://x' })

  it.each<readonly [request: Partial<ListRequest>, kind: string | undefined, id: string]>([
    [{}, 'compute#diskList', 'projects/p/zones/z/disks'],
    [{ path: null, kind: null }, 'compute#diskList', 'projects/p/zones/z/disks'],
    [{ path: 'zones/y/disks' }, 'compute#diskList', 'projects/p/zones/y/disks'],
    [{ path: 'regions/r/disks', kind: 'compute#x' }, 'compute#x', 'projects/p/regions/r/disks'],
    [{ path: 'global/licenses', kind: '' }, undefined, 'projects/p/global/licenses'],
  ])('%j', async (request, kind, id) => {
    const expected = { ...(kind !== undefined && { kind }), id, selfLink: `http://x/${id}` }
    expect(await list([], { project, ...request })).toEqual(expected)
  })

  it('has no kind if the option is empty', async () => {
    expect(await createLister({ kind: '' })([], { project })).not.toHaveProperty('kind')
  })

  it.each<readonly [request: object, message: string]>([
    [{ path: 5 }, 'request.path must be the path of a list, not 5'],
    [{ path: '' }, 'request.path must be the path of a list, not ``'],
    [{ path: ['zones'] }, 'request.path must be the path of a list, not an array'],
    [{ kind: 5 }, 'request.kind must be a string, not 5'],
    [{ kind: {} }, 'request.kind must be a string, not an object'],
  ])('%j is a TypeError', async (request, message) => {
    await expect(listImages([], { project, ...request })).rejects.toThrow(new TypeError(message))
  })
})

describe('a page token', () => {
  const instances = 'zones/z/instances'
  const list = createLister<object>({ secret: 's' })
  const aggregate = createAggregatedLister<object>({ secret: 's', path: 'aggregated/instances' })
  type Request = ListRequest & { readonly includeAllScopes?: boolean | string }
  type List = (request: Request) => Promise<{ readonly nextPageToken?: string }>
  const inZone: List = (request) => list(resources, { path: instances, ...request })
  const inAll: List = (request) => aggregate(resources, { field: 'instances', scopes: ['zones/z'], ...request })

  it.each<readonly [what: string, from: [List, Partial<Request>], to: [List, Partial<Request>], isAccepted: boolean]>([
    ['the same path', [inZone, {}], [inZone, {}], true],
    ['another kind', [inZone, { kind: 'a' }], [inZone, { kind: 'b' }], true],
    ['another zone', [inZone, {}], [inZone, { path: 'zones/y/instances' }], false],
    ['another collection', [inZone, {}], [inZone, { path: 'zones/z/disks' }], false],
    ['all scopes', [inZone, {}], [inAll, {}], false],
    ['one of all scopes', [inAll, {}], [inZone, {}], false],
    ['all scopes, again', [inAll, {}], [inAll, {}], true],
    ['all scopes without the false flag', [inAll, { includeAllScopes: false }], [inAll, {}], true],
    [
      'all scopes with the flag as text',
      [inAll, { includeAllScopes: true }],
      [inAll, { includeAllScopes: 'True' }],
      true,
    ],
    ['every scope', [inAll, {}], [inAll, { includeAllScopes: true }], false],
    ['the usual scopes', [inAll, { includeAllScopes: true }], [inAll, {}], false],
    ['another aggregated list', [inAll, {}], [inAll, { path: 'aggregated/disks' }], false],
    ['another project', [inAll, {}], [inAll, { project: 'q' }], false],
    ['another filter', [inAll, {}], [inAll, { filter: 'name:*' }], false],
    ['another order', [inAll, {}], [inAll, { orderBy: 'creationTimestamp desc' }], false],
  ])('for %s', async (_, [first, made], [second, used], isAccepted) => {
    const { nextPageToken: pageToken } = await first({ project, maxResults: 1, ...made })
    expect(pageToken).toEqual(expect.any(String))
    const answer = second({ project, ...used, pageToken })
    if (isAccepted) expect(await answer).not.toHaveProperty('nextPageToken')
    else {
      const error: unknown = await answer.catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(ListError)
      expect(error).toMatchObject({
        status: 400,
        message: expect.stringMatching(/The page token does not belong to this request\.$/) as string,
      })
    }
  })
})
