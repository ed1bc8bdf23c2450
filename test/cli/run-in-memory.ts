import { Readable, Writable } from 'node:stream'
import { run, type CommandEnvironment } from '../../src/cli/run.ts'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Situation extends Partial<Pick<CommandEnvironment, 'now' | 'limits' | 'env'>> {
  /** The text of standard input: in one piece, or in these. */
  readonly stdin?: string | readonly (string | Uint8Array)[] | Readable
  readonly isTerminal?: {
    readonly stdin?: boolean
    readonly stdout?: boolean
    readonly stderr?: boolean
    readonly columns?: number
  }
  /** The result of a write to standard output. */
  readonly stdoutError?: NodeJS.ErrnoException
  readonly stderrError?: NodeJS.ErrnoException
}

/** Runs the program with streams in memory. */
export async function runInMemory(argv: readonly string[], situation: Situation = {}): Promise<Ran> {
  const { stdin = '', isTerminal = {}, stdoutError, stderrError, ...others } = situation
  const stdout = collect(isTerminal.stdout, stdoutError, isTerminal.columns)
  const stderr = collect(isTerminal.stderr, stderrError)
  const input = stdin instanceof Readable ? stdin : readable(stdin)
  const code = await run({
    argv,
    stdin: Object.assign(input, isTerminal.stdin === true && { isTTY: true }),
    stdout: stdout.stream,
    stderr: stderr.stream,
    ...others,
  })
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}

function readable(stdin: string | readonly (string | Uint8Array)[]): Readable {
  const pieces = typeof stdin === 'string' ? [stdin] : stdin
  return Readable.from(pieces.map((piece) => Buffer.from(piece)).filter((piece) => piece.length > 0))
}

interface Collected {
  readonly stream: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly text: () => string
}

function collect(isTTY = false, error?: NodeJS.ErrnoException, columns?: number): Collected {
  const pieces: string[] = []
  const stream = new Writable({
    decodeStrings: false,
    write: (piece: string, _encoding, done) => {
      if (error === undefined) pieces.push(piece)
      done(error)
    },
  })
  return {
    stream: Object.assign(stream, isTTY && { isTTY, ...(columns !== undefined && { columns }) }),
    text: () => pieces.join(''),
  }
}

/** NDJSON of these images. */
export const lines = (...images: readonly unknown[]): string =>
  images.map((image) => `${JSON.stringify(image)}\n`).join('')

/** An error of the operating system. */
export const systemError = (code: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${code}: failed`), { code })
