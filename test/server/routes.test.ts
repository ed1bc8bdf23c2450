import { describe, expect, it } from 'vitest'
import { documented } from '../../src/index.ts'
import { createHandler, createMemorySource, type HandlerOptions } from '../../src/server/index.ts'

const images = [
  { name: 'family', id: '1', family: 'family', creationTimestamp: '2024-01-01T00:00:00Z' },
  { name: 'debian-12', id: '3760069348251679990', family: 'debian', creationTimestamp: '2024-01-02T00:00:00Z' },
  { name: 'debian-11', id: 2, family: 'debian', creationTimestamp: '2024-01-01T00:00:00Z' },
  { name: 'debian', id: 3, family: 'other', deprecated: { state: 'OBSOLETE' } },
  { name: '77', id: 4 },
  { name: '4', id: 5 },
]
const source = createMemorySource<object>({ p: images })

async function ask(path: string, options: Partial<HandlerOptions> = {}, method = 'GET') {
  const answer = await createHandler({ source, ...options })(new Request(`http://localhost${path}`, { method }), {
    remoteAddress: '127.0.0.1',
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, json: (text === '' ? {} : JSON.parse(text)) as unknown }
}

const below = '/compute/v1/projects/p/global/images'

describe('one resource', () => {
  it.each([
    ['/debian-12', 'debian-12'],
    ['/family', 'family'],
    ['/3760069348251679990', 'debian-12'],
    ['/2', 'debian-11'],
    // An id comes before a name of digits, which Compute does not give.
    ['/4', '77'],
    ['/77', '77'],
    ['/family/debian', 'debian-12'],
    ['/family/family', 'family'],
    ['/family/debi%61n', 'debian-12'],
    ['/family/other', undefined],
    ['/family/debian-12', undefined],
    ['/99', undefined],
    ['/family/', undefined],
  ])('is at %s', async (path, name) => {
    const { status, json } = await ask(below + path)
    expect(status).toBe(name === undefined ? 404 : 200)
    if (name !== undefined) expect(json).toMatchObject({ name })
  })

  it('is named in the error 404', async () => {
    const message = "The resource 'projects/p/global/images/family/x' was not found"
    expect((await ask(`${below}/family/x`)).json).toMatchObject({ error: { code: 404, message } })
  })

  it('of a family accepts a selection of fields', async () => {
    expect((await ask(`${below}/family/debian?fields=name`)).json).toEqual({ name: 'debian-12' })
    expect((await ask(`${below}/family/debian?fields=items`)).status).toBe(400)
  })
})

describe('versions', () => {
  it.each(['v1', 'beta', 'alpha'])('%s', async (version) => {
    const answer = await ask(`/compute/${version}/projects/p/global/images`)
    expect(answer.json).toEqual((await ask(below)).json)
  })

  it.each(['v2', 'V1', 'v1beta', '', 'constructor', '%76%31%00'])('reject %j', async (version) => {
    expect((await ask(`/compute/${version}/projects/p/global/images`)).status).toBe(404)
  })
})

describe('other paths', () => {
  it('the home page describes the server', async () => {
    const { json } = await ask('/')
    expect(json).toMatchObject({
      message: "compute-filter, an emulator of Compute Engine's list methods",
      routes: [
        'GET /',
        'GET /healthz',
        'POST /batch[/compute/{version}]',
        'GET /compute/{version}/projects/{project}',
        'GET /compute/{version}/projects/{project}/zones[/{zone}]',
        'GET /compute/{version}/projects/{project}/regions[/{region}]',
        'GET /compute/{version}/projects/{project}/global/{collection}[/{resource}]',
        'GET /compute/{version}/projects/{project}/regions/{region}/{collection}[/{resource}]',
        'GET /compute/{version}/projects/{project}/zones/{zone}/{collection}[/{resource}]',
        'GET /compute/{version}/projects/{project}/aggregated/{collection}',
        'GET /compute/{version}/projects/{project}/global/images/family/{family}',
        'GET /compute/{version}/locations/global/{collection}?parentId={organization}',
      ],
      versions: ['v1', 'beta', 'alpha'],
      profile: 'observed',
    })
    expect(
      Object.entries((json as { collections: Record<string, readonly string[]> }).collections).map(
        ([scope, { length }]) => [scope, length],
      ),
    ).toEqual([
      ['global', 46],
      ['regions', 57],
      ['zones', 33],
      ['aggregated', 53],
      ['organization', 3],
    ])
    expect((await ask('/', { profile: documented })).json).toMatchObject({ profile: 'documented' })
    const own = { ...documented, enumCase: 'insensitive' } as const
    expect((await ask('/', { profile: own })).json).toMatchObject({ profile: own })
    expect((await ask('/gce', { basePath: '/gce' })).json).toMatchObject({
      routes: expect.arrayContaining(['GET /gce/healthz']) as unknown,
    })
  })

  it('/healthz is ok under any load', async () => {
    expect(await ask('/healthz', { maxConcurrentRequests: 0 })).toMatchObject({ status: 200, json: { status: 'ok' } })
    expect((await ask('/healthz', {}, 'HEAD')).status).toBe(200)
  })

  it.each([
    ['/', 'POST', 'GET, HEAD'],
    ['/healthz', 'DELETE', 'GET, HEAD'],
    ['/batch', 'GET', 'POST'],
    ['/batch/compute/beta', 'PUT', 'POST'],
    [below, 'OPTIONS', 'GET, HEAD'],
  ])('%s rejects %s', async (path, method, allowed) => {
    const { status, headers } = await ask(path, {}, method)
    expect([status, headers.get('allow')]).toEqual([405, allowed])
  })

  it.each(['/batch/', '/batch/compute', '/batch/compute/v2', '/health', '//', '/compute/v1'])(
    '%s is not found',
    async (path) => {
      expect((await ask(path)).status).toBe(404)
    },
  )
})
