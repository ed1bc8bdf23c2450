import { describe, expect, it } from 'vitest'
import { ApiError, documented, type ErrorStatus, type FilterError } from '../../src/index.ts'
import type { Source } from '../../src/list/index.ts'
import { createHandler, createMemorySource, type HandlerOptions } from '../../src/server/index.ts'

const base = 'http://localhost/compute/v1/projects/p/global/images'
const images = ['c', 'a', 'b'].map((name) => ({ name, description: name.repeat(800), diskSizeGb: '10' }))
const here = { remoteAddress: '127.0.0.1' }
const source = createMemorySource({ p: images, empty: [] })

type Image = (typeof images)[number]

/** What is answered to a path below the images of a project. */
async function ask(
  path = '',
  {
    init,
    connection = here,
    ...options
  }: Partial<HandlerOptions<Image>> & {
    init?: RequestInit
    connection?: { remoteAddress?: string }
  } = {},
): Promise<{ status: number; headers: Headers; text: string; json: Record<string, unknown> }> {
  const handle = createHandler<Image>({ source, ...options })
  const answer = await handle(new Request(path.startsWith('http') ? path : base + path, init), connection)
  const text = await answer.text()
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>,
  }
}

const error = (code: number, reason: string, message: string) => ({
  error: { code, message, errors: [{ message, domain: 'global', reason }] },
})

describe('the list', () => {
  it('has the JSON form of the API', async () => {
    const { status, headers, json } = await ask('?maxResults=2&filter=name%20eq%20%5Bab%5D')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=UTF-8')
    expect(json).toEqual({
      kind: 'compute#imageList',
      id: 'projects/p/global/images',
      items: [images[1], images[2]],
      selfLink: 'https://www.googleapis.com/compute/v1/projects/p/global/images',
    })
  })

  it('reads plus signs and %20 as spaces', async () => {
    const [plus, percent] = [await ask('?filter=name+%3D+a'), await ask('?filter=name%20=%20a')]
    expect(plus.text).toBe(percent.text)
    expect(plus.json.items).toHaveLength(1)
  })

  it('continues with a page token', async () => {
    const first = await ask('?maxResults=1&orderBy=creationTimestamp%20desc')
    const second = await ask(
      `?maxResults=5&orderBy=creationTimestamp%20desc&pageToken=${String(first.json.nextPageToken)}`,
    )
    expect([first, second].map(({ json }) => (json.items as Image[]).map(({ name }) => name))).toEqual([
      ['a'],
      ['b', 'c'],
    ])
  })

  it('has no items without resources', async () => {
    expect((await ask('http://localhost/compute/v1/projects/empty/global/images')).json).not.toHaveProperty('items')
  })

  it('follows the profile', async () => {
    expect((await ask('?filter=description:aa')).json.items).toHaveLength(1)
    expect((await ask('?filter=description:aa', { profile: documented })).json).not.toHaveProperty('items')
  })

  it('follows the profile `observed` by default', async () => {
    const clauses = '?filter=(name+eq+a.*)(diskSizeGb+eq+10)'
    expect((await ask(clauses)).json.items).toEqual([images[1]])
    expect((await ask(clauses, { profile: documented })).status).toBe(400)
    const both = '?filter=name+%3D+a&orderBy=name'
    expect((await ask(both)).json).toEqual(
      error(
        400,
        'invalid',
        "Invalid value for field 'orderBy': 'name'. Specifying both a list filter and sort order is not currently supported.",
      ),
    )
    expect((await ask(both, { profile: documented })).json.items).toEqual([images[1]])
  })

  it('is the same for repeated requests', async () => {
    const handle = createHandler({ source: createMemorySource({ p: images }) })
    const answers = []
    for (let times = 0; times < 4; times++) {
      answers.push(await (await handle(new Request(`${base}?filter=description:aa&maxResults=1`), here)).text())
    }
    expect(new Set(answers).size).toBe(1)
  })
})

describe('one resource', () => {
  it('is found by its name', async () => {
    expect((await ask('/b')).json).toEqual(images[2])
    expect((await ask('/%62?fields=name&prettyPrint=false')).text).toBe('{"name":"b"}\n')
  })

  it('is found in a source without `get`', async () => {
    const scanning = { open: (): Source<Image> => ({ scan: () => images }) }
    expect((await ask('/b', { source: scanning })).json).toEqual(images[2])
    expect((await ask('/x', { source: scanning })).status).toBe(404)
  })
})

