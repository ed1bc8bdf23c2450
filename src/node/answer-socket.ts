import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** The maximum time for sending the response. */
const timeoutMs = 2000

/** Writes a response to a connection without a request, and closes it, even if the caller keeps its half open. */
export function answerSocket(answer: Response, socket: Duplex): void {
  const close = (): void => void socket.destroy()
  const timer = setTimeout(close, timeoutMs)
  socket.once('close', () => {
    clearTimeout(timer)
  })
  socket.on('error', close)
  void answer.text().then((body) => {
    const { status } = answer
    const headers = { ...Object.fromEntries(answer.headers), connection: 'close' }
    const head = [
      `HTTP/1.1 ${String(status)} ${String(STATUS_CODES[status])}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, close)
  })
}
