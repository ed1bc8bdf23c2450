import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { json } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { listen } from '../../src/cli/serve/listen.ts'
import { runInMemory } from './run-in-memory.ts'
import { serve } from './serving.ts'

const directory = mkdtempSync(join(tmpdir(), 'compute-filter-access-'))
afterAll(() => {
  rmSync(directory, { recursive: true })
})
const file = join(directory, 'p.ndjson')
writeFileSync(file, '{"name":"a"}\n{"name":"b"}\n')
const path = '/compute/v1/projects/p/global/images'

afterEach(() => {
  vi.unstubAllEnvs()
})

async function ask(
  address: string,
  host: string,
  place = path,
): Promise<readonly [status: number | undefined, unknown]> {
  const [answer] = (await once(get(address + place, { headers: { host } }), 'response')) as [IncomingMessage]
  const body = (await json(answer)) as { error?: { message: string } }
  return [answer.statusCode, body.error?.message]
}

describe('serve with a token', () => {
  it('serves requests with the token, at any address and host name', async () => {
    const { code, stderr } = await serve(
      [file, '--host', '0.0.0.0', '--token', 's3cret', '--no-log'],
      async (address) => {
        expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
        const status = async (authorization?: string, place = path) => {
          const headers = authorization === undefined ? {} : { authorization, 'x-forwarded-for': '10.0.0.1' }
          const answer = await fetch(address + place, { headers })
          return [answer.status, answer.headers.get('www-authenticate')]
        }
        expect(await status('Bearer s3cret')).toEqual([200, null])
        expect(await status('bearer  s3cret')).toEqual([200, null])
        for (const wrong of [
          undefined,
          'Bearer s3cre',
          'Bearer s3crets',
          'Bearer',
          'Basic s3cret',
          's3cret',
          'Bearer s3 cret',
        ]) {
          expect(await status(wrong)).toEqual([401, 'Bearer'])
        }
        expect(await status(undefined, '/healthz')).toEqual([200, null])
        expect(await status(undefined, '/')).toEqual([200, null])
        expect((await ask(address, 'emulator:8080'))[0]).toBe(401)
      },
    )
    expect([code, stderr]).toEqual([0, 'serving p; press Ctrl+C to stop\n'])
  })

  it('reads it from the environment', async () => {
    vi.stubEnv('COMPUTE_FILTER_TOKEN', 'from-outside')
    await serve([file, '--no-log', '--host', '0.0.0.0'], async (address) => {
      const answer = async (token: string) => fetch(address + path, { headers: { authorization: `Bearer ${token}` } })
      expect((await answer('from-outside')).status).toBe(200)
      expect((await answer('')).status).toBe(401)
    })
  })
})

it.each(['COMPUTE_FILTER_TOKEN', 'COMPUTE_FILTER_SECRET'])('rejects an empty %s', async (name) => {
  vi.stubEnv(name, '')
  const { code, stderr } = await runInMemory(['serve', file])
  expect([code, stderr]).toEqual([
    2,
    `compute-filter: ${name} must be printable ASCII characters without spaces, and not empty\n`,
  ])
})

describe('serve with other host names', () => {
  it('serves this machine under allowed names', async () => {
    const argv = [file, '--no-log', '--allow-host', 'emulator', '--allow-host', 'host.docker.internal']
    await serve(argv, async (address) => {
      expect((await ask(address, 'emulator:8080'))[0]).toBe(200)
      expect((await ask(address, 'host.docker.internal'))[0]).toBe(200)
      expect((await ask(address, 'localhost'))[0]).toBe(200)
      expect(await ask(address, 'other')).toEqual([
        403,
        "Without authorization, this server refuses requests for the host 'other'.",
      ])
    })
  })

  it('serves other machines with a token, too', async () => {
    await serve([file, '--no-log', '--allow-host', 'emulator', '--token', 'x'], async (address) => {
      expect((await ask(address, 'emulator'))[0]).toBe(401)
      expect(await ask(address, 'other')).toEqual([403, "Unknown host: 'other'."])
    })
  })

  it('prints its address', async () => {
    const listening = (address: string) =>
      ({
        once: vi.fn(),
        listen: (...given: unknown[]) => (given[2] as () => void)(),
        address: () => ({ address, port: 80 }),
      }) as never
    expect(await listen(listening('::'), '::', 80)).toBe('http://[::1]:80')
    expect(await listen(listening('2001:db8::1'), '2001:db8::1', 80)).toBe('http://[2001:db8::1]:80')
    expect(await listen(listening('0.0.0.0'), '0.0.0.0', 80)).toBe('http://127.0.0.1:80')
  })

  it('listens on the given address', async () => {
    await serve([file, '--no-log', '--host', '127.0.0.2'], async (address) => {
      expect(address).toMatch(/^http:\/\/127\.0\.0\.2:/)
      expect((await fetch(address + path)).status).toBe(200)
    })
  })
})

it('serve keeps page tokens valid with a secret', async () => {
  let token = ''
  const page = async (address: string) => fetch(`${address}${path}?maxResults=1&pageToken=${token}`)
  await serve([file, '--no-log', '--secret', 'one'], async (address) => {
    token = ((await (await page(address)).json()) as { nextPageToken: string }).nextPageToken
  })
  vi.stubEnv('COMPUTE_FILTER_SECRET', 'one')
  await serve([file, '--no-log'], async (address) => expect((await page(address)).status).toBe(200))
  await serve([file, '--no-log', '--secret', 'two'], async (address) => expect((await page(address)).status).toBe(400))
})

describe('serve refuses to start', () => {
  it.each([
    [
      ['--host', '0.0.0.0'],
      '--host 0.0.0.0 accepts requests from other machines and requires --token or COMPUTE_FILTER_TOKEN',
    ],
    [['--host', '::'], '--host :: accepts requests from other machines and requires --token or COMPUTE_FILTER_TOKEN'],
    [['--host', 'box'], '--host box accepts requests from other machines and requires --token or COMPUTE_FILTER_TOKEN'],
    [['--host', ''], '--host  accepts requests from other machines and requires --token or COMPUTE_FILTER_TOKEN'],
    [['--token', ''], '--token must be printable ASCII characters without spaces, and not empty'],
    [['--token', 'a b'], '--token must be printable ASCII characters without spaces, and not empty'],
    [['--secret', 'ä'], '--secret must be printable ASCII characters without spaces, and not empty'],
    [
      ['--token', 'x', '--host', '203.0.113.77'],
      'cannot listen on port 8080 of 203.0.113.77: this machine has no such address',
    ],
    [
      ['--allow-host', 'a:80'],
      "option '--allow-host <name>' argument 'a:80' is invalid. Must be a host name without a port. (try compute-filter serve --help)",
    ],
  ])('with %j', async (argv, message) => {
    expect(await runInMemory(['serve', file, ...argv])).toEqual({
      code: 2,
      stdout: '',
      stderr: `compute-filter: ${message}\n`,
    })
  })

  it('with an empty token in the environment', async () => {
    vi.stubEnv('COMPUTE_FILTER_TOKEN', '')
    expect(await runInMemory(['serve', file, '--host', '0.0.0.0'])).toMatchObject({ code: 2 })
  })
})
