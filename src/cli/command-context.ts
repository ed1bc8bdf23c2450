import type { Request } from './arguments.ts'
import type { Output, OutputStream } from './output.ts'
import type { ResourceEntry, ReadLimits } from '../input/index.ts'
import type { Paint } from './paint.ts'
import type { SubjectSelection, CommandSubject } from './subject.ts'

/** The request, the streams and the settings of one run of the filter command. */
export interface CommandContext {
  readonly request: Request
  readonly selection: SubjectSelection
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
  readonly progressStream: OutputStream
  readonly now: () => number
  readonly limits: ReadLimits
  /** For standard output. */
  readonly paint: Paint
}

/** Turns resources into text for standard output. */
export interface Sink {
  /** The text for one resource. */
  take(entry: ResourceEntry, subject: CommandSubject): string
  /** Whether no more resources are needed. */
  isFull?(): boolean
  /** The text after the last resource. @throws UsageError */
  end(inputName: string): string
}
