import type { Writable } from 'node:stream'
import { codeOf, describeSystemError } from './system-error.ts'
import { UsageError } from './usage-error.ts'

/** The reader of the output has closed it. This is not a failure, but no output is needed any more. */
export class BrokenPipeError extends Error {
  override readonly name = 'BrokenPipeError'
}

export interface Output {
  readonly isTerminal: boolean
  /** The width of the terminal; undefined when it is unknown. */
  readonly columns: number | undefined
  /** Resolves when the stream can take more. @throws BrokenPipeError, or UsageError when writing fails otherwise */
  write(text: string): Promise<void>
}

export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number }

export function openOutput(stream: OutputStream, name: string): Output {
  // Without a listener, an error would end the process. `write` reports it.
  stream.on('error', () => undefined)
  return {
    isTerminal: stream.isTTY === true,
    // A terminal of unknown size has 0 columns.
    columns: stream.columns === 0 ? undefined : stream.columns,
    write: async (text) => {
      if (text === '') return
      const failure = await writeAll(stream, text)
      if (failure == null) return
      throw gone.has(codeOf(failure))
        ? new BrokenPipeError()
        : new UsageError(`${name}: cannot write: ${describeSystemError(failure)}`)
    },
  }
}

const gone: ReadonlySet<string> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ECONNRESET'])

/** Waits until the text is written: the simplest back-pressure, and the caller gets the error. */
const writeAll = (stream: Writable, text: string): Promise<Error | null | undefined> =>
  new Promise((resolve) => {
    stream.write(text, resolve)
  })
