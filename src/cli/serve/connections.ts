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

/** To be called before the server listens. */
export function trackConnections(server: Server): Connections {
  const answers = new Map<Socket, Set<ServerResponse>>()
  let isClosing = false

  const endIfIdle = (socket: Socket): void => {
    if (isClosing && answers.get(socket)?.size === 0) socket.destroySoon()
  }

  function announceEnd(answer: ServerResponse): void {
    if (!answer.headersSent) answer.setHeader('connection', 'close')
  }

  server.on('connection', (socket: Socket) => {
    answers.set(socket, new Set())
    socket.once('close', () => answers.delete(socket))
  })
  server.prependListener('request', ({ socket }: IncomingMessage, answer: ServerResponse) => {
    answers.get(socket)?.add(answer)
    if (isClosing) announceEnd(answer)
    answer.once('close', () => {
      answers.get(socket)?.delete(answer)
      endIfIdle(socket)
    })
  })

  return {
    async close(patience) {
      isClosing = true
      const closed = new Promise((resolve) => server.close(resolve))
      const timer = setTimeout(() => {
        server.closeAllConnections()
      }, patience)
      for (const [socket, underWay] of answers) {
        underWay.forEach(announceEnd)
        endIfIdle(socket)
      }
      await closed
      clearTimeout(timer)
    },
  }
}
