import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** The connections of a server, so that it can be closed without waiting for silent ones. */
export interface Connections {
  /**
   * Closes the server: connections without a request under way at once, the others when they are answered, all of them
   * after some time.
   *
   * @param timeoutMs after which all connections are closed
   */
  close(timeoutMs: number): Promise<void>
}

/** A connection: whose it is, and the answers to its requests that are under way. */
interface Kept {
  readonly address: string
  readonly answers: Set<ServerResponse>
  /** To be called when its requests have changed. */
  readonly moveToEnd: () => void
}

/** A connection without a request under way, or one whose caller has not sent all of the request. */
const isIdle = ({ answers }: Kept): boolean =>
  answers.size === 0 || Array.from(answers).some(({ req }) => !req.complete)

/**
 * Keeps a number of connections at most. When there is one more, an idle connection is closed, which is one without a
 * request under way, or whose request has not come to its end: the one that has been so for longest, among those of the
 * address that has most connections. When all others are busy, that is the new one.
 *
 * To be called before the server listens.
 */
export function trackConnections(server: Server, maxConnections = Infinity): Connections {
  /** Those whose requests have changed most recently last. */
  const connections = new Map<Socket, Kept>()
  let isClosing = false

  function giveUpOne(): void {
    const countOf = new Map<string, number>()
    for (const { address } of connections.values()) countOf.set(address, (countOf.get(address) ?? 0) + 1)
    let chosen: Socket | undefined
    let most = 0
    for (const [socket, kept] of connections) {
      const count = Number(countOf.get(kept.address))
      if (count > most && isIdle(kept)) [most, chosen] = [count, socket]
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
    if (connections.size > maxConnections) giveUpOne()
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