describe('the form of an answer', () => {
  it('is pretty by default', async () => {
    expect((await ask('/b?fields=name')).text).toBe('{\n  "name": "b"\n}\n')
  })

  it.each([
    ['items(name),nextPageToken', { items: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }],
    ['items/name', { items: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }],
    ['kind', { kind: 'compute#imageList' }],
    ['warning', {}],
    ['*/name', { items: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }],
    ['items/*/*', { items: [{}, {}, {}] }],
  ])('fields=%s', async (fields, expected) => {
    const { status, json } = await ask(`?fields=${encodeURIComponent(fields)}`)
    expect({ status, json }).toEqual({ status: 200, json: expected })
  })

  it.each(['prettyPrint=False', '$prettyPrint=FALSE', '%24prettyPrint=false'])('%s', async (query) => {
    expect((await ask(`/b?fields=name&${query}`)).text).toBe('{"name":"b"}\n')
  })

  it('is chosen with or without dollar signs', async () => {
    expect((await ask('/b?$fields=name&$alt=json')).json).toEqual({ name: 'b' })
  })

  it.each([
    ['gzip', 'gzip'],
    ['br, GZIP;q=0.5', 'gzip'],
    ['*', 'gzip'],
    ['gzip;q=0', null],
    ['gzip; q=0.00', null],
    ['gzip;q=0, *', null],
    ['*, gzip;q=0', null],
    ['*;q=0, gzip', 'gzip'],
    ['br', null],
  ])('accept-encoding: %s', async (accepted, expected) => {
    const init = { headers: { 'accept-encoding': accepted } }
    expect((await ask('', { init })).headers.get('content-encoding')).toBe(expected)
    expect((await ask('?fields=kind', { init })).headers.get('content-encoding')).toBeNull()
  })

  it('is compressed correctly', async () => {
    const handle = createHandler({ source })
    const answer = await handle(new Request(base, { headers: { 'accept-encoding': 'gzip' } }), here)
    const plain = await new Response(answer.body?.pipeThrough(new DecompressionStream('gzip'))).text()
    expect(plain).toBe((await ask()).text)
  })

  it('has for HEAD the headers of GET', async () => {
    const [head, get] = [await ask('', { init: { method: 'HEAD' } }), await ask('')]
    expect(head).toMatchObject({ status: 200, text: '' })
    expect([...head.headers]).toEqual([...get.headers])
  })
})

