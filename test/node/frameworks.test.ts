import { Agent, createServer, get, type IncomingMessage, request, type RequestListener, type Server } from 'node:http'
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { json } from 'node:stream/consumers'
import { type HttpBindings, serve as serveHono } from '@hono/node-server'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { createNodeListener } from '../../src/node/index.ts'
import { createHandler, createMemorySource } from '../../src/server/index.ts'

const images = Array.from({ length: 300 }, (_, at) => ({ name: `image-${String(at)}`, description: 'x'.repeat(1000) }))
const handle = createHandler({ source: createMemorySource({ p: images }) })
const path = '/compute/v1/projects/p/global/images'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer({ maxHeaderSize: 2 ** 17 }, listener)
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
}

const servers: readonly (readonly [name: string, start: () => Promise<string>])[] = [
  ['node:http', () => serve(createNodeListener(handle))],
  [
    'Express',
    () => {
      const app = express()
      app.use(createNodeListener(handle))
      return serve(app)
    },
  ],
  [
    'Fastify',
    async () => {
      const listener = createNodeListener(handle)
      const app = fastify()
      // A batch is read by the listener.
      app.addContentTypeParser('multipart/mixed', (_, __, done) => {
        done(null)
      })
      app.all('/*', (request, reply) => {
        reply.hijack()
        listener(request.raw, reply.raw)
      })
      closing.push(() => app.close())
      return app.listen({ port: 0, host: '127.0.0.1' })
    },
  ],
  [
    'Hono',
    async () => {
      const app = new Hono<{ Bindings: HttpBindings }>()
      app.all('/*', (context) => handle(context.req.raw, context.env.incoming.socket))
      const server = serveHono({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
      closing.push(() => server.close())
      await once(server, 'listening')
      return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
    },
  ],
]

describe.each(servers)('%s', (_, start) => {
  it('serves', async () => {
    const address = await start()
    const list = await fetch(`${address}${path}?filter=name+eq+%22image-1.%22&maxResults=2`)
    expect(list.status).toBe(200)
    expect(await list.json()).toMatchObject({ items: [{ name: 'image-10' }, { name: 'image-11' }] })
    expect((await fetch(`${address}${path}/image-7`)).status).toBe(200)
    expect((await fetch(`${address}${path}`, { method: 'POST', body: 'x' })).status).toBe(501)
    const head = await fetch(`${address}${path}`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const wrong = await fetch(`${address}${path}?filter=nme=a`)
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { error: { errors: [{ reason: 'invalid' }] } }])
  })
})

describe.each(servers)('%s', (_, start) => {
  it('serves batches', async () => {
    const part = `Content-Type: application/http\r\n\r\nGET ${path}/image-7?fields=name HTTP/1.1\r\n\r\n`
    const answer = await fetch(`${await start()}/batch/compute/v1`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/mixed; boundary=b' },
      body: `--b\r\n${part}\r\n--b--`,
    })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('HTTP/1.1 200 OK')
  })
})

