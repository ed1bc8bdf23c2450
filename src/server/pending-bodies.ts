import { RequestError } from './request-error.ts'

/** The bodies that are being sent, bounded so that callers who do not read cannot exhaust memory. */
export interface PendingBodies {
  /**
   * A body of these pieces, `length` bytes in all. A long body counts until it was read or cancelled, or the connection closed.
   *
   * @throws RequestError 503 when there is no room for it
   */
  readonly send: (
    pieces: readonly Uint8Array<ArrayBuffer>[],
    length: number,
    signal: AbortSignal,
  ) => ReadableStream | Uint8Array<ArrayBuffer>
  /** Starts a body that is made piece by piece. */
  readonly begin: (signal: AbortSignal) => GrowingBody
}

/** A body that is made piece by piece. All its pieces count from the moment they are added. */
export interface GrowingBody {
  /** @throws RequestError 503 when there is no room for it */
  readonly add: (bytes: Uint8Array<ArrayBuffer>) => void
  /** Ends the body and returns it. */
  readonly finish: () => ReadableStream
  /** Discards the body. */
  readonly drop: () => void
}

/** The size of one read. A body that is not larger than this does not count. */
const pieceBytes = 65_536

/** Releases bodies that were dropped unread. Nothing registered may refer to its body, which would keep it alive. */
const forgotten = new FinalizationRegistry<() => void>((release) => {
  release()
})

/** @param maxBytes a body of any length is sent when no other is being sent */
export function createPendingBodies(maxBytes: number): PendingBodies {
  let underWay = 0

  /** Counts the bytes of one body until they are released. */
  function createCount() {
    let own = 0
    return {
      add(length: number): void {
        if (underWay > own && underWay + length > maxBytes) {
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
 * A stream of the pieces, in chunks of at most `pieceBytes`. Nothing else refers to the pieces, so they are freed with the
 * stream, or when they are discarded.
 *
 * @param pieces emptied while the stream is read
 * @param onEnd called after the last read, and when the stream is cancelled
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