describe('errors', () => {
  const at = (path: string) => `http://localhost${path}`
  it.each<readonly [path: string, status: number, reason: string, message: string]>([
    ['?filter=nme', 400, 'invalid', "Invalid value for field 'filter': 'nme'. Invalid list filter expression."],
    ['?maxResults=x', 400, 'invalid', "Invalid value for field 'maxResults': 'x'. Must be an integer from 0 to 500."],
    ['?filter=a&filter=b', 400, 'invalid', "Invalid value for field 'filter': 'b'. Must not be repeated."],
    ['?alt=media', 400, 'invalid', "Invalid value for field 'alt': 'media'. Must be json."],
    ['?fields=items(nope)', 400, 'invalid', 'Invalid field selection nope'],
    ['/a?fields=items', 400, 'invalid', 'Invalid field selection items'],
    ['?$alt=media', 400, 'invalid', "Invalid value for field 'alt': 'media'. Must be json."],
    ['?$fields=nope', 400, 'invalid', 'Invalid field selection nope'],
    ['?alt=json&$alt=json', 400, 'invalid', "Invalid value for field 'alt': 'json'. Must not be repeated."],
    ['?$fields=kind&fields=id', 400, 'invalid', "Invalid value for field 'fields': 'kind'. Must not be repeated."],
    ['?filter=%FF', 400, 'invalid', "Bad request: 'filter=%FF' is not percent-encoded UTF-8."],
    ['?filter=%zz', 400, 'invalid', "Bad request: 'filter=%zz' is not percent-encoded UTF-8."],
    ['?filter=%', 400, 'invalid', "Bad request: 'filter=%' is not percent-encoded UTF-8."],
    ['?a=b&%c3=x', 400, 'invalid', "Bad request: '%c3=x' is not percent-encoded UTF-8."],
    ['?filter=%ED%A0%80', 400, 'invalid', "Bad request: 'filter=%ED%A0%80' is not percent-encoded UTF-8."],
    ['?prettyPrint=1', 400, 'invalid', "Invalid value for field 'prettyPrint': '1'. Must be true or false."],
    [
      `?fields=${'x'.repeat(1001)}`,
      400,
      'invalid',
      `Invalid value for field 'fields': '${'x'.repeat(100)}'. Must have at most 1000 characters.`,
    ],
    ['/x', 404, 'notFound', "The resource 'projects/p/global/images/x' was not found"],
    [at('/compute/v1/projects/q/global/images'), 404, 'notFound', "The resource 'projects/q' was not found"],
    [
      at('/compute/v1/projects/__proto__/global/images'),
      404,
      'notFound',
      "Path not found: '/compute/v1/projects/__proto__/global/images'.",
    ],
    [at('/compute'), 404, 'notFound', "Path not found: '/compute'."],
    ['/a/b', 501, 'notImplemented', "Not implemented: GET 'projects/p/global/images/a/b' is not served."],
    ['/%ff', 404, 'notFound', "Path not found: '/compute/v1/projects/p/global/images/%ff'."],
    [`?filter=${'x'.repeat(99_000)}`, 414, 'uriTooLong', 'The URL is too long.'],
  ])('%s', async (path, status, reason, message) => {
    const found = await ask(path)
    expect(found.status).toBe(status)
    expect(found.json).toEqual(error(status, reason, message))
  })

  it('accepts a percent-encoded filter of the maximum length', async () => {
    const filter = `description = "${'日'.repeat(8170)}"`
    expect((await ask(`?filter=${encodeURIComponent(filter)}`)).status).toBe(200)
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s is not served', async (method) => {
    const told: unknown[] = []
    const found = await ask('', { init: { method }, onError: (reported) => told.push(reported) })
    const message = `Not implemented: ${method} 'projects/p/global/images' is not served: this server only reads.`
    expect(found.json).toEqual(error(501, 'notImplemented', message))
    expect(told).toEqual([])
  })

  it('rejects other methods', async () => {
    const found = await ask('', { init: { method: 'OPTIONS' } })
    expect(found.json).toEqual(error(405, 'httpMethodNotAllowed', 'Method not allowed: OPTIONS.'))
    expect(found.headers.get('allow')).toBe('GET, HEAD')
  })

  it.each<readonly [what: string, scan: () => Iterable<Image> | AsyncIterable<Image>]>([
    [
      'throws',
      () => {
        throw new Error('secret')
      },
    ],
    ['gives what cannot be JSON', () => [{ name: 'a', size: 1n }] as never],
    [
      'goes in circles',
      () => {
        const image: Record<string, unknown> = { name: 'a' }
        return [Object.assign(image, { image })] as never
      },
    ],
    ['gives garbage', () => ['garbage'] as never],
  ])('a source that %s', async (_, scan) => {
    const told: unknown[] = []
    const found = await ask('', { source: { open: () => ({ scan }) }, onError: (thrown) => told.push(thrown) })
    expect(found).toMatchObject({ status: 500, json: { error: { code: 500 } } })
    expect(found.text).not.toContain('secret')
    expect(told).toHaveLength(1)
  })

  it('reports a source that returns no resource for a name', async () => {
    const giving = (given: unknown) => ({ open: () => ({ scan: () => images, get: () => given as Image }) })
    expect((await ask('/a?fields=name', { source: giving('garbage') })).status).toBe(500)
    expect((await ask('/a', { source: giving(null) })).status).toBe(404)
  })

  it('finds one resource whatever the limits and unreachable places', async () => {
    const scan: Source<Image>['scan'] = ({ reportUnreachable }) => {
      reportUnreachable({ key: 'zone', value: 'z' })
      return images
    }
    const partly = { source: { open: () => ({ scan }) }, limits: { textLength: 1 } }
    expect((await ask('/a', partly)).json).toMatchObject({ name: 'a' })
    expect((await ask('/x', partly)).status).toBe(503)
  })

  it.each<readonly [what: string, onError: () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('the log is full')
      },
    ],
    ['rejects', () => Promise.reject(new Error('the log is full'))],
  ])('ignores a hook that %s', async (_, onError) => {
    expect((await ask('', { source: { open: () => Promise.reject(new Error('down')) }, onError })).status).toBe(500)
    await new Promise((resolve) => setTimeout(resolve, 1))
  })

  it('reports only rejected filters to the hook', async () => {
    const told: (readonly [FilterError, Request])[] = []
    const onRejected = (...rejection: readonly [FilterError, Request]): void => {
      told.push(rejection)
      throw new Error('the log is full')
    }
    for (const query of ['?filter=nme=a', '?filter=name=a', '?maxResults=x', '?fields=nope'])
      await ask(query, { onRejected })
    expect(told.map(([{ name, source }, { url }]) => [name, source, url])).toEqual([
      ['FilterError', 'nme=a', `${base}?filter=nme=a`],
    ])
    const answer = await ask('?filter=nme=a', { onRejected: () => Promise.reject(new Error('the log is full')) })
    expect(answer.status).toBe(400)
  })

  it('reports an unreachable part of a source', async () => {
    const scan: Source<Image>['scan'] = ({ reportUnreachable }) => {
      reportUnreachable({ key: 'zone', value: 'z' })
      return images
    }
    const partly = { open: () => ({ scan }) }
    expect(await ask('', { source: partly })).toMatchObject({ status: 503, json: { error: { code: 503 } } })
    expect((await ask('?returnPartialSuccess=true', { source: partly })).json).toMatchObject({
      warning: { code: 'UNREACHABLE' },
    })
  })

  it.each<readonly [what: string, path: string, stall: Partial<HandlerOptions<Image>>]>([
    [
      'one resource',
      '/a',
      {
        source: {
          open: () => ({
            async *scan() {
              await new Promise(() => undefined)
              yield* images
            },
          }),
        },
      },
    ],
    ['a project', '', { source: { open: () => new Promise(() => undefined) } }],
    [
      'a page',
      '',
      {
        source: {
          open: () => ({
            async *scan() {
              yield* images
              await new Promise(() => undefined)
            },
          }),
        },
      },
    ],
    ['a permission', '', { authorize: () => new Promise(() => undefined) }],
  ])('stops waiting for %s', async (_, path, stall) => {
    const found = await ask(path, { ...stall, timeoutMs: 20 })
    expect(found.json).toEqual(error(504, 'deadlineExceeded', 'The request took longer than 0.02 s.'))
  })

  it('abandons a request whose caller disconnected', async () => {
    const ending = new AbortController()
    let told: AbortSignal | undefined
    const stalling: HandlerOptions<Image>['source'] = {
      open: () => ({
        async *scan({ signal }) {
          told = signal
          await new Promise(() => undefined)
          yield* images
        },
      }),
    }
    const answer = ask('', { source: stalling, init: { signal: ending.signal } })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(told?.aborted).toBe(false)
    ending.abort()
    expect((await answer).status).toBe(499)
    expect(told?.aborted).toBe(true)
    const failures: unknown[] = []
    const handle = createHandler<Image>({
      source: stalling,
      maxConcurrentRequests: 1,
      timeoutMs: 20,
      onError: (failure) => failures.push(failure),
    })
    const over = new Request(base, { signal: ending.signal })
    for (let times = 0; times < 3; times++) expect((await handle(over, here)).status).toBe(499)
    expect(failures).toEqual([])
    expect((await handle(new Request(base), here)).status).toBe(504)
    expect(failures).toHaveLength(1)
  })

  it('rejects too many concurrent requests', async () => {
    let release: (() => void) | undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const handle = createHandler<Image>({
      source: { open: () => held.then(() => ({ scan: () => images })) },
      maxConcurrentRequests: 3,
      maxConcurrentRequestsPerCaller: 2,
    })
    const from = (remoteAddress: string) => handle(new Request(base), { remoteAddress })
    const first = [from('127.0.0.1'), from('127.0.0.1')]
    const refused = await from('127.0.0.1')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    first.push(from('127.0.0.2'))
    expect((await from('127.0.0.3')).status).toBe(429)
    release?.()
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await from('127.0.0.1')).status).toBe(200)
  })
})

