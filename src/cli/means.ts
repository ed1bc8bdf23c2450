import type { Request } from './arguments.ts'
import type { Output, OutputStream } from './output.ts'
import type { Found, ReadLimits } from '../input/index.ts'

/** What the work is done with. */
export interface Means {
  readonly request: Request
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
  readonly progressStream: OutputStream
  readonly now: () => number
  readonly limits: ReadLimits
}

/** What becomes of the images: text for standard output, for each and at the end. */
export interface Sink {
  take(match: Found): string
  /** @throws Failure */
  end(inputName: string): string
}
