import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** The connections of a server, so that it can be closed without waiting for silent ones. */
export interface Connections {
  /**
   * Closes the server: connections without a request under way at once, the others when they are answered, all of them
   * after some time.
   *
   * @param patience milliseconds
   */
  close(patience: number): Promise<void>
}

/** A connection: whose it is, and the answers to its requests that are under way. */
interface Kept {
  readonly address: string
  readonly answers: Set<ServerResponse>
}

/**
 * Keeps a number of connections at most. When there is one more, an idle connection is closed, which is one without a
 * request under way: the one that has been idle for longest, among those of the address that has most connections. When all
 * others are busy, that is the new one.
 *
 * To be called before the server listens.
 */
export function trackConnections(server: Server, maxConnections = Infinity): Connections {
  const connections = new Map<Socket, Kept>()
  /** Those without a request under way, the longest idle first. */
  const idle = new Map<Socket, Kept>()
  let isClosing = false

  function giveUpOne(): void {
    const countOf = new Map<string, number>()
    for (const { address } of connections.values()) countOf.set(address, (countOf.get(address) ?? 0) + 1)
    let chosen: Socket | undefined
    let most = 0
    for (const [socket, { address }] of idle) {
      const count = Number(countOf.get(address))
      if (count > most) [most, chosen] = [count, socket]
    }
    chosen?.destroy()
  }

  function announceEnd(answer: ServerResponse): void {
    if (!answer.headersSent) answer.setHeader('connection', 'close')
  }

  server.on('connection', (socket: Socket) => {
    const kept: Kept = { address: String(socket.remoteAddress), answers: new Set() }
    connections.set(socket, kept)
    idle.set(socket, kept)
    socket.once('close', () => {
      connections.delete(socket)
      idle.delete(socket)
    })
    if (connections.size > maxConnections) giveUpOne()
  })
  server.prependListener('request', ({ socket }: IncomingMessage, answer: ServerResponse) => {
    const kept = connections.get(socket)
    kept?.answers.add(answer)
    idle.delete(socket)
    if (isClosing) announceEnd(answer)
    answer.once('close', () => {
      kept?.answers.delete(answer)
      if (kept?.answers.size !== 0 || socket.destroyed) return
      if (isClosing) socket.destroySoon()
      else idle.set(socket, kept)
    })
  })

  return {
    async close(patience) {
      isClosing = true
      const closed = new Promise((resolve) => server.close(resolve))
      const timer = setTimeout(() => {
        server.closeAllConnections()
      }, patience)
      for (const { answers } of connections.values()) answers.forEach(announceEnd)
      for (const socket of idle.keys()) socket.destroySoon()
      await closed
      clearTimeout(timer)
    },
  }
}
