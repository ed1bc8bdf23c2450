import type { Request } from './arguments.ts'
import type { Output, OutputStream } from './output.ts'
import type { ResourceEntry, ReadLimits } from '../input/index.ts'
import type { Paint } from './paint.ts'

/** What the work is done with. */
export interface CommandContext {
  readonly request: Request
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
  readonly progressStream: OutputStream
  readonly now: () => number
  readonly limits: ReadLimits
  /** For standard output. */
  readonly paint: Paint
}

/** What becomes of the images: text for standard output, for each and at the end. */
export interface Sink {
  take(match: ResourceEntry): string
  /** Whether no more is wanted. */
  isFull?(): boolean
  /** @throws UsageError */
  end(inputName: string): string
}
