import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { createNodeListener, createNodeServer } from '../../src/node/index.ts'
import { createHandler, createMemorySource } from '../../src/server/index.ts'

const listener = createNodeListener(createHandler({ source: createMemorySource({ p: [{ name: 'a' }] }) }))
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function start(): Promise<number> {
  const server = createNodeServer(listener)
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

/** The answer to some bytes, as status and body. */
async function send(bytes: string): Promise<readonly [status: number, json: unknown]> {
  const socket = connect(await start(), '127.0.0.1')
  socket.write(bytes)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  return [Number(/^HTTP\/1\.1 (\d+) /.exec(head)?.[1]), JSON.parse(body)]
}

const end = 'Connection: close\r\n\r\n'

describe('a server of node:http', () => {
  it.each([
    ['a request without a host', `GET / HTTP/1.1\r\n${end}`, 400, 'Bad request: there must be exactly one valid host.'],
    [
      'a batch without a host',
      `POST /batch HTTP/1.1\r\n${end}`,
      400,
      'Bad request: there must be exactly one valid host.',
    ],
    [
      'an expectation',
      `GET / HTTP/1.1\r\nHost: localhost\r\nExpect: foo\r\n${end}`,
      417,
      'The expectation of the request cannot be met.',
    ],
    ['CONNECT', `CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n`, 405, 'Method not allowed: CONNECT.'],
    ['a request that is not HTTP', 'nonsense\r\n\r\n', 400, 'Bad request: this is not HTTP.'],
    ['a URL of 140 kB', `GET /${'x'.repeat(140_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 414, 'The URL is too long.'],
    [
      'a URL of 100 kB',
      `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: localhost\r\n${end}`,
      414,
      'The URL is too long.',
    ],
    ['a header of 140 kB', `GET / HTTP/1.1\r\nA: ${'x'.repeat(140_000)}\r\n\r\n`, 431, 'The headers are too large.'],
  ])('answers %s in the envelope', async (_, bytes, code, message) => {
    expect(await send(bytes)).toEqual([
      code,
      { error: { code, message, errors: [expect.objectContaining({ message })] } },
    ])
  })

  it('answers fetch with a URL of 140 kB', async () => {
    const answer = await fetch(`http://127.0.0.1:${String(await start())}/?filter=${'x'.repeat(140_000)}`)
    expect(answer.status).toBe(414)
  })

  it.each([
    ['no host in HTTP/1.0', `GET /healthz HTTP/1.0\r\n\r\n`],
    [
      'an upgrade that it does not make',
      `GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade, close\r\nUpgrade: websocket\r\n\r\n`,
    ],
  ])('serves with %s', async (_, bytes) => {
    expect(await send(bytes)).toEqual([200, { status: 'ok' }])
  })

  it('reads a body after 100 Continue', async () => {
    const socket = connect(await start(), '127.0.0.1')
    socket.write(
      `POST /batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/mixed; boundary=b\r\nContent-Length: 3\r\nExpect: 100-continue\r\n${end}`,
    )
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 100 Continue/)
    socket.write('abc')
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /)
  })
})
