import { describe, expect, it, vi } from 'vitest'
import { createHandler, createMemorySource, type HandlerOptions, type Place } from '../../../src/server/index.ts'

const images = Array.from({ length: 30 }, (_, at) => ({ name: `image-${String(at)}`, description: 'x'.repeat(1000) }))
const source = createMemorySource<{ name: string; description?: string }>({ p: images, q: [{ name: 'q' }] })
const here = { remoteAddress: '127.0.0.1' }
const list = (project: string, query = '') => `/compute/v1/projects/${project}/global/images${query}`

const part = (target: string, id?: string, method = 'GET', headers = '') =>
  `Content-Type: application/http\r\n${id === undefined ? '' : `Content-ID: ${id}\r\n`}\r\n${method} ${target} HTTP/1.1\r\n${headers}\r\n`
const batchOf = (parts: readonly string[]) => [...parts.map((one) => `--b\r\n${one}\r\n`), '--b--\r\n'].join('')

interface PartAnswer {
  readonly id: string | undefined
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

function readAnswers(type: string, body: string): readonly PartAnswer[] {
  const boundary = /boundary=(\S+)$/.exec(type)?.[1] ?? ''
  const [first, ...rest] = `\r\n${body}`.split(`\r\n--${boundary}`)
  expect([first, rest.pop()]).toEqual(['', '--\r\n'])
  return rest.map((text) => {
    const [outer = '', inner = '', ...content] = text.split('\r\n\r\n')
    const [line = '', ...lines] = inner.split('\r\n')
    expect(outer).toMatch(/^\r\ncontent-type: application\/http(\r\n|$)/)
    const headers = new Headers(lines.map((one) => one.split(': ') as [string, string]))
    const json = content.join('\r\n\r\n')
    if (json !== '') expect(Number(headers.get('content-length'))).toBe(Buffer.byteLength(json))
    return {
      id: /content-id: (.*)/.exec(outer)?.[1],
      status: Number(/^HTTP\/1\.1 (\d{3}) [A-Z]/.exec(line)?.[1]),
      headers,
      text: json,
    }
  })
}

const initOf = (body: RequestInit['body'], headers: Record<string, string> = {}): RequestInit => {
  const init = {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { 'content-type': 'multipart/mixed; boundary=b', ...headers },
  }
  return init as RequestInit
}

async function send(
  body: RequestInit['body'],
  options: Partial<HandlerOptions> = {},
  headers: Record<string, string> = {},
  connection: { remoteAddress?: string } = here,
) {
  const handle = createHandler({ source, ...options })
  const answer = await handle(new Request('http://localhost/batch/compute/v1', initOf(body, headers)), connection)
  const text = await answer.text()
  const type = answer.headers.get('content-type') ?? ''
  const message = type.startsWith('application/json')
    ? (JSON.parse(text) as { error: { message: string } }).error.message
    : undefined
  return {
    status: answer.status,
    message,
    headers: answer.headers,
    answers: message === undefined ? readAnswers(type, text) : [],
  }
}

describe('a batch', () => {
  it('is answered in order, each part with its own status and name', async () => {
    const parts = [
      part(list('p', '?maxResults=1&fields=items/name&prettyPrint=false'), '<x+1>'),
      part(list('nobody'), '<x+2>'),
      part(`https://compute.googleapis.com${list('q')}/q?prettyPrint=false`, 'x+3'),
      part(list('p', '?filter=nme=a')),
      part(list('p'), '<5>', 'POST'),
      part('/', '<6>'),
      part('/healthz', '<7>'),
      part('/batch', '<8>'),
      part('/batch', '<9>', 'POST'),
      part(list('p', `?filter=${'x'.repeat(99_000)}`), '<10>'),
      part(list('p', '?filter=%zz'), '<11>'),
      part(list('q').replace('v1', 'beta'), '<12>', 'HEAD'),
      part('/compute/v1/projects/q/global/images/family/x', '<13>'),
      'nonsense',
    ]
    const { status, answers } = await send(batchOf(parts))
    expect(status).toBe(200)
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      ['<response-x+1>', 200],
      ['<response-x+2>', 404],
      ['response-x+3', 200],
      [undefined, 400],
      ['<response-5>', 405],
      ['<response-6>', 404],
      ['<response-7>', 404],
      ['<response-8>', 405],
      ['<response-9>', 400],
      ['<response-10>', 414],
      ['<response-11>', 400],
      ['<response-12>', 200],
      ['<response-13>', 404],
      [undefined, 400],
    ])
    expect(answers[0]?.text).toBe('{"items":[{"name":"image-0"}]}\n\r\n'.slice(0, -2))
    expect(answers[2]?.text).toBe('{"name":"q"}\n')
    expect(answers[8]?.text).toContain('Bad request: the part of the batch is malformed: it is a batch itself.')
    expect([answers[4]?.headers.get('allow'), answers[11]?.text]).toEqual(['GET, HEAD', ''])
  })

