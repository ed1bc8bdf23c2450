import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { trackConnections } from '../../src/cli/serve/connections.ts'
import { serve } from './serving.ts'

const directory = mkdtempSync(join(tmpdir(), 'compute-filter-connections-'))
afterAll(() => {
  rmSync(directory, { recursive: true })
})
const file = join(directory, 'p.ndjson')
writeFileSync(file, '{"name":"a"}\n')

const opened: Socket[] = []
afterEach(() => {
  for (const socket of opened.splice(0)) socket.destroy()
})

/** A connection that never closes its half by itself, and sends something once it is there. */
async function open(port: number, bytes = '', localAddress = '127.0.0.1'): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', localAddress, allowHalfOpen: true })
  opened.push(socket)
  socket.on('error', () => undefined).resume()
  await once(socket, 'connect')
  socket.write(bytes)
  return socket
}

const request = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'

describe('many connections', () => {
  it('do not block others by sending nothing, garbage or half of a request', async () => {
    await serve([file, '--no-log'], async (address) => {
      const port = Number(new URL(address).port)
      const crowd = ['GARBAGE\r\n\r\n', 'GET / HTTP/1.1\r\nHost: loc', ''].flatMap((bytes) =>
        Array.from({ length: bytes === '' ? 1100 : 200 }, () => bytes),
      )
      for (let at = 0; at < crowd.length; at += 100) {
        await Promise.all(crowd.slice(at, at + 100).map((bytes) => open(port, bytes)))
      }
      const answer = await fetch(`${address}/compute/v1/projects/p/global/images/a`)
      expect(await answer.json()).toEqual({ name: 'a' })
    })
  })

  it('do not block others by sending batches slowly', async () => {
    await serve([file, '--no-log', '--max-concurrent-requests', '64', '--token', 'x'], async (address) => {
      const port = Number(new URL(address).port)
      const slow =
        'POST /batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/mixed; boundary=b\r\nContent-Length: 99\r\n\r\n-'
      // More than are worked on at once, and more than the connections that are kept.
      for (let count = 0; count < 300; count += 50) {
        await Promise.all(Array.from({ length: 50 }, () => open(port, slow)))
      }
      const headers = { authorization: 'Bearer x' }
      const answer = await fetch(`${address}/compute/v1/projects/p/global/images/a`, { headers })
      expect(await answer.json()).toEqual({ name: 'a' })
      const batch = `--b\r\nContent-Type: application/http\r\n\r\nGET /compute/v1/projects/p/global/images/a\r\n\r\n--b--`
      const type = { 'content-type': 'multipart/mixed; boundary=b' }
      const answers = await fetch(`${address}/batch`, { method: 'POST', body: batch, headers: { ...headers, ...type } })
      expect(await answers.text()).toContain('HTTP/1.1 200 OK')
    })
  })
})

describe('a server at its maximum of connections', () => {
  async function start(maxConnections: number, listener: RequestListener = (_, answer) => answer.end()) {
    const server: Server = createServer(listener)
    const connections = trackConnections(server, maxConnections)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const count = () =>
      new Promise<number>((resolve) => {
        server.getConnections((_, number) => {
          resolve(number)
        })
      })
    return { port: (server.address() as AddressInfo).port, connections, count }
  }
  /** Which of some connections the server has closed. */
  const closedOf = (sockets: readonly Socket[]) =>
    sockets.map(({ readableEnded, destroyed }) => readableEnded || destroyed)
  const anyClosed = (sockets: readonly Socket[]) => Promise.race(sockets.map((socket) => once(socket, 'end')))

  it('closes the connection that has been idle for longest', async () => {
    const { port, connections } = await start(3)
    const sockets = [await open(port), await open(port), await open(port)]
    // The first is used, so the second has been idle for longest.
    sockets[0]?.write(request)
    await once(sockets[0] as Socket, 'data')
    const gone = anyClosed(sockets)
    sockets.push(await open(port))
    await gone
    expect(closedOf(sockets)).toEqual([false, true, false, false])
    await connections.close(1000)
  })

  it('closes a connection of the address with the most', async () => {
    const { port, connections } = await start(3)
    const sockets = [await open(port), await open(port, '', '127.0.0.2'), await open(port, '', '127.0.0.2')]
    const gone = anyClosed(sockets)
    sockets.push(await open(port))
    await gone
    // Two and two: the one that was first.
    expect(closedOf(sockets)).toEqual([true, false, false, false])
    const next = anyClosed(sockets.slice(1))
    sockets.push(await open(port, '', '127.0.0.2'))
    await next
    expect(closedOf(sockets)).toEqual([true, true, false, false, false])
    await connections.close(1000)
  })

  it('rejects a new connection when all others have a running request', async () => {
    let tell: () => void = () => undefined
    const { port, connections } = await start(2, () => {
      tell()
    })
    const busy: Socket[] = []
    for (let count = 0; count < 2; count++) {
      const told = new Promise<void>((resolve) => (tell = resolve))
      busy.push(await open(port, request))
      await told
    }
    const refused = await open(port)
    await anyClosed([refused])
    expect(closedOf([...busy, refused])).toEqual([false, false, true])
    await connections.close(20)
  })

  it('does not count closed connections', async () => {
    const { port, connections, count } = await start(2)
    const first = await open(port, request)
    await once(first, 'data')
    first.destroy()
    while ((await count()) > 0) await new Promise((resolve) => setTimeout(resolve, 1))
    const second = await open(port)
    const third = await open(port, request)
    await once(third, 'data')
    expect(closedOf([second, third])).toEqual([false, false])
    await connections.close(1000)
  })
})
