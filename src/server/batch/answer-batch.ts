import type { Turn } from '../gate.ts'
import type { PendingBodies } from '../pending-bodies.ts'
import { phraseOf, RequestError } from '../request-error.ts'
import { type Rendered, respondInPieces } from '../respond.ts'
import { parseMultipart, readBoundary } from './parse-multipart.ts'
import { parsePart, type BatchPart, type PartRequest } from './parse-part.ts'
import { createBodyReader } from '../read-body.ts'

/** The maximum number of requests in a batch. */
const maxParts = 1000
/** Of one batch, of all batches that are being read, and of the responses to one batch. */
const maxBodyBytes = 2 ** 22
const maxTotalBodyBytes = 2 ** 28
const maxAnswerBytes = 2 ** 26
/** The maximum time until a batch has arrived. */
const maxArrivalMs = 10_000

export interface BatchContext {
  readonly pendingBodies: PendingBodies
  /** In UTF-16 units. */
  readonly maxUrlLength: number
  /** Responds to a part. Never rejects. */
  readonly answer: (request: Request, turn: Turn) => Promise<Rendered>
  /** The response to an error. */
  readonly fail: (error: unknown, request: Request) => Rendered
}

/** Reads the texts of the parts of a batch. @throws RequestError 400, 408, 413, 429, 499 */
export type BatchReader = (batch: Request) => Promise<readonly string[]>

/**
 * A batch is read before it counts as a running request, so that slow senders do not block others. Permissions are checked
 * later, since each part may have its own credentials.
 *
 * @param timeoutMs the maximum time of a request; a batch has no longer to arrive
 */
export function createBatchReader(timeoutMs = maxArrivalMs): BatchReader {
  const limits = {
    called: ['batch', 'batches'] as const,
    maxBytes: maxBodyBytes,
    maxTotalBytes: maxTotalBodyBytes,
    timeoutMs: Math.min(timeoutMs, maxArrivalMs),
  }
  const readBody = createBodyReader(limits)
  return async (batch) => {
    const boundary = readBoundary(batch.headers.get('content-type') ?? '')
    return parseMultipart(await readBody(batch), boundary, maxParts)
  }
}

/**
 * Responds to the requests of a `multipart/mixed` batch, one after the other and in their order, each with its own status.
 * The whole batch counts as one request for the limits on concurrency and time.
 *
 * A part has the origin and the headers of the batch. Only `Authorization` may be its own: a caller must not be able to set
 * the headers that a proxy sets.
 *
 * @throws RequestError 503; the signal's reason when the work is aborted
 */
export async function answerBatch(
  batch: Request,
  parts: readonly string[],
  turn: Turn,
  { pendingBodies, maxUrlLength, answer, fail }: BatchContext,
): Promise<Response> {
  const answers = pendingBodies.begin(batch.signal)
  const mark = `batch_${crypto.randomUUID()}`
  let total = 0

  async function answerPart({ readRequest }: BatchPart): Promise<readonly [Rendered, method: string]> {
    try {
      const part = readRequest()
      return [await answer(requestOf(batch, part), turn), part.method]
    } catch (error) {
      return [fail(error, batch), 'GET']
    }
  }

  function add(pieces: readonly Uint8Array<ArrayBuffer>[], maxTotal = Infinity): void {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
    if (total + length > maxTotal) throw new RequestError(400, tooLong)
    for (const piece of pieces) answers.add(piece)
    total += length
  }

  try {
    for (const text of parts) {
      await turn.pause()
      const part = parsePart(text, maxUrlLength)
      const [rendered, method] = await answerPart(part)
      turn.signal.throwIfAborted()
      try {
        add(writePart(mark, part, rendered, method), maxAnswerBytes)
      } catch (error) {
        add(writePart(mark, part, fail(error, batch), 'GET'))
      }
    }
    add([encode(`--${mark}--\r\n`)])
    return respondInPieces(answers.finish(), `multipart/mixed; boundary=${mark}`, batch)
  } catch (error) {
    answers.drop()
    throw error
  }
}

const tooLong = `The responses of the batch exceed ${String(maxAnswerBytes)} bytes; send fewer requests at once.`

function requestOf({ url, headers: given }: Request, { method, target, authorization }: PartRequest): Request {
  const headers = new Headers(given)
  for (const name of given.keys()) if (name.startsWith('content-')) headers.delete(name)
  if (authorization !== undefined) headers.set('authorization', authorization)
  return new Request(new URL(url).origin + target, { method, headers })
}

function writePart(
  mark: string,
  { id }: BatchPart,
  { status, headers, pieces, length }: Rendered,
  method: string,
): readonly Uint8Array<ArrayBuffer>[] {
  const lines = [
    `--${mark}`,
    'content-type: application/http',
    ...(id === undefined ? [] : [`content-id: ${id.replace(/^<?/, '$&response-')}`]),
    '',
    `HTTP/1.1 ${String(status)} ${phraseOf(status)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${String(length)}`,
    '',
    '',
  ]
  return [encode(lines.join('\r\n')), ...(method === 'HEAD' ? [] : pieces), encode('\r\n')]
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
