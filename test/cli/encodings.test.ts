import fc from 'fast-check'
import { describe, expect, it, test, vi } from 'vitest'
import { PassThrough, Readable } from 'node:stream'
import * as zlib from 'node:zlib'
import { decodeText, decompress } from '../../src/input/index.ts'
import { lines, runInMemory, systemError } from './run-in-memory.ts'

const text = lines({ name: 'é–😀' }, { name: 'b', description: 'x'.repeat(1000) })
const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
const gzip = zlib.gzipSync(text)
const bytewise = (bytes: Uint8Array) => Array.from(bytes, (byte) => Uint8Array.of(byte))

describe('bytes of an input', () => {
  test.each<readonly [what: string, bytes: Buffer, stdout: string]>([
    ['UTF-16 LE with byte order mark', utf16, text],
    ['UTF-16 BE with byte order mark', Buffer.from(utf16).swap16(), text],
    ['UTF-16 LE', utf16.subarray(2), text],
    ['UTF-16 BE', Buffer.from(utf16.subarray(2)).swap16(), text],
    ['gzip', gzip, text],
    ['gzip, several members', Buffer.concat([gzip, zlib.gzipSync(''), gzip]), text + text],
    ['gzip of UTF-16', zlib.gzipSync(utf16), text],
    ['one byte', Buffer.from(' '), ''],
  ])('%s', async (_what, bytes, stdout) => {
    expect(await runInMemory([''], { stdin: [bytes] })).toEqual({ code: 0, stdout, stderr: '' })
    expect(await runInMemory([''], { stdin: bytewise(bytes) })).toEqual({ code: 0, stdout, stderr: '' })
  })

  test.each<readonly [what: string, bytes: Buffer, description: string]>([
    ['Latin-1', Buffer.from('{"name":"a","description":"\xe9x"}', 'latin1'), '\ufffdx'],
    ['UTF-8 with half a character', Buffer.from('{"name":"a","description":"\xc3"}', 'latin1'), '\ufffd'],
    ['a lone surrogate in UTF-16', Buffer.from('{"name":"a","description":"\ud800x"}', 'utf16le'), '\ufffdx'],
  ])('reads %s, and prints a note', async (_what, bytes, description) => {
    const note = 'compute-filter: standard input: invalid bytes were read as U+FFFD\n'
    for (const stdin of [[bytes], bytewise(bytes)]) {
      const stdout = lines({ name: 'a', description })
      expect(await runInMemory([''], { stdin })).toEqual({ code: 0, stdout, stderr: note })
    }
  })

  it('are decoded alike for any chunks', () => {
    const character = fc.constantFrom('a', 'é', '–', '😀', '\ufffd', '\ufeff')
    const utf8 = fc.oneof(
      character.map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 3 }),
      // Truncated characters, and invalid code points.
      fc.constantFrom('c3', 'e280', 'f09f98', 'ed', 'eda080', 'ff', '80').map((hex) => Buffer.from(hex, 'hex')),
    )
    const utf16 = fc.oneof(
      fc.constantFrom('a', 'é', '😀', '\ufffd', '\ud800', '\udc00').map((text) => Buffer.from(text, 'utf16le')),
      fc.uint8Array({ minLength: 1, maxLength: 1 }),
    )
    const isText = (bytes: Uint8Array, encoding: string): boolean => {
      try {
        new TextDecoder(encoding, { fatal: true }).decode(bytes)
        return true
      } catch {
        return false
      }
    }
    for (const [encoding, part, start] of [
      ['utf-8', utf8, Buffer.from('{}')],
      ['utf-16le', utf16, Buffer.from('{}', 'utf16le')],
      ['utf-16be', utf16, Buffer.from('{}', 'utf16le').swap16()],
    ] as const) {
      const parts = fc.array<Uint8Array>(part, { maxLength: 8 })
      fc.assert(
        fc.property(parts, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (parts, sizes) => {
          const bytes = Buffer.concat([start, ...parts])
          const decoder = decodeText()
          let text = ''
          for (let at = 0, piece = 0; at < bytes.length; piece++) {
            const size = sizes[piece % sizes.length] ?? 1
            text += decoder.push(bytes.subarray(at, at + size))
            at += size
          }
          text += decoder.end()
          expect(text).toBe(new TextDecoder(encoding).decode(bytes))
          expect(decoder.isBroken()).toBe(!isText(bytes, encoding))
        }),
        { numRuns: 2000 },
      )
    }
  })

  it.each([
    ['a byte order mark behind half a character', ['7b7d', 'f09f98', 'efbbbf61']],
    ['a cut byte order mark before a broken byte', ['efbb', 'bfff']],
    ['two byte order marks, and a broken byte', ['efbbbf', 'efbbbfff']],
  ])('%s', (_what, pieces) => {
    const bytes = pieces.map((piece) => Buffer.from(piece, 'hex'))
    const decoder = decodeText()
    const text = bytes.map((piece) => decoder.push(piece)).join('') + decoder.end()
    expect(text).toBe(new TextDecoder().decode(Buffer.concat(bytes)))
    expect(decoder.isBroken()).toBe(true)
  })

  it('are reported as invalid even when reading ends early', async () => {
    const stdin = [Buffer.from('{"name":"\xe9"}\n{"name":"b"}\n{"name":"c"}\n', 'latin1')]
    const { code, stdout, stderr } = await runInMemory(['', '--limit', '1'], { stdin })
    expect({ code, stdout }).toEqual({ code: 0, stdout: lines({ name: '\ufffd' }) })
    expect(stderr).toBe('compute-filter: standard input: invalid bytes were read as U+FFFD\n')
  })

  it('may contain U+FFFD', async () => {
    const stdin = lines({ name: 'a', description: '\ufffd' })
    expect(await runInMemory([''], { stdin })).toEqual({ code: 0, stdout: stdin, stderr: '' })
  })

  test.each([
    ['name = é', 'latin1'],
    ['name = é\nname = b', 'latin1'],
    ['\ufeffname = \ud800', 'utf16le'],
  ] as const)('rejects the filter %j in %s', async (filter, encoding) => {
    for (const options of [
      ['--filter-file', '-', '--check'],
      ['--check', '-'],
    ]) {
      expect(await runInMemory(options, { stdin: [Buffer.from(filter, encoding)] })).toEqual({
        code: 2,
        stdout: '',
        stderr: 'compute-filter: standard input: not valid UTF-8, nor UTF-16 with a byte order mark\n',
      })
    }
  })

  test.each<readonly [what: string, bytes: Buffer, message: string]>([
    ['gzip that is cut', gzip.subarray(0, -9), 'broken gzip data: unexpected end of file'],
    [
      'gzip that is broken',
      Buffer.concat([gzip.subarray(0, -8), Buffer.alloc(8)]),
      'broken gzip data: incorrect data check',
    ],
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0]), 'compressed with xz; unpack it: xz -dc'],
    ['bzip2', Buffer.from('BZh91AY'), 'compressed with bzip2; unpack it: bzip2 -dc'],
    ['zip', Buffer.from('PK\u0003\u0004xx'), 'compressed with zip; unpack it: unzip -p'],
  ])('rejects %s on one line', async (_what, bytes, message) => {
    const ran = await runInMemory(['name = x'], { stdin: [bytes] })
    expect(ran).toEqual({ code: 2, stdout: '', stderr: `compute-filter: standard input: ${message}\n` })
  })

  it('reports an error of the input during decompression', async () => {
    const failing = Readable.from(
      (function* () {
        yield gzip.subarray(0, 20)
        throw systemError('EACCES')
      })(),
    )
    expect(await runInMemory([''], { stdin: failing })).toMatchObject({
      code: 2,
      stderr: 'compute-filter: standard input: permission denied\n',
    })
  })

  it('unpacks no more of a small compressed input than is read', async () => {
    // 128 members of 1 MB each: a buffer of 128 MB would be freed during the measurement.
    const member = zlib.gzipSync(Buffer.alloc(2 ** 20, ' '))
    const bomb = Buffer.concat(Array.from({ length: 2 ** 7 }, () => member))
    expect(bomb.length).toBeLessThan(2 ** 18)
    const chunks = decompress('f', Readable.from([bomb]) as AsyncIterable<Uint8Array>)
    const before = process.memoryUsage().arrayBuffers
    const first = (await chunks.next()) as IteratorYieldResult<Uint8Array>
    let bytes = first.value.length
    // All of it would be unpacked in this time if nothing waited for the reader.
    for (let times = 0; times < 50; times++) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 23)
    for await (const chunk of chunks) bytes += chunk.length
    expect(bytes).toBe(2 ** 27)
  })
})

describe('zstd', () => {
  const packed = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, ...Buffer.from(text)])
  const readWith = async (create: unknown) => {
    vi.resetModules()
    vi.doMock('node:zlib', () => ({ ...zlib, createZstdDecompress: create }))
    const fresh = await import('../../src/input/index.ts')
    const chunks: Uint8Array[] = []
    for await (const chunk of fresh.decompress('f', Readable.from([packed]) as AsyncIterable<Uint8Array>)) {
      chunks.push(chunk)
    }
    vi.doUnmock('node:zlib')
    return Buffer.concat(chunks).toString('latin1')
  }

  it('is decompressed by Node where it is supported', async () => {
    expect(await readWith(() => new PassThrough())).toBe(packed.toString('latin1'))
  })

  it('names the required version where it is not', async () => {
    await expect(readWith(undefined)).rejects.toThrow(
      'f: compressed with zstd, which Node 22.15 and later can read; unpack it: zstd -dc',
    )
  })
})