describe('the listener', () => {
  it('discards a body that is too long, and continues', async () => {
    const address = await serve(createNodeListener(handle))
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    closing.push(() => {
      agent.destroy()
    })
    const statuses: unknown[] = []
    const ports = new Set<unknown>()
    for (const [place, length] of [
      ['/batch', 2 ** 25],
      [path, 2 ** 22],
      ['/batch', 2 ** 22],
    ] as const) {
      const headers = { 'content-type': 'multipart/mixed; boundary=b', 'transfer-encoding': 'chunked' }
      const asked = request(address + place, { method: 'POST', agent, headers }).end(Buffer.alloc(length, 'x'))
      const [response] = (await once(asked, 'response')) as [IncomingMessage]
      statuses.push(response.statusCode)
      ports.add(response.socket.localPort)
      await json(response)
    }
    expect([statuses, ports.size]).toEqual([[413, 501, 400], 1])
  })

  it('waits for a batch at most until the timeout', async () => {
    const impatient = createHandler({ source: createMemorySource({ p: images }), timeoutMs: 20 })
    const socket = connect(Number(new URL(await serve(createNodeListener(impatient))).port), '127.0.0.1')
    const head = 'POST /batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/mixed; boundary=b\r\n'
    socket.write(`${head}Content-Length: 9\r\n\r\nxxx`)
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 408 /)
    socket.write('xxxxxxGET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n')
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 200 /)
    socket.destroy()
  })

  /** The first line of the answer to some bytes. */
  async function send(address: string, bytes: string): Promise<string> {
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket.write(bytes)
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    socket.destroy()
    return chunk.toString('latin1').split('\r\n')[0] ?? ''
  }

  const host = 'Host: localhost\r\n\r\n'
  it.each<readonly [bytes: string, status: string]>([
    [`GET /%zz HTTP/1.1\r\n${host}`, 'HTTP/1.1 404 Not Found'],
    [`GET // HTTP/1.1\r\n${host}`, 'HTTP/1.1 404 Not Found'],
    [`GET http://localhost${path}?maxResults=1 HTTP/1.1\r\n${host}`, 'HTTP/1.1 200 OK'],
    [`GET http://localhost HTTP/1.1\r\n${host}`, 'HTTP/1.1 200 OK'],
    [`GET ${path} HTTP/1.0\r\n\r\n`, 'HTTP/1.1 200 OK'],
    [`GET ${path}?filter=name="a" HTTP/1.1\r\n${host}`, 'HTTP/1.1 200 OK'],
    [`GET ${path} HTTP/1.1\r\nHost: [::1]:80\r\n\r\n`, 'HTTP/1.1 200 OK'],
    [`GET ${path} HTTP/1.1\r\nAccept-Encoding: gzip\r\nX: \xe9\r\n${host}`, 'HTTP/1.1 200 OK'],
    [`GET ${path} HTTP/1.1\r\n__proto__: x\r\nconstructor: y\r\n${host}`, 'HTTP/1.1 200 OK'],
    [`TRACE ${path} HTTP/1.1\r\n${host}`, 'HTTP/1.1 405 Method Not Allowed'],
    [`PURGE ${path} HTTP/1.1\r\n${host}`, 'HTTP/1.1 405 Method Not Allowed'],
    ...['a b', '', 'localhost/compute/v1/projects/p/global/images?', 'u@localhost', 'localhost:x', 'a#b'].map(
      (wrong) => [`GET ${path} HTTP/1.1\r\nHost: ${wrong}\r\n\r\n`, 'HTTP/1.1 400 Bad Request'] as const,
    ),
    ...['/compute/../x', '/a/./b', '/%2e%2E/b', '/a\\b', 'ftp://localhost/', 'http://a#b', '/a#b', '/"'].map(
      (target) => [`GET ${target} HTTP/1.1\r\n${host}`, 'HTTP/1.1 400 Bad Request'] as const,
    ),
    [`OPTIONS * HTTP/1.1\r\n${host}`, 'HTTP/1.1 400 Bad Request'],
  ])('answers %j', async (bytes, status) => {
    expect(await send(await serve(createNodeListener(handle)), bytes)).toBe(status)
  })

  it.each([
    ['GET', { 'x-host': 'a' }, 'Bad request: the path is not normalized.', 400],
    ['TRACE', {}, 'Method not allowed: TRACE.', 405],
  ] as const)('answers invalid requests in the envelope: %s', async (method, headers, message, code) => {
    const asked = request(await serve(createNodeListener(handle)), { method, headers, path: '/a/../b' }).end()
    const [response] = (await once(asked, 'response')) as [AsyncIterable<Buffer>]
    expect(await json(response)).toMatchObject({ error: { code, message, errors: [{ domain: 'global' }] } })
  })

  it('serves HTTP/2', async () => {
    const server = createHttp2Server(createNodeListener(handle) as never)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const client = connectHttp2(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
    closing.push(
      () => server.close(),
      () => {
        client.close()
      },
    )
    const stream = client.request({ ':path': `${path}?maxResults=1`, 'x-a': ['b', 'c'] })
    const [headers] = (await once(stream, 'response')) as [Record<string, unknown>]
    expect(headers[':status']).toBe(200)
    expect(await json(stream)).toHaveProperty('items')
  })

  it('tells the handler when the caller disconnects', async () => {
    let told: (() => void) | undefined
    const aborted = new Promise<void>((resolve) => (told = resolve))
    const stalling = createNodeListener((request) => {
      request.signal.addEventListener('abort', () => told?.())
      return new Promise(() => undefined)
    })
    const request = get(`${await serve(stalling)}${path}`)
    request.on('error', () => undefined)
    await new Promise((resolve) => setTimeout(resolve, 20))
    request.destroy()
    await aborted
  })

  it('waits for a slow reader', async () => {
    const [response] = (await once(get(`${await serve(createNodeListener(handle))}${path}`), 'response')) as [
      AsyncIterable<Buffer>,
    ]
    let length = 0
    for await (const chunk of response) {
      length += chunk.length
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    expect(length).toBeGreaterThan(300_000)
  })

  it('closes the connection when there is no answer', async () => {
    const address = await serve(createNodeListener(() => Promise.reject(new Error('broken'))))
    await expect(fetch(address)).rejects.toThrow('fetch failed')
  })
})
