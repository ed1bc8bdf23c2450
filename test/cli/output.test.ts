import { Writable } from 'node:stream'
import { describe, expect, it, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { rowsPerTable } from '../../src/cli/table.ts'
import { lines, runInMemory, systemError } from './run-in-memory.ts'

const debian = {
  name: 'debian-12',
  family: 'debian',
  architecture: 'X86_64',
  diskSizeGb: '10',
  status: 'READY',
  creationTimestamp: '2024-03-12T10:00:00.123-07:00',
}
const old = { name: 'old', diskSizeGb: 200, deprecated: { state: 'OBSOLETE' }, creationTimestamp: 'long ago' }
const stdin = lines(debian, old)

const table = [
  'NAME       FAMILY  ARCHITECTURE  DISK_GB  STATUS  DEPRECATED  CREATED',
  'debian-12  debian  X86_64        10       READY               2024-03-12',
  'old                              200              OBSOLETE    long ago',
  '',
].join('\n')

const csv = [
  'name,family,architecture,diskSizeGb,status,deprecated.state,creationTimestamp',
  'debian-12,debian,X86_64,10,READY,,2024-03-12T10:00:00.123-07:00',
  'old,,,200,,OBSOLETE,long ago',
  '',
].join('\n')

describe('formats', () => {
  test.each([
    ['table', table],
    ['csv', csv],
    ['value', csv.split('\n').slice(1).join('\n').replaceAll(',', '\t')],
    ['ndjson', stdin],
    ['json', `[\n${JSON.stringify(debian)},\n${JSON.stringify(old)}\n]\n`],
  ])('%s', async (format, stdout) => {
    expect(await runInMemory(['', '--format', format], { stdin })).toEqual({ code: 0, stdout, stderr: '' })
    expect(await runInMemory(['', `--format=${format}`], { stdin: JSON.stringify([debian, old]) })).toMatchObject({
      stdout,
    })
  })

  it('are a table on a terminal, and NDJSON otherwise', async () => {
    expect(await runInMemory(['', '--no-color'], { stdin, isTerminal: { stdout: true } })).toMatchObject({
      stdout: table,
    })
    expect(await runInMemory([''], { stdin })).toMatchObject({ stdout: stdin })
  })

  test.each([
    ['table', '', 'compute-filter: none of 2 images matches\n'],
    ['ndjson', '', ''],
    ['json', '[]\n', ''],
    ['csv', `${csv.split('\n', 1).join('')}\n`, ''],
    ['value', '', ''],
  ])('%s without matches', async (format, stdout, stderr) => {
    expect(await runInMemory(['name = x', '--format', format], { stdin })).toEqual({ code: 0, stdout, stderr })
  })

  it('print a row for a single unset value in CSV', async () => {
    const argv = ['', '--format', 'csv', '--fields', 'family']
    expect(await runInMemory(argv, { stdin })).toMatchObject({ stdout: 'family\ndebian\n""\n' })
    const both = ['', '--format', 'csv', '--fields', 'family,architecture']
    expect(await runInMemory(both, { stdin })).toMatchObject({ stdout: 'family,architecture\ndebian,X86_64\n,\n' })
  })

  it('keep the text of a line', async () => {
    const text = '{ "name" : "a", "other": 1.0, "é": "\\u00e9" }'
    expect(await runInMemory([''], { stdin: `  ${text}\r\n` })).toMatchObject({ stdout: `${text}\n` })
  })

  it('start another table after many rows', async () => {
    const many = Array.from({ length: rowsPerTable + 1 }, (_, at) => ({ name: `image-${String(at)}` }))
    const ran = await runInMemory(['', '--format', 'table'], { stdin: lines(...many) })
    const heads = ran.stdout.split('\n').flatMap((line, at) => (line.startsWith('NAME') ? [at] : []))
    expect(heads).toEqual([0, rowsPerTable + 1])
    expect(ran.stdout.split('\n')).toHaveLength(many.length + heads.length + 1)
  })

  it('print no empty table after a full one', async () => {
    const many = Array.from({ length: rowsPerTable }, () => ({ name: 'a' }))
    const ran = await runInMemory(['', '--format', 'table'], { stdin: lines(...many) })
    expect(ran.stdout.split('NAME')).toHaveLength(2)
  })
})

describe('output that is safe for terminals', () => {
  const evil = { name: 'a\u001b[2J\nb\u009b\u202e\u2028\u007f', family: ['x'], status: 'é😀', architecture: null }

  it('escapes and shortens cells', async () => {
    const ran = await runInMemory(['', '--format', 'table'], { stdin: lines({ ...evil, family: 'f'.repeat(200) }) })
    const row = ran.stdout.split('\n')[1] ?? ''
    expect(row).toContain('a\\u001b[2J\\nb\\u009b\\u202e\\u2028\\u007f')
    expect(row).toContain(`  ${'f'.repeat(79)}…  `)
  })

  it('shows values other than text as JSON, several values with semicolons, and pads by columns', async () => {
    const ran = await runInMemory(['', '--format', 'table'], { stdin: lines({ ...evil, family: ['x', { y: 1 }, 2] }) })
    expect(ran.stdout).toContain('  x;{"y":1};2  ')
    const [head = '', row = ''] = ran.stdout.split('\n')
    expect(row.slice(head.indexOf('STATUS'))).toBe('é😀')
  })

  test.each(['ndjson', 'json'])('escapes %s without changing the value', async (format) => {
    const raw = '{"name":"a\u007f\u009b\u202e\u2028\u{e0001}",\t"x":1}'
    const ran = await runInMemory(['', '--format', format], { stdin: raw })
    expect(ran.stdout).toContain('{"name":"a\\u007f\\u009b\\u202e\\u2028\\udb40\\udc01", "x":1}')
    const read: unknown = JSON.parse(ran.stdout)
    expect(format === 'json' ? read : [read]).toEqual([JSON.parse(raw)])
  })
})

describe('an output that fails', () => {
  test.each(['EPIPE', 'ECONNRESET'])('ends quietly without a reader: %s', async (code) => {
    expect(await runInMemory([''], { stdin, stdoutError: systemError(code) })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
  })

  it('ends quietly when the stream is closed', async () => {
    const closed = new Writable().destroy()
    const { PassThrough } = await import('node:stream')
    const stderr = new PassThrough()
    expect(await run({ argv: ['--help'], stdin: stderr, stdout: closed, stderr })).toBe(0)
  })

  it('stops reading after the output failed', async () => {
    let asked = 0
    const endless = (async function* () {
      for (;;) {
        asked += 1
        await Promise.resolve()
        yield Buffer.from(stdin)
      }
    })()
    const { PassThrough, Readable } = await import('node:stream')
    const stdout = new PassThrough()
    stdout.destroy()
    expect(await run({ argv: [''], stdin: Readable.from(endless), stdout, stderr: new PassThrough() })).toBe(0)
    expect(asked).toBeLessThan(100)
  })

  it('reports other errors', async () => {
    expect(await runInMemory([''], { stdin, stdoutError: systemError('ENOSPC') })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'compute-filter: standard output: cannot write: no space left on device\n',
    })
  })

  it('keeps the exit code when standard error fails, too', async () => {
    const stderrError = systemError('EPIPE')
    expect(await runInMemory([], { stderrError })).toEqual({ code: 2, stdout: '', stderr: '' })
    expect(await runInMemory(['x = 1'], { stderrError })).toMatchObject({ code: 1 })
  })

  it('waits for a slow reader instead of buffering', async () => {
    let held = 0
    let most = 0
    const slow = new Writable({
      write: (piece: Buffer, _encoding, done) => {
        setImmediate(() => {
          held -= piece.length
          done()
        })
      },
    })
    const { Readable, PassThrough } = await import('node:stream')
    const piece = Buffer.from(lines(...Array.from({ length: 2000 }, () => debian)))
    const write = slow.write.bind(slow)
    slow.write = ((text: string, done: () => void) => {
      held += Buffer.byteLength(text)
      most = Math.max(most, held)
      return write(text, done)
    }) as typeof slow.write
    const stdin = Readable.from([piece, piece, piece])
    expect(await run({ argv: [''], stdin, stdout: slow, stderr: new PassThrough() })).toBe(0)
    expect(held).toBe(0)
    expect(most).toBeLessThan(2 ** 17)
  })
})
