import { describe, expect, it, vi } from 'vitest'
import { FilterError, observed } from '../../src/index.ts'
import { createLister, ListError, listImages, type ListRequest } from '../../src/list/index.ts'

const images = [
  { name: 'c', creationTimestamp: '2020-01-03T00:00:00Z', diskSizeGb: '100' },
  { name: 'a', creationTimestamp: '2020-01-01T00:00:00Z', diskSizeGb: '9' },
  { name: 'b', creationTimestamp: '2020-01-01T01:00:00+01:00', diskSizeGb: '20' },
  { name: 'd' },
]
const project = 'p'
const list = (request: Omit<ListRequest, 'project'>) => listImages(images, { project, ...request })
const names = async (request: Omit<ListRequest, 'project'>) => (await list(request)).items?.map(({ name }) => name)

describe('listImages', () => {
  it('answers as the API does', async () => {
    expect(await list({ filter: 'name = a' })).toEqual({
      kind: 'compute#imageList',
      id: 'projects/p/global/images',
      items: [images[1]],
      selfLink: 'https://www.googleapis.com/compute/v1/projects/p/global/images',
    })
  })

  it('omits empty members', async () => {
    expect(await list({ filter: 'name = x' })).not.toHaveProperty('items')
    expect(await list({})).not.toHaveProperty('nextPageToken')
    expect(await list({ maxResults: 3 })).toHaveProperty('nextPageToken')
    expect(await list({ maxResults: 4 })).not.toHaveProperty('nextPageToken')
  })

  it.each<readonly [request: Omit<ListRequest, 'project'>, names: readonly string[]]>([
    [{}, ['a', 'b', 'c', 'd']],
    [{ filter: '', orderBy: '', pageToken: '' }, ['a', 'b', 'c', 'd']],
    [{ orderBy: 'name' }, ['a', 'b', 'c', 'd']],
    [{ orderBy: 'creationTimestamp desc' }, ['c', 'a', 'b', 'd']],
    [{ filter: 'diskSizeGb > 9' }, ['b', 'c']],
    [{ filter: 'name ne [ab]' }, ['c', 'd']],
    [{ maxResults: 0 }, ['a', 'b', 'c', 'd']],
    [{ maxResults: '2' }, ['a', 'b']],
    [{ maxResults: 1e6, returnPartialSuccess: 'true' }, ['a', 'b', 'c', 'd']],
    [{ maxResults: '9'.repeat(400) }, ['a', 'b', 'c', 'd']],
    [{ maxResults: '02' }, ['a', 'b']],
    [{ returnPartialSuccess: 'True' }, ['a', 'b', 'c', 'd']],
    [{ returnPartialSuccess: 'FALSE' }, ['a', 'b', 'c', 'd']],
  ])('%j is %j', async (request, expected) => {
    expect(await names(request)).toEqual(expected)
  })

  it.each<readonly [request: Omit<ListRequest, 'project'>, message: string]>([
    [{ maxResults: -1 }, "Invalid value for field 'maxResults': '-1'. Must be an integer from 0 to 500."],
    [{ maxResults: 1.5 }, "Invalid value for field 'maxResults': '1.5'. Must be an integer from 0 to 500."],
    [{ maxResults: '' }, "Invalid value for field 'maxResults': ''. Must be an integer from 0 to 500."],
    [{ maxResults: '1e3' }, "Invalid value for field 'maxResults': '1e3'. Must be an integer from 0 to 500."],
    [
      { orderBy: 'creationTimestamp' },
      "Invalid value for field 'orderBy': 'creationTimestamp'. Must be name or creationTimestamp desc.",
    ],
    [
      { orderBy: 'constructor' },
      "Invalid value for field 'orderBy': 'constructor'. Must be name or creationTimestamp desc.",
    ],
    [
      { orderBy: 'x'.repeat(200) },
      `Invalid value for field 'orderBy': '${'x'.repeat(100)}…'. Must be name or creationTimestamp desc.`,
    ],
    [{ returnPartialSuccess: '1' }, "Invalid value for field 'returnPartialSuccess': '1'. Must be true or false."],
    [{ pageToken: 'x' }, "Invalid value for field 'pageToken': 'x'. The page token does not belong to this request."],
    [
      { pageToken: 'x'.repeat(1e6) },
      `Invalid value for field 'pageToken': '${'x'.repeat(100)}…'. The page token does not belong to this request.`,
    ],
  ])('%j is an error', async (request, message) => {
    const error: unknown = await list(request).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ListError)
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      error: { code: 400, message, errors: [{ message, domain: 'global', reason: 'invalid' }] },
    })
  })

  it('throws the error of the filter', async () => {
    await expect(list({ filter: 'nme = a' })).rejects.toThrow(FilterError)
  })

  it('rejects an order with a filter, as the live API does', async () => {
    const asObserved = createLister({ profile: observed })
    const both = { project, filter: 'name:a', orderBy: 'name' }
    await expect(asObserved(images, both)).rejects.toThrow(
      "Invalid value for field 'orderBy': 'name'. Specifying both a list filter and sort order is not currently supported.",
    )
    expect((await asObserved(images, { ...both, filter: '' })).items).toHaveLength(4)
  })

  it('lists other resources', async () => {
    const listDisks = createLister<object>({ kind: 'compute#diskList', path: 'zones/z/disks', baseUrl: 'http://x' })
    expect(await listDisks([], { project })).toEqual({
      kind: 'compute#diskList',
      id: 'projects/p/zones/z/disks',
      selfLink: 'http://x/projects/p/zones/z/disks',
    })
  })

  it('compiles a filter once, unless it is long', async () => {
    let compiled = 0
    const regexEngine = {
      compile: (pattern: string) => (compiled++, { test: (text: string) => text === pattern, free: () => undefined }),
      weigh: () => 0,
    }
    const listThem = createLister({ regexEngine })
    for (const filter of ['name eq a', 'name eq a', `name eq ${'a'.repeat(1020)}`, `name eq ${'a'.repeat(1020)}`])
      await listThem(images, { project, filter })
    expect(compiled).toBe(3)
  })

  it('lists in browsers', async () => {
    vi.stubGlobal('setImmediate', undefined)
    expect(await names({ filter: 'name = a' })).toEqual(['a'])
    vi.unstubAllGlobals()
  })

  it('yields to other work', async () => {
    let pauses = 0
    const pause = () => {
      pauses++
      return Promise.resolve()
    }
    await listImages(images, { project }, { pause })
    expect(pauses).toBe(1)
  })
})
