import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { describeSystemError } from './system-error.ts'
import { UsageError } from './usage-error.ts'

export interface Input {
  /** The file as the user wrote it; for messages. */
  readonly name: string
  /** In bytes; undefined when unknown in advance. */
  readonly size: number | undefined
  readonly chunks: AsyncIterable<Uint8Array>
}

/** Opens all files before the first is read. @throws UsageError for the first that cannot be opened */
export async function openInputs(
  files: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
): Promise<readonly Input[]> {
  const inputs: Input[] = []
  for (const file of files) inputs.push(await openInput(file, stdin))
  return inputs
}

/** Opens a file, or standard input for none and for `-`. @throws UsageError */
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

/** Passes chunks on. An error names the file. */
async function* failing(open: () => AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* open()
  } catch (error) {
    throw new UsageError(`${name}: ${describeSystemError(error)}`)
  }
}
