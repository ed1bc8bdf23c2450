import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** The connections of a server, so that it can be closed without waiting for silent ones. */
export interface Connections {
  /**
   * Closes the server: idle connections at once, the others after their responses.
   *
   * @param timeoutMs after which all connections are closed
   */
  close(timeoutMs: number): Promise<void>
}

/** A connection: its address, and the responses that are being sent. */
interface Kept {
  readonly address: string
  readonly answers: Set<ServerResponse>
  /** Call it when its requests change. */
  readonly moveToEnd: () => void
}

/** Whether a connection has no request, or an incomplete one. */
const isIdle = ({ answers }: Kept): boolean =>
  answers.size === 0 || Array.from(answers).some(({ req }) => !req.complete)

/**
 * Bounds the number of connections. When there is one too many, an idle connection is closed, which has no request or an
 * incomplete one. Among those of the address with the most connections, it is the one that has been idle longest. If all
 * others are busy, it is the new one.
 *
 * Call it before the server listens.
 */
export function trackConnections(server: Server, maxConnections = Infinity): Connections {
  /** Those with the most recent changes of requests are last. */
  const connections = new Map<Socket, Kept>()
  let isClosing = false

  function closeIdle(): void {
    const countOf = new Map<string, number>()
    for (const { address } of connections.values()) countOf.set(address, (countOf.get(address) ?? 0) + 1)
    let chosen: Socket | undefined
    let max = 0
    for (const [socket, kept] of connections) {
      const count = Number(countOf.get(kept.address))
      if (count > max && isIdle(kept)) [max, chosen] = [count, socket]
    }
    chosen?.destroy()
  }

  function announceEnd(answer: ServerResponse): void {
    if (!answer.headersSent) answer.setHeader('connection', 'close')
  }

  server.on('connection', (socket: Socket) => {
    const kept: Kept = {
      address: String(socket.remoteAddress),
      answers: new Set(),
      moveToEnd() {
        connections.delete(socket)
        connections.set(socket, kept)
      },
    }
    connections.set(socket, kept)
    socket.once('close', () => {
      connections.delete(socket)
    })
    if (connections.size > maxConnections) closeIdle()
  })
  server.prependListener('request', ({ socket }: IncomingMessage, answer: ServerResponse) => {
    const kept = connections.get(socket)
    kept?.answers.add(answer)
    kept?.moveToEnd()
    if (isClosing) announceEnd(answer)
    answer.once('close', () => {
      kept?.answers.delete(answer)
      if (kept?.answers.size !== 0 || socket.destroyed) return
      if (isClosing) socket.destroySoon()
      else kept.moveToEnd()
    })
  })

  return {
    async close(timeoutMs) {
      isClosing = true
      const closed = new Promise((resolve) => server.close(resolve))
      const timer = setTimeout(() => {
        server.closeAllConnections()
      }, timeoutMs)
      for (const { answers } of connections.values()) answers.forEach(announceEnd)
      for (const [socket, { answers }] of connections) if (answers.size === 0) socket.destroySoon()
      await closed
      clearTimeout(timer)
    },
  }
}
