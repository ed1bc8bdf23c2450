import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { answerClientError } from '../../src/node/index.ts'

const errorWith = (code: string, rawPacket?: string) =>
  Object.assign(new Error(code), { code, ...(rawPacket !== undefined && { rawPacket: Buffer.from(rawPacket) }) })

describe('answerClientError', () => {
  it.each([
    [errorWith('HPE_HEADER_OVERFLOW'), 'HTTP/1.1 414 URI Too Long'],
    [errorWith('ERR_HTTP_REQUEST_TIMEOUT'), 'HTTP/1.1 408 Request Timeout'],
    [errorWith('HPE_INVALID_METHOD'), 'HTTP/1.1 400 Bad Request'],
  ])('answers %s', async (error, status) => {
    const socket = new PassThrough()
    answerClientError(error, socket)
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
    expect(head.split('\r\n')[0]).toBe(status)
    expect(JSON.parse(body)).toMatchObject({ error: { code: Number(status.slice(9, 12)) } })
  })

  it('closes a connection that cannot be answered', () => {
    const [reset, ended] = [new PassThrough(), new PassThrough()]
    answerClientError(errorWith('ECONNRESET'), reset)
    ended.end()
    answerClientError(errorWith('HPE_INVALID_METHOD'), ended)
    expect([reset.destroyed, ended.destroyed]).toEqual([true, true])
  })

  /** Sends bytes over connections that never close their half; resolves to the answers. */
  async function send(
    count: number,
    bytes: string,
    listener: RequestListener = (_, answer) => void answer.end(),
    pieceLength = Infinity,
  ): Promise<readonly string[]> {
    const server = createServer({ maxHeaderSize: 2 ** 14 }, listener).on('clientError', answerClientError)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const sockets: Socket[] = []
    const answers = await Promise.all(
      Array.from({ length: count }, async () => {
        const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
        sockets.push(socket)
        socket.on('error', () => undefined)
        let answer = ''
        socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece))
        const ended = new Promise((resolve) => socket.once('end', resolve).once('close', resolve))
        socket.setNoDelay()
        for (let at = 0; at < bytes.length && socket.writable; at += pieceLength) {
          socket.write(bytes.slice(at, at + pieceLength))
          if (pieceLength < bytes.length) await new Promise((resolve) => setTimeout(resolve, 2))
        }
        await ended
        return answer
      }),
    )
    const connections = () =>
      new Promise((resolve) =>
        server.getConnections((_, number) => {
          resolve(number)
        }),
      )
    // The server learns on the next turn that they are closed.
    while ((await connections()) !== 0) await new Promise((resolve) => setTimeout(resolve, 1))
    for (const socket of sockets) socket.destroy()
    server.close()
    return answers
  }

  it.each([
    ['GARBAGE\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}`, 431],
  ])('closes connections that callers leave half open: %.20j', async (bytes, status) => {
    for (const answer of await send(200, bytes)) {
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `))
      expect(answer.trimEnd().endsWith('}')).toBe(true)
    }
  })

  it('does not write into an answer that has begun', async () => {
    const [answer] = await send(1, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGARBAGE\r\n\r\n', (_, response) => {
      response.write('x')
    })
    expect(answer).not.toContain('400')
  })

  it('closes the connection of a caller that does not read the answer', async () => {
    const stalled = new PassThrough({ highWaterMark: 1 })
    stalled.write('what nobody reads')
    answerClientError(errorWith('HPE_INVALID_METHOD'), stalled)
    await once(stalled, 'close')
    expect(stalled.writableFinished).toBe(false)
  })

  const url = `GET /${'x'.repeat(20_000)}`
  const long = 'b'.repeat(20_000)
  const lines = `GET / HTTP/1.1\r\nHost: localhost\r\n`
  it.each<readonly [status: number, bytes: string]>([
    [414, `${url} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    [414, url],
    [414, `${lines}\r\n${url} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    [414, `${lines}\r\n${url}`],
    [431, `${lines}A: ${long}\r\n\r\n`],
    [431, `${lines}A: ${long}`],
    [431, `${lines}${long}: a\r\n\r\n`],
    [431, `${lines}${'A: bbbbbbbbbb\r\n'.repeat(2000)}`],
    [431, `GET /x${long.slice(0, 10_000)} HTTP/1.1\r\nA: ${long.slice(0, 10_000)}\r\n\r\n`],
  ])('distinguishes a long URL from long headers, with status %i (%#)', async (status, bytes) => {
    const [answer] = await send(1, bytes)
    expect(answer?.match(/(?<=HTTP\/1.1 )\d+/g)?.at(-1)).toBe(String(status))
  })

  it.each<readonly [status: number, bytes: string]>([
    [414, `${url} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    [414, url],
    [414, `${lines}\r\n${url} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
    [431, `${lines}${'A: bbbbbbbbbb\r\n'.repeat(2000)}`],
  ])('distinguishes them when they arrive in pieces, with status %i (%#)', async (status, bytes) => {
    const [answer] = await send(1, bytes, undefined, 997)
    expect(answer?.match(/(?<=HTTP\/1.1 )\d+/g)?.at(-1)).toBe(String(status))
  })
})