describe('unread answers', () => {
  it('are bounded', async () => {
    const large = Array.from({ length: 200 }, (_, at) => ({ name: `a${String(at)}`, description: 'x'.repeat(1000) }))
    const handle = createHandler({ source: createMemorySource({ p: large }), maxPendingBytes: 250_000 })
    const first = await handle(new Request(base), here)
    const refused = await handle(new Request(base), here)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await handle(new Request(base, { method: 'HEAD' }), here)).status).toBe(200)
    expect((await handle(new Request(`${base}?maxResults=5`), here)).status).toBe(200)
    await first.text()
    const init = { headers: { 'accept-encoding': 'gzip' } }
    const packed = await handle(new Request(base, init), here)
    const text = await new Response(packed.body?.pipeThrough(new DecompressionStream('gzip'))).text()
    expect(text).toBe(await (await handle(new Request(base), here)).text())
  })
})

describe('a handler below a path', () => {
  it.each([
    ['/gce/compute/v1/projects/p/global/images', 200],
    ['/gce/compute/v1/projects/p/global/images/a', 200],
    ['/compute/v1/projects/p/global/images', 404],
    ['/gcecompute/v1/projects/p/global/images', 404],
    ['/gce', 200],
    ['/gce/', 200],
    ['/', 404],
    ['/gce/healthz', 200],
  ])('%s', async (path, status) => {
    expect((await ask(`http://localhost${path}`, { basePath: '/gce' })).status).toBe(status)
  })
})

