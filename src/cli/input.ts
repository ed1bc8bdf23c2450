import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { describeSystemError } from './system-error.ts'
import { UsageError } from './usage-error.ts'

export interface Input {
  /** The file as the user wrote it; for messages. */
  readonly name: string
  /** In bytes; undefined when it cannot be known beforehand. */
  readonly size: number | undefined
  readonly chunks: AsyncIterable<Uint8Array>
}

/** Opens several, each before any is read. @throws UsageError */
export const openInputs = (files: readonly string[], stdin: AsyncIterable<Uint8Array>): Promise<readonly Input[]> =>
  Promise.all(files.map((file) => openInput(file, stdin)))

/** Opens the file, or standard input when there is none or it is called `-`. @throws UsageError */
export async function openInput(file: string | undefined, stdin: AsyncIterable<Uint8Array>): Promise<Input> {
  if (file === undefined || file === '-') {
    const name = 'standard input'
    return { name, size: undefined, chunks: failing(() => stdin, name) }
  }
  try {
    const found = await stat(file)
    const chunks = failing(() => createReadStream(file), file)
    return { name: file, size: found.isFile() ? found.size : undefined, chunks }
  } catch (error) {
    const help = file.startsWith('--') ? '; options come before `--`' : ''
    throw new UsageError(`${file}: ${describeSystemError(error)}${help}`)
  }
}

/** The same chunks; an error on the way says in which file. */
async function* failing(open: () => AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* open()
  } catch (error) {
    throw new UsageError(`${name}: ${describeSystemError(error)}`)
  }
}
