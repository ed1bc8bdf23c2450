import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { logRequests } from '../../src/cli/serve/access-log.ts'
import { trackConnections } from '../../src/cli/serve/connections.ts'
import { runInMemory } from './run-in-memory.ts'
import { serve } from './serving.ts'

const directory = mkdtempSync(join(tmpdir(), 'compute-filter-serve-'))
afterAll(() => {
  rmSync(directory, { recursive: true })
})
const file = join(directory, 'my-project.ndjson')
writeFileSync(file, '{"name":"b","diskSizeGb":"9"}\n{"name":"a","diskSizeGb":"10"}\n')
const broken = join(directory, 'broken.list')
writeFileSync(broken, '[{"name":"a"}, 5]')

const project = '/compute/v1/projects/my-project/global/images'

describe('compute-filter serve', () => {
  it('serves a directory', async () => {
    const { code, stderr } = await serve([directory], async (address) => {
      const found = await fetch(`${address}${project}?filter=diskSizeGb+%3E+9`)
      expect(await found.json()).toMatchObject({ items: [{ name: 'a' }] })
      expect((await fetch(`${address}/%1B`)).status).toBe(404)
      expect((await fetch(`${address}/x?a=1&ACCESS_token=x&%6Bey=x&key=x&%zz=x&keys=x`)).status).toBe(404)
    })
    expect(code).toBe(0)
    expect(stderr).toMatch(
      /^serving my-project; press Ctrl\+C to stop\n127\.0\.0\.1 GET \/compute\S+ 200 [\d.]+ ms\n127\.0\.0\.1 GET \/%1B 404 [\d.]+ ms\n127\.0\.0\.1 GET \/x\?a=1&ACCESS_token=…&%6Bey=…&key=…&%zz=x&keys=x 404 [\d.]+ ms\n$/,
    )
  })

  it('serves one file', async () => {
    const { stderr } = await serve([file, '--project', 'p', '--no-log', '--profile', 'documented'], async (address) => {
      const found = await fetch(`${address}/compute/v1/projects/p/global/images?filter=name%3Da&orderBy=name`)
      expect(await found.json()).toMatchObject({ items: [{ name: 'a' }] })
    })
    expect(stderr).toBe('serving p; press Ctrl+C to stop\n')
    await serve([file], async (address) => expect((await fetch(`${address}${project}`)).status).toBe(200), true)
  })

  it('uses the profile `observed` by default', async () => {
    const lists = async (query: string) => {
      let status = 0
      await serve([file, '--no-log'], async (address) => {
        status = (await fetch(`${address}${project}?filter=${query}`)).status
      })
      return status
    }
    expect(await lists('(name+eq+a)(diskSizeGb+eq+10)')).toBe(200)
    expect(await lists('name%3Da&orderBy=name')).toBe(400)
  })

  it('serves images with the same name, and reports how many repeat a name and an id', async () => {
    const copies = join(directory, 'copies.json')
    writeFileSync(copies, '[{"name":"a","id":"1"},{"name":"a","id":2},{"name":"a","id":"1"},{},{}]')
    const { stderr } = await serve([copies, '--no-log'], async (address) => {
      const found = await fetch(`${address}/compute/v1/projects/copies/global/images`)
      expect(((await found.json()) as { items: unknown[] }).items).toHaveLength(3)
    })
    rmSync(copies)
    expect(stderr).toBe(
      'copies: ignored 2 of 5 resources that repeat a name and id\nserving copies; press Ctrl+C to stop\n',
    )
  })

  it('seals page tokens with a secret of its own', async () => {
    let token = ''
    const page = async (address: string) => fetch(`${address}${project}?maxResults=1&pageToken=${token}`)
    await serve([file, '--no-log'], async (address) => {
      token = ((await (await page(address)).json()) as { nextPageToken: string }).nextPageToken
      expect((await page(address)).status).toBe(200)
    })
    await serve([file, '--no-log'], async (address) => {
      expect((await page(address)).status).toBe(400)
    })
  })

  it.each([
    [(port: string) => `GET /${port}${'x'.repeat(200_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 414],
    [
      (port: string) => `GET / HTTP/1.1\r\nHost: localhost:${port}\r\n${`A: ${'b'.repeat(1000)}\r\n`.repeat(200)}\r\n`,
      431,
    ],
    [() => 'nonsense\r\n\r\n', 400],
  ])('answers large and malformed requests in the envelope (%#)', async (bytesFor, code) => {
    await serve([file, '--no-log'], async (address) => {
      const { port } = new URL(address)
      const socket = connect(Number(port), '127.0.0.1')
      socket.write(bytesFor(port))
      const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
      expect(head).toContain(`HTTP/1.1 ${String(code)} `)
      expect(JSON.parse(body)).toMatchObject({ error: { code } })
    })
  })

  it('stops at once with open connections', async () => {
    let [silent, kept] = [undefined as Socket | undefined, undefined as Socket | undefined]
    await serve([file, '--no-log'], async (address) => {
      const port = Number(new URL(address).port)
      silent = connect(port, '127.0.0.1')
      kept = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
      kept.write(`GET ${project} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
      await once(kept, 'data')
    })
    for (const socket of [silent, kept]) socket?.destroy()
  })

  it('finishes running answers, and closes their connections', async () => {
    const server = createServer()
    const connections = trackConnections(server)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    const begun = connect((server.address() as AddressInfo).port, '127.0.0.1')
    begun.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    const [, first] = (await once(server, 'request')) as [unknown, ServerResponse]
    first.write('x')
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    const [, second] = (await once(server, 'request')) as [unknown, ServerResponse]
    socket.write('GET /2 HTTP/1.1\r\nHost: localhost\r\n\r\n')
    const third = once(server, 'request') as Promise<[unknown, ServerResponse]>
    const closed = connections.close(60_000)
    first.end()
    await third.then(([, answer]) => answer.end('third'))
    second.end('second')
    const answered = await text(socket)
    expect(answered.match(/connection: close/gi)).toHaveLength(1)
    await Promise.all([closed, text(begun)])
  })

  it('stops waiting after a while', async () => {
    const server = createServer()
    const connections = trackConnections(server)
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await once(server, 'request')
    await connections.close(20)
    expect(await text(socket)).toBe('')
  })

  it('logs internal errors', async () => {
    const bad = mkdtempSync(join(tmpdir(), 'compute-filter-serve-'))
    writeFileSync(join(bad, 'p.ndjson'), '{')
    const { stderr } = await serve([bad, '--no-log'], async (address) => {
      expect((await fetch(`${address}/compute/v1/projects/p/global/images`)).status).toBe(500)
    })
    expect(stderr).toMatch(/\ncompute-filter: .*p\.ndjson:1: not JSON: .*\n$/)
    rmSync(bad, { recursive: true })
  })

  it('logs the errors of each rejected filter once', async () => {
    const filters = ['nme = a', 'name = a\n b', 'nme = a', 'status = \u001b[31m', 'name = a']
    const askAll = async (address: string) => {
      for (const filter of filters) await fetch(`${address}${project}?filter=${encodeURIComponent(filter)}`)
    }
    const { stderr } = await serve([file], askAll)
    expect(
      stderr
        .replace(/^127.*\n/gm, '')
        .split('\n')
        .slice(1),
    ).toEqual([
      'the filter was rejected:',
      '  error[unknown-field]: unknown field `nme` of `Image`',
      '    1 | nme = a',
      '      | ^^^',
      '      = help: did you mean `name`?',
      'the filter was rejected:',
      '  error[missing-comparator]: `b` is not compared with anything',
      '    2 |  b',
      '      |  ^',
      '      = help: put the whole text in quotes: `"a\\n b"`',
      'the filter was rejected:',
      '  error[unexpected-character]: unexpected U+001B, an escape character',
      '    1 | status = \\u{1b}[31m',
      '      |          ^^^^^^',
      '      = help: remove it; for the character itself, write `\\x1b` in quotes',
      '',
    ])
    expect((await serve([file, '--no-log'], askAll)).stderr).toBe('serving my-project; press Ctrl+C to stop\n')
  })

  it('shortens the log of hundreds of errors', async () => {
    const filter = Array.from({ length: 100 }, (_, at) => `nme${String(at)}=x`).join(' AND ')
    const { stderr } = await serve([file], async (address) => {
      await fetch(`${address}${project}?filter=${encodeURIComponent(filter)}`)
    })
    const lines = stderr.split('\n')
    expect([lines.length, lines[42]]).toEqual([45, expect.stringMatching(/^ {2}… \d+ more lines$/)])
  })

  it('logs a line when the caller disconnects', async () => {
    let report: ((line: string) => void) | undefined
    const reported = new Promise<string>((resolve) => (report = resolve))
    const server = createServer(
      logRequests(
        () => undefined,
        (line) => report?.(line),
        () => 0,
      ),
    ).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const ending = new AbortController()
    const request = fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/x`, ending)
    server.once('request', () => {
      ending.abort()
    })
    await expect(request).rejects.toThrow('aborted')
    expect(await reported).toBe('127.0.0.1 GET /x aborted 0.0 ms')
    server.close()
  })

  it.each<readonly [argv: readonly string[], message: string | RegExp]>([
    [[], "missing required argument 'path' (try compute-filter serve --help)"],
    [['/no/such', file], '/no/such: cannot read: no such file'],
    [['/no/such'], '/no/such: cannot read: no such file'],
    [[directory, '--project', 'p'], '--project cannot be used with a directory; projects are named after its files'],
    [
      [tmpdir() + '/.', '--port', '70000'],
      /Must be a whole number from 0 to 65535\. \(try compute-filter serve --help\)$/,
    ],
    [[file, '--project', 'a b'], "--project: 'a b' is not a valid project id"],
    [[file, '--project', ''], "--project: '' is not a valid project id"],
    [[file, '--project', 'a/b'], "--project: 'a/b' is not a valid project id"],
    [[file, '--project', '__proto__'], "--project: '__proto__' is not a valid project id"],
    [[file, '--project', 'a'.repeat(70)], `--project: '${'a'.repeat(70)}' is not a valid project id`],
    [['a', '--port', 'x'], /argument 'x' is invalid\. Must be a whole number from 0 to 65535\./],
    [[broken], `${broken}:1: item 2 is a number, not an object`],
    [['/dev/fd/999'], /^\/dev\/fd\/999: cannot read: /],
  ])('reports %j on one line', async (argv, message) => {
    const { code, stdout, stderr } = await runInMemory(['serve', ...argv])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    const said = stderr.replace(/^compute-filter: (.*)\n$/, '$1')
    if (typeof message === 'string') expect(said).toBe(message)
    else expect(said).toMatch(message)
  })

  it('needs a project where the name of the file is none', async () => {
    const odd = join(directory, 'a b.json')
    writeFileSync(odd, '')
    expect((await runInMemory(['serve', odd])).stderr).toBe(
      `compute-filter: ${odd}: 'a b' is not a valid project id; give one with --project\n`,
    )
    await serve([odd, '--project', 'P', '--no-log'], async (address) => {
      expect((await fetch(`${address}/compute/v1/projects/p/global/images`)).status).toBe(200)
    })
    rmSync(odd)
  })

  it('names the file of a directory that cannot be read', async () => {
    const odd = mkdtempSync(join(tmpdir(), 'compute-filter-serve-'))
    symlinkSync('/no/such', join(odd, 'y.ndjson'))
    expect(await runInMemory(['serve', odd])).toEqual({
      code: 2,
      stdout: '',
      stderr: `compute-filter: ${join(odd, 'y.ndjson')}: cannot read: no such file\n`,
    })
    rmSync(odd, { recursive: true })
  })

  describe('several files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'compute-filter-serve-'))
    afterAll(() => {
      rmSync(folder, { recursive: true })
    })
    const link = (path: string) => `https://www.googleapis.com/compute/v1/projects/${path}`
    const vm = (name: string, project: string) => ({
      kind: 'compute#instance',
      name,
      zone: link(`${project}/zones/us-east1-b`),
      selfLink: link(`${project}/zones/us-east1-b/instances/${name}`),
    })
    const write = (name: string, resources: readonly unknown[]): string => {
      writeFileSync(join(folder, name), JSON.stringify(resources))
      return join(folder, name)
    }

    it('are served together, by kind, scope and project', async () => {
      const paths = [
        write('vms.json', [vm('a', 'x'), vm('b', 'y')]),
        write('disks.json', [
          { kind: 'compute#disk', name: 'd', region: 'us-east1', selfLink: link('x/regions/us-east1/disks/d') },
        ]),
      ]
      const { stderr } = await serve([...paths, '--no-log'], async (address) => {
        const ask = async (path: string): Promise<unknown> =>
          (await fetch(`${address}/compute/v1/projects/${path}`)).json()
        expect(await ask('x/zones/us-east1-b/instances')).toMatchObject({ items: [{ name: 'a' }] })
        expect(await ask('y/zones/us-east1-b/instances')).toMatchObject({ items: [{ name: 'b' }] })
        expect(await ask('x/aggregated/disks')).toMatchObject({
          items: { 'regions/us-east1': { disks: [{ name: 'd' }] } },
        })
        expect(await ask('x/zones?fields=items/name')).toEqual({ items: [{ name: 'us-east1-b' }] })
        expect(await ask('x/regions/us-east1?fields=status')).toEqual({ status: 'UP' })
      })
      expect(stderr).toBe('serving x, y; press Ctrl+C to stop\n')
    })

    it('of a directory are served, whatever their names, and reloaded', async () => {
      const shared = mkdtempSync(join(tmpdir(), 'compute-filter-serve-'))
      writeFileSync(join(shared, 'x.ndjson'), JSON.stringify({ name: 'image' }))
      writeFileSync(join(shared, 'vms.json'), JSON.stringify([vm('a', 'x')]))
      writeFileSync(join(shared, 'notes.txt'), '')
      const { stderr } = await serve([shared, '--no-log'], async (address) => {
        const names = async (path: string) => {
          const found = await fetch(`${address}/compute/v1/projects/x/${path}?fields=items/name`)
          return ((await found.json()) as { items: { name: string }[] }).items.map(({ name }) => name)
        }
        expect(await names('zones/us-east1-b/instances')).toEqual(['a'])
        expect(await names('global/images')).toEqual(['image'])
        writeFileSync(join(shared, 'vms.json'), JSON.stringify([vm('a', 'x'), vm('b', 'x')]))
        await expect.poll(() => names('zones/us-east1-b/instances')).toEqual(['a', 'b'])
      })
      expect(stderr).toBe('serving x; press Ctrl+C to stop\n')
      rmSync(shared, { recursive: true })
    })

    it('of several projects need links', async () => {
      const path = write('mixed.json', [vm('a', 'x'), vm('b', 'y'), { kind: 'compute#instance', name: 'c' }])
      expect((await runInMemory(['serve', path])).stderr).toBe(
        `compute-filter: ${path}:1: a resource without a selfLink in a file of several projects (x, y); give the project with --project\n`,
      )
    })

    it('may have resources of unknown kinds, which are named', async () => {
      const kinds = ['compute#foo', 'compute#foo', 'compute#bar']
      const some = write(
        'some.json',
        kinds.map((kind) => ({ kind, name: 'x' })),
      )
      const one = write('one.json', [{ kind: 'compute#foo', name: 'x' }])
      const many = write(
        'many.json',
        Array.from({ length: 12 }, (_, at) => ({ kind: `k${String(at)}`, name: 'x' })),
      )
      const { stderr } = await serve([some, one, many, '--no-log'], () => Promise.resolve())
      expect(stderr).toBe(
        [
          'some: 3 resources of unknown kinds are not served: compute#foo (2), compute#bar (1)',
          'one: 1 resource of unknown kinds is not served: compute#foo (1)',
          `many: 12 resources of unknown kinds are not served: ${Array.from({ length: 10 }, (_, at) => `k${String(at)} (1)`).join(', ')}, …`,
          'serving many, one, some; press Ctrl+C to stop\n',
        ].join('\n'),
      )
    })
  })

  it('serves a device', async () => {
    await serve(['/dev/null', '--project', 'p', '--no-log'], async (address) => {
      expect((await fetch(`${address}/compute/v1/projects/p/global/images`)).status).toBe(200)
    })
  })

  // A regular file that cannot be read.
  it.runIf(existsSync('/proc/self/mem'))('reports an unreadable file', async () => {
    expect(await runInMemory(['serve', '/proc/self/mem'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'compute-filter: /proc/self/mem: cannot read: EIO\n',
    })
  })

  it('finds its project in any letter case, and no other', async () => {
    await serve([file, '--no-log'], async (address) => {
      const statusOf = async (name: string) =>
        (await fetch(`${address}/compute/v1/projects/${name}/global/images`)).status
      expect([await statusOf('MY-Project'), await statusOf('other')]).toEqual([200, 404])
    })
  })

  it('does not start without WebAssembly, which requests in Node need', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    try {
      expect(await runInMemory(['serve', file])).toEqual({
        code: 2,
        stdout: '',
        stderr: 'compute-filter: serve needs WebAssembly, which `node --jitless` disables\n',
      })
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('serves the previous data while a file is incomplete', async () => {
    const half = mkdtempSync(join(tmpdir(), 'compute-filter-serve-'))
    const path = join(half, 'p.ndjson')
    writeFileSync(path, '{"name":"a"}\n')
    const { stderr } = await serve([half, '--no-log'], async (address) => {
      for (const text of ['{"name":"a"}\n', '{"name":"b"}\n{"na', '{"name":"b"}\n{"na']) {
        writeFileSync(path, text)
        const found = await fetch(`${address}/compute/v1/projects/P/global/images`)
        expect(await found.json()).toMatchObject({ items: [{ name: 'a' }] })
      }
    })
    expect(stderr).toMatch(/\ncompute-filter: p: could not reload: .*p\.ndjson:2: not JSON: .*\n/)
    rmSync(half, { recursive: true })
  })

  it('rejects a directory without projects', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'compute-filter-serve-'))
    expect((await runInMemory(['serve', empty])).stderr).toBe(
      `compute-filter: ${empty}: no file ends in .ndjson, .jsonl or .json, or in one of these and .gz or .zst\n`,
    )
    rmSync(empty, { recursive: true })
  })

  it('reports a port that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const port = String((other.address() as AddressInfo).port)
    const { code, stderr } = await runInMemory(['serve', file, '--port', port])
    expect(code).toBe(2)
    expect(stderr).toBe(`compute-filter: cannot listen on port ${port} of 127.0.0.1: the port is in use\n`)
    other.close()
  })

  it('ends when standard output is closed', async () => {
    const stdoutError = Object.assign(new Error('gone'), { code: 'EPIPE' })
    expect(await runInMemory(['serve', file, '--port', '0'], { stdoutError })).toMatchObject({ code: 0 })
  })

  it('has a help', async () => {
    expect((await runInMemory(['serve', '--help'])).stdout).toContain('Usage: compute-filter serve [options] <path...>')
  })
})