  it('is accepted at /batch, and in gcloud’s form', async () => {
    const text = batchOf([part(list('q'), '<1>')]).replaceAll('\r\n', '\n')
    expect((await send(text)).answers.map(({ status }) => status)).toEqual([200])
    const request = new Request('http://localhost/batch', {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'multipart/mixed; boundary="b"' },
    })
    expect((await createHandler({ source })(request, here)).status).toBe(200)
  })

  it('is compressed on request', async () => {
    const init = {
      method: 'POST',
      body: batchOf([part(list('q'))]),
      headers: { 'content-type': 'multipart/mixed; boundary=b', 'accept-encoding': 'gzip' },
    }
    const answer = await createHandler({ source })(new Request('http://localhost/batch', init), here)
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const text = await new Response(answer.body?.pipeThrough(new DecompressionStream('gzip'))).text()
    expect(readAnswers(answer.headers.get('content-type') ?? '', text)).toHaveLength(1)
  })

  it('may contain a thousand parts', async () => {
    const one = part(list('q', '?fields=kind'))
    const { answers } = await send(batchOf(Array.from({ length: 1000 }, () => one)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 1000 }, () => 200))
    expect((await send(batchOf(Array.from({ length: 1001 }, () => one)))).message).toBe(
      'Bad request: the batch is malformed: it has more than 1000 parts.',
    )
  })
})

