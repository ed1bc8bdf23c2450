import { Readable, type Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import { InputError } from './input-error.ts'

/** A form of compression, recognized by its first bytes. */
interface Compression {
  readonly name: string
  readonly magic: readonly number[]
  /** The program that unpacks such a file. */
  readonly program: string
  /** The first Node version that can read it; undefined for none. */
  readonly since: string | undefined
  /** Undefined if this Node cannot read it. */
  readonly open: (() => Transform) | undefined
}

const options = { chunkSize: 2 ** 16 }

const compressions: readonly Compression[] = [
  {
    name: 'gzip',
    magic: [0x1f, 0x8b],
    program: 'gzip -dc',
    since: undefined,
    open: () => zlib.createGunzip(options),
  },
  {
    name: 'zstd',
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    program: 'zstd -dc',
    since: '22.15',
    open: zstdOf(zlib),
  },
  { name: 'xz', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], program: 'xz -dc', since: undefined, open: undefined },
  { name: 'bzip2', magic: [0x42, 0x5a, 0x68], program: 'bzip2 -dc', since: undefined, open: undefined },
  { name: 'zip', magic: [0x50, 0x4b, 3, 4], program: 'unzip -p', since: undefined, open: undefined },
]

const maxMagicBytes = Math.max(...compressions.map(({ magic }) => magic.length))

function zstdOf(library: object): Compression['open'] {
  const { createZstdDecompress: create } = library as { createZstdDecompress?: (given: object) => Transform }
  return create && (() => create(options))
}

/** The bytes of an input, unpacked if it is compressed. @throws InputError */
export async function* decompress(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]()
  try {
    const head: Uint8Array[] = []
    for (let length = 0; length < maxMagicBytes;) {
      const next = await source.next()
      if (next.done === true) break
      head.push(next.value)
      length += next.value.length
    }
    const all = prepend(head, source)
    const found = compressionOf(head)
    if (found === undefined) yield* all
    else yield* unpack(name, found, all)
  } finally {
    await source.return?.()
  }
}

function compressionOf(head: readonly Uint8Array[]): Compression | undefined {
  const bytes = head.flatMap((chunk) => Array.from(chunk.subarray(0, maxMagicBytes)))
  return compressions.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte))
}

async function* prepend(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

async function* unpack(
  input: string,
  { name, program, since, open }: Compression,
  packed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (open === undefined) {
    const need = since === undefined ? '' : `, which Node ${since} and later can read`
    throw new InputError(`${input}: compressed with ${name}${need}; unpack it: ${program}`)
  }
  const source = Readable.from(packed)
  const unpacked = open()
  source.on('error', (error) => unpacked.destroy(error))
  try {
    yield* source.pipe(unpacked) as AsyncIterable<Uint8Array>
  } catch (error) {
    throw isOfCompression(error) ? new InputError(`${input}: broken ${name} data: ${error.message}`) : error
  } finally {
    source.destroy()
    unpacked.destroy()
  }
}

const isOfCompression = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^(?:Z_|ZSTD_|ERR_ZSTD)/.test(String(error.code))
