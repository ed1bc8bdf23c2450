import { RequestError } from './request-error.ts'

/** The bodies that are on their way, so that callers who do not read cannot fill the memory. */
export interface PendingBodies {
  /**
   * A body of these pieces, `length` bytes in all. A long one counts until it has been read, or was cancelled, or the caller has gone away.
   *
   * @throws RequestError 503 when there is no room for it
   */
  readonly send: (
    pieces: readonly Uint8Array<ArrayBuffer>[],
    length: number,
    signal: AbortSignal,
  ) => ReadableStream | Uint8Array<ArrayBuffer>
  /** A body that is made piece by piece. */
  readonly begin: (signal: AbortSignal) => GrowingBody
}

/** A body that grows. All its pieces count, from when they are added. */
export interface GrowingBody {
  /** @throws RequestError 503 when there is no room for it */
  readonly add: (bytes: Uint8Array<ArrayBuffer>) => void
  /** The whole, when nothing more comes. */
  readonly finish: () => ReadableStream
  /** Gives up what has been added. */
  readonly drop: () => void
}

/** Bytes: what is read at once. A body that is no longer than this does not count. */
const pieceBytes = 65_536

/** For bodies that are dropped unread. Nothing that is registered leads back to its body, or none would ever be dropped. */
const forgotten = new FinalizationRegistry<() => void>((release) => {
  release()
})

/** @param limit bytes; a body of any length is sent when no other is under way */
export function createPendingBodies(limit: number): PendingBodies {
  let underWay = 0

  /** Counts the bytes of one body, until they are released. */
  function createCount() {
    let own = 0
    return {
      add(length: number): void {
        if (underWay > own && underWay + length > limit) {
          throw new RequestError(503, 'Too many responses are waiting to be read.', { 'retry-after': '5' })
        }
        underWay += length
        own += length
      },
      release(): void {
        underWay -= own
        own = 0
      },
    }
  }

  function begin(signal: AbortSignal): GrowingBody {
    const pieces: Uint8Array<ArrayBuffer>[] = []
    const { add, release } = createCount()
    const drop = (): void => {
      pieces.length = 0
      release()
      forgotten.unregister(release)
      signal.removeEventListener('abort', drop)
    }
    signal.addEventListener('abort', drop)
    return {
      drop,
      add(bytes) {
        add(bytes.length)
        pieces.push(bytes)
      },
      finish() {
        const body = streamOf(pieces, drop)
        forgotten.register(body, release, release)
        return body
      },
    }
  }

  return {
    begin,
    send(pieces, length, signal) {
      const [first = new Uint8Array()] = pieces
      if (length <= pieceBytes && first.length === length) return first
      const growing = begin(signal)
      try {
        for (const piece of pieces) growing.add(piece)
      } catch (error) {
        growing.drop()
        throw error
      }
      return growing.finish()
    },
  }
}

/**
 * A stream of the pieces, as they are asked for, none of them longer than is read at once. Nothing else holds them: they go
 * with it, and when they are dropped.
 *
 * @param pieces is emptied
 * @param onEnd called when the last piece was read, and when it is cancelled
 */
function streamOf(pieces: Uint8Array<ArrayBuffer>[], onEnd: () => void): ReadableStream {
  const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
    pull(controller) {
      const [piece] = pieces
      if (piece === undefined) {
        controller.error(new Error('the client closed the connection'))
        return
      }
      controller.enqueue(piece.subarray(0, pieceBytes))
      const rest = piece.subarray(pieceBytes)
      if (rest.length > 0) pieces[0] = rest
      else pieces.shift()
      if (pieces.length > 0) return
      onEnd()
      controller.close()
    },
    cancel: onEnd,
  }
  return new ReadableStream(source, { highWaterMark: 0 })
}