describe('a rejected batch', () => {
  const malformed = (why: string) => `Bad request: the batch is malformed: ${why}.`
  it.each<
    readonly [what: string, body: RequestInit['body'], headers: Record<string, string>, status: number, message: string]
  >([
    ['has no body', null, {}, 400, malformed('its last boundary is missing')],
    [
      'has another type',
      '{}',
      { 'content-type': 'application/json' },
      400,
      malformed('its Content-Type is not multipart/mixed'),
    ],
    ['has no end', '--b\r\n', {}, 400, malformed('its last boundary is missing')],
    ['is not UTF-8', new Uint8Array([0xff, 0xfe]), {}, 400, 'Bad request: the batch is not UTF-8.'],
    ['ends in the middle of a character', new Uint8Array([0xc3]), {}, 400, 'Bad request: the batch is not UTF-8.'],
    ['is too long', 'x'.repeat(2 ** 22 + 1), {}, 413, 'The batch is longer than 4194304 bytes.'],
    [
      'declares that it is too long',
      'x',
      { 'content-length': '4194305' },
      413,
      'The batch is longer than 4194304 bytes.',
    ],
    [
      'comes from another site',
      batchOf([part('/')]),
      { 'sec-fetch-site': 'cross-site' },
      403,
      'Without authorization, this server refuses requests from web pages of other sites (sec-fetch-site: cross-site).',
    ],
  ])('%s', async (_, body, headers, status, message) => {
    expect(await send(body, {}, headers)).toMatchObject({ status, message })
  })

  it('has no type', async () => {
    const request = new Request('http://localhost/batch', { method: 'POST', body: new Uint8Array(1) })
    expect((await createHandler({ source })(request, here)).status).toBe(400)
  })

  it('comes from another machine, and is not read', async () => {
    let reads = 0
    const body = new ReadableStream(
      {
        pull() {
          reads++
        },
      },
      { highWaterMark: 0 },
    )
    expect((await send(body, {}, {}, { remoteAddress: '10.0.0.1' })).status).toBe(403)
    expect(reads).toBe(0)
  })

  it('is rejected as soon as it is too long', async () => {
    let [sent, isCancelled] = [0, false]
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 2 ** 20
        controller.enqueue(new Uint8Array(2 ** 20))
      },
      cancel() {
        isCancelled = true
      },
    })
    expect((await send(body)).status).toBe(413)
    expect(sent).toBeLessThan(2 ** 23)
    expect(isCancelled).toBe(true)
  })

  it('does not end in time, or its caller disconnects', async () => {
    let isCancelled = false
    const stalled = () =>
      new ReadableStream({
        pull: () => new Promise(() => undefined),
        cancel() {
          isCancelled = true
          throw new Error('it cannot be cancelled')
        },
      })
    expect(await send(stalled(), { timeoutMs: 20 })).toMatchObject({
      status: 408,
      message: 'The batch took longer than 0.02 s to arrive.',
    })
    expect(isCancelled).toBe(true)
    const broken = new ReadableStream({ pull: () => Promise.reject(new Error('reset')) })
    expect((await send(broken)).status).toBe(499)
    const leaving = new AbortController()
    const answer = createHandler({ source })(
      new Request('http://localhost/batch', { ...initOf(stalled()), signal: leaving.signal }),
      here,
    )
    leaving.abort()
    expect((await answer).status).toBe(499)
  })

  it('arrives while too many bytes of batches are being read', async () => {
    const handle = createHandler({ source, timeoutMs: 2000 })
    const post = (body: RequestInit['body']) => handle(new Request('http://localhost/batch', initOf(body)), here)
    let taken = 0
    /** One that has sent all it may, and does not end. */
    const full = () =>
      new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            if (taken === 64) return new Promise(() => undefined)
            controller.enqueue(new Uint8Array(2 ** 22))
            taken++
            return new Promise(() => undefined)
          },
        },
        { highWaterMark: 0 },
      )
    const crowd = Array.from({ length: 64 }, () => post(full()))
    await vi.waitFor(() => {
      expect(taken).toBe(64)
    })
    expect((await post(batchOf([part(list('q'))]))).status).toBe(429)
    expect((await Promise.all(crowd)).map(({ status }) => status)).toEqual(crowd.map(() => 408))
    expect((await post(batchOf([part(list('q'))]))).status).toBe(200)
  })

  it('does not block other requests by arriving slowly', async () => {
    const handle = createHandler({ source, maxConcurrentRequests: 1, timeoutMs: 1000 })
    const slow = () => new ReadableStream({ pull: () => new Promise(() => undefined) })
    const crowd = Array.from({ length: 300 }, () => handle(new Request('http://localhost/batch', initOf(slow())), here))
    await new Promise((resolve) => setTimeout(resolve))
    expect((await handle(new Request(`http://localhost${list('q')}`), here)).status).toBe(200)
    expect((await handle(new Request('http://localhost/batch', initOf(batchOf([part(list('q'))]))), here)).status).toBe(
      200,
    )
    expect((await Promise.all(crowd)).map(({ status }) => status)).toEqual(crowd.map(() => 408))
  })

  it('takes too long, with all its parts', async () => {
    const stalling = { open: () => new Promise<never>(() => undefined) }
    const { status, message } = await send(batchOf([part(list('p'))]), { source: stalling, timeoutMs: 20 })
    expect([status, message]).toEqual([504, 'The request took longer than 0.02 s.'])
  })
})

describe('a batch of lists of all kinds', () => {
  const vm = { kind: 'compute#instance', name: 'vm', zone: 'us-east1-b' }
  const mixed = createMemorySource<object>({ p: [vm, { kind: 'compute#address', name: 'ip', region: 'us-east1' }] })
  const base = '/compute/v1/projects/p'

  it('is answered, up to 1,000 parts, as one request', async () => {
    const targets = [
      '/aggregated/instances',
      '/zones/us-east1-b/instances/vm',
      '/regions/us-east1/addresses',
      '/zones',
      '',
    ]
    const parts = Array.from({ length: 1000 }, (_, at) =>
      part(`${base}${targets[at % targets.length] ?? ''}`, `<${String(at)}>`),
    )
    const { status, answers } = await send(batchOf(parts), { source: mixed, maxConcurrentRequests: 1 })
    expect([status, answers.length]).toEqual([200, 1000])
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
    expect(answers.map(({ id }) => id)).toEqual(parts.map((_, at) => `<response-${String(at)}>`))
    expect((await send(batchOf([...parts, part(base)]), { source: mixed })).message).toBe(
      'Bad request: the batch is malformed: it has more than 1000 parts.',
    )
  })

  it.each([
    ['POST', '/batch', 400],
    ['POST', '/batch?x=1', 400],
    ['POST', '/gce/batch/compute/v1', 400],
    ['GET', '/batch', 405],
    ['GET', `${base}/zones/us-east1-b/instances/batch`, 404],
    ['POST', `${base}/zones/us-east1-b/instanceGroups/g/listInstances`, 405],
    ['DELETE', `${base}/zones/us-east1-b/instances/vm`, 405],
    ['GET', `${base}/global/frobs`, 501],
  ])('has for %s %s the status %d', async (method, target, status) => {
    const { answers } = await send(batchOf([part(target, '<1>', method)]), { source: mixed })
    expect(answers.map((answer) => answer.status)).toEqual([status])
  })
})