describe('permission', () => {
  it.each([
    ['allow', 200],
    [401, 401],
    [403, 403],
  ] as const)('%j', async (permission, status) => {
    const asked: string[] = []
    let reads = 0
    const found = await ask('', {
      connection: {},
      source: {
        open: (project, place) => {
          reads++
          return source.open(project, place)
        },
      },
      authorize: (request, project) => {
        asked.push(`${request.headers.get('authorization') ?? ''} ${project}`)
        return Promise.resolve(permission)
      },
      init: { headers: { authorization: 'Bearer x' } },
    })
    expect(found.status).toBe(status)
    expect(asked).toEqual(['Bearer x p'])
    expect(reads).toBe(status === 200 ? 1 : 0)
    expect(found.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null)
  })

  it('is refused, and an error reported, for any other answer of the hook', async () => {
    const errors: unknown[] = []
    const authorize = (() => true) as unknown as () => 'allow'
    const found = await ask('', { authorize, onError: (error) => errors.push(error) })
    expect(found.status).toBe(500)
    expect(errors).toEqual([new TypeError('authorize must return `allow`, 401 or 403, not true')])
  })

  it('is refused when the hook fails', async () => {
    const found = await ask('', { authorize: () => Promise.reject(new Error('down')) })
    expect(found.status).toBe(500)
  })
})

describe('an error of `open`', () => {
  class GoneError extends ApiError {
    override readonly name = 'GoneError'
    readonly reason = 'gone'
    override readonly headers = { 'retry-after': '9' }
    readonly status
    constructor(status: number) {
      super('It is gone.')
      this.status = status as ErrorStatus
    }
  }
  const internal = error(500, 'internalError', 'Internal error encountered.')

  it.each([
    ['an error of the API', new GoneError(429), 429, error(429, 'gone', 'It is gone.'), '9', 0],
    ['an error of the API with a strange status', new GoneError(99), 500, internal, null, 1],
    ['any other error', new Error('secret'), 500, internal, null, 1],
    ['a value', 'secret', 500, internal, null, 1],
  ])('%s', async (_, thrown, status, body, retryAfter, reports) => {
    const errors: unknown[] = []
    const open = async () => {
      await Promise.resolve()
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- a program may throw anything
      throw thrown
    }
    const found = await ask('', { source: { open }, onError: (reported) => errors.push(reported) })
    expect(found.status).toBe(status)
    expect(found.json).toEqual(body)
    expect(found.headers.get('retry-after')).toBe(retryAfter)
    expect(errors).toEqual(reports === 0 ? [] : [thrown])
  })
})
