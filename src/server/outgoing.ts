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

/** For bodies that are dropped unread. Nothing that is registered leads back to its body, or none would ever be dropped. */
const forgotten = new FinalizationRegistry<() => void>((release) => {
  release()
})

/** @param limit bytes; a body of any length is sent when no other is under way */
export function createOutgoing(limit: number): Outgoing {
  let underWay = 0

  /** Counts so many bytes, until they are released. */
  function count(length: number): () => void {
    let isCounted = true
    underWay += length
    return () => {
      if (isCounted) underWay -= length
      isCounted = false
    }
  }

  return {
    send(bytes, signal) {
      const { length } = bytes
      if (length <= pieceLength) return bytes
      if (underWay > 0 && underWay + length > limit) {
        throw new RequestError(503, 'Too much is being sent to callers who have not read it.', { 'retry-after': '5' })
      }
      const release = count(length)
      const { body, drop } = cut(bytes, () => {
        release()
        forgotten.unregister(release)
        signal.removeEventListener('abort', drop)
      })
      signal.addEventListener('abort', drop)
      forgotten.register(body, release, release)
      return body
    },
  }
}

/**
 * A stream of the bytes, piece by piece as they are asked for. Nothing else holds them: they go with it, and when it is
 * dropped.
 *
 * @param onEnd called when the last piece was read, when it is cancelled, and when it is dropped
 */
function cut(bytes: Uint8Array<ArrayBuffer>, onEnd: () => void): { readonly body: ReadableStream; drop(): void } {
  let rest: Uint8Array<ArrayBuffer> | undefined = bytes
  const drop = (): void => {
    rest = undefined
    onEnd()
  }
  const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
    pull(controller) {
      if (rest === undefined) {
        controller.error(new Error('the caller has gone away'))
        return
      }
      controller.enqueue(rest.subarray(0, pieceLength))
      rest = rest.subarray(pieceLength)
      if (rest.length > 0) return
      drop()
      controller.close()
    },
    cancel: drop,
  }
  return { body: new ReadableStream(source, { highWaterMark: 0 }), drop }
}
