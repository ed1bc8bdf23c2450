import { RequestError } from './request-error.ts'

/** The bodies that are on their way, so that callers who do not read cannot fill the memory. */
export interface Outgoing {
  /**
   * A body of these bytes. A long one counts until it has been read, or was cancelled, or the caller has gone away.
   *
   * @throws RequestError 503 when there is no room for it
   */
  readonly send: (bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal) => BodyInit
}

/** Bytes: what is read at once. A body that is no longer than this does not count. */
const pieceLength = 65_536

/** A body that is dropped unread, whatever became of it. */
const forgotten = new FinalizationRegistry<() => void>((release) => {
  release()
})

/** @param limit bytes; a body of any length is sent when no other is under way */
export function createOutgoing(limit: number): Outgoing {
  let underWay = 0
  return {
    send(bytes, signal) {
      const { length } = bytes
      if (length <= pieceLength) return bytes
      if (underWay > 0 && underWay + length > limit) {
        throw new RequestError(503, 'Too much is being sent to callers who have not read it.', { 'retry-after': '5' })
      }
      underWay += length
      // Nothing else holds the bytes: they are released with it.
      let rest: Uint8Array<ArrayBuffer> | undefined = bytes
      const release = (): void => {
        if (rest !== undefined) underWay -= length
        rest = undefined
        signal.removeEventListener('abort', release)
      }
      signal.addEventListener('abort', release)
      const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
        pull(controller) {
          if (rest === undefined) {
            controller.error(new Error('the caller has gone away'))
            return
          }
          controller.enqueue(rest.subarray(0, pieceLength))
          rest = rest.subarray(pieceLength)
          if (rest.length > 0) return
          release()
          controller.close()
        },
        cancel: release,
      }
      const body = new ReadableStream(source, { highWaterMark: 0 })
      forgotten.register(body, release)
      return body
    },
  }
}