describe('the cost of a batch', () => {
  it('is that of one request', async () => {
    let [now, most] = [0, 0]
    const counting = {
      async open(project: string, place: Place) {
        most = Math.max(most, ++now)
        await new Promise((resolve) => setTimeout(resolve, 1))
        now--
        return source.open(project, place)
      },
    }
    const { answers } = await send(batchOf([1, 2, 3].map(() => part(list('q')))), {
      source: counting,
      maxConcurrentRequests: 1,
    })
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(most).toBe(1)
    expect((await send(batchOf([part(list('q'))]), { maxConcurrentRequests: 0 })).status).toBe(429)
  })

  it('is bounded by the answers that are waiting to be read', async () => {
    const { answers } = await send(batchOf([1, 2, 3].map((id) => part(list('p'), String(id)))), {
      maxPendingBytes: 40_000,
    })
    // The first of a batch is always sent when nothing else is.
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const handle = createHandler({ source, maxPendingBytes: 70_000 })
    const init = () => ({
      method: 'POST',
      body: batchOf([part(list('p')), part(list('p')), part(list('p'))]),
      headers: { 'content-type': 'multipart/mixed; boundary=b' },
    })
    const first = await handle(new Request('http://localhost/batch', init()), here)
    const second = await handle(new Request('http://localhost/batch', init()), here)
    expect([first.status, second.status]).toEqual([200, 503])
    await first.text()
    expect((await handle(new Request('http://localhost/batch', init()), here)).status).toBe(200)
  })

  it('is bounded for each batch', async () => {
    const large = createMemorySource({ p: [{ name: 'a', description: 'x'.repeat(2 ** 24) }] })
    const { answers } = await send(batchOf([1, 2, 3, 4, 5, 6].map(() => part(list('p')))), { source: large })
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 400, 400, 400])
    expect(answers[3]?.text).toContain('exceed 67108864 bytes; send fewer requests at once.')
  })
})

describe('permission in a batch', () => {
  it('is checked for each part, with the headers of the batch and the credentials of the part', async () => {
    const asked: unknown[] = []
    const { answers } = await send(
      batchOf([
        part(list('p')),
        part(list('q'), '1', 'GET', 'Authorization: Bearer own\r\nX-User: root\r\nContent-Type: a/b\r\n'),
        part(list('r')),
      ]),
      {
        authorize({ url, method, headers }, project) {
          const names = ['authorization', 'x-user', 'content-type']
          asked.push([new URL(url).pathname, method, project, ...names.map((name) => headers.get(name))])
          return project === 'p' ? 403 : project === 'q' ? 'allow' : 401
        },
      },
      { authorization: 'Bearer outer', 'x-user': 'somebody' },
      {},
    )
    expect(asked).toEqual([
      [list('p'), 'GET', 'p', 'Bearer outer', 'somebody', null],
      [list('q'), 'GET', 'q', 'Bearer own', 'somebody', null],
      [list('r'), 'GET', 'r', 'Bearer outer', 'somebody', null],
    ])
    expect(answers.map(({ status, headers }) => [status, headers.get('www-authenticate')])).toEqual([
      [403, null],
      [200, null],
      [401, 'Bearer'],
    ])
  })

  it('reports its failures to the hooks', async () => {
    const told: string[] = []
    await send(batchOf([part(list('p', '?filter=nme=a')), part(list('x'))]), {
      source: {
        open: (project, place) => (project === 'x' ? Promise.reject(new Error('down')) : source.open('p', place)),
      },
      onError: (error) => told.push(String(error)),
      onRejected: ({ source }, { url }) => told.push(source, url),
    })
    expect(told).toEqual(['nme=a', `http://localhost${list('p', '?filter=nme=a')}`, 'Error: down'])
  })
})
