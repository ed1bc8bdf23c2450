import { describe, expect, it } from 'vitest'
import { createHandler, createMemorySource, type HandlerOptions } from '../../src/server/index.ts'

const source = createMemorySource({ p: [{ name: 'a' }] })
const here = '127.0.0.1'
const path = '/compute/v1/projects/p/global/images'

/** The status of an answer, and the message of one that is an error. */
async function ask(
  origin: string,
  remoteAddress: string | undefined,
  headers: Record<string, string> = {},
  options: Partial<HandlerOptions<{ name: string }>> = {},
  place = path,
): Promise<readonly [status: number, message: string | undefined]> {
  const answer = await createHandler({ source, ...options })(new Request(origin + place, { headers }), {
    remoteAddress,
  })
  const { error } = (await answer.json()) as { error?: { message: string } }
  return [answer.status, error?.message]
}

const refused = (what: string) => [403, `Without authorization, this server refuses ${what}.`]

describe('without a hook', () => {
  it.each([
    ['http://localhost', '127.0.0.1'],
    ['http://127.0.0.9:80', '::ffff:127.0.0.1'],
    ['http://[::1]', '::1'],
    ['http://a.localhost', '::1'],
    ['http://LOCALHOST.', '::1'],
  ])('%s is served to %s', async (origin, address) => {
    expect(await ask(origin, address)).toEqual([200, undefined])
  })

  it.each([
    ['http://localhost', undefined, 'requests from other machines (unknown address)'],
    ['http://localhost', '10.0.0.1', 'requests from other machines (10.0.0.1)'],
    ['http://localhost', '::ffff:10.127.0.0', 'requests from other machines (::ffff:10.127.0.0)'],
    ['http://evil.example', here, "requests for the host 'evil.example'"],
    ['http://127.0.0.1.evil.example', here, "requests for the host '127.0.0.1.evil.example'"],
    ['http://emulator:8080', here, "requests for the host 'emulator'"],
    ['http://LOCALHOST..', here, "requests for the host 'localhost..'"],
    ['http://0.0.0.0', here, "requests for the host '0.0.0.0'"],
  ])('%s is not served to %s', async (origin, address, what) => {
    expect(await ask(origin, address)).toEqual(refused(what))
  })

  it.each([
    ['x-forwarded-for', '10.0.0.1'],
    ['forwarded', 'for=10.0.0.1'],
    ['via', '1.1 proxy'],
    ['x-real-ip', '127.0.0.1'],
    ['x-forwarded-host', 'a'],
  ])('requests from a proxy are refused: %s', async (name, value) => {
    expect(await ask('http://localhost', here, { [name]: value })).toEqual(
      refused(`requests from a proxy (header ${name})`),
    )
  })

  it.each(['cross-site', 'same-site'])('requests from pages of other sites are refused: %s', async (site) => {
    expect(await ask('http://localhost', here, { 'sec-fetch-site': site })).toEqual(
      refused(`requests from web pages of other sites (sec-fetch-site: ${site})`),
    )
  })

  it.each(['same-origin', 'none'])('requests of a browser are served: %s', async (site) => {
    expect(await ask('http://localhost', here, { 'sec-fetch-site': site })).toEqual([200, undefined])
  })

  it('the home page is served to this machine, and /healthz to everyone', async () => {
    expect(await ask('http://localhost', here, {}, {}, '/')).toEqual([200, undefined])
    expect((await ask('http://localhost', '10.0.0.1', {}, {}, '/'))[0]).toBe(403)
    expect(await ask('http://10.0.0.9', '10.0.0.1', { via: '1.1 proxy' }, {}, '/healthz')).toEqual([200, undefined])
  })
})

describe('the host names of a server', () => {
  const hosts = ['emulator', 'Host.Docker.Internal', '[FD00::0:1]', 'complete.', '0x7f.2', 'not a host']
  it.each([
    ['http://emulator:8080', here, 200],
    ['http://host.docker.internal', here, 200],
    ['http://localhost', here, 200],
    ['http://[fd00:0::1]', here, 200],
    ['http://emulator.', here, 200],
    ['http://complete', here, 200],
    ['http://complete.', here, 200],
    ['http://127.0.0.2', here, 200],
    ['http://other', here, 403],
    ['http://emulator', '10.0.0.1', 403],
  ])('without a hook: %s from %s', async (origin, address, status) => {
    expect((await ask(origin, address, {}, { hosts }))[0]).toBe(status)
  })

  it('with a hook: only these, or any by default', async () => {
    const authorize = () => 'allow' as const
    expect(await ask('http://emulator', '10.0.0.1', {}, { authorize, hosts })).toEqual([200, undefined])
    expect(await ask('http://127.0.0.1', '10.0.0.1', {}, { authorize, hosts })).toEqual([200, undefined])
    expect(await ask('http://other', '10.0.0.1', {}, { authorize, hosts })).toEqual([403, "Unknown host: 'other'."])
    expect(await ask('http://other', '10.0.0.1', {}, { authorize })).toEqual([200, undefined])
    expect((await ask('http://localhost', here, {}, { authorize, hosts: [] }))[0]).toBe(200)
  })
})
