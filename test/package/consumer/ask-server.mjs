import assert from 'node:assert/strict'
import { createHandler, createMemorySource } from 'compute-filter/server'

const { Request } = globalThis

// A bundler leaves out what seems to have no effect, such as a call that is made for its error.
const handle = createHandler({ source: createMemorySource({ p: [{ name: 'a' }] }) })
const list = '/compute/v1/projects/p/global/images'
const local = { remoteAddress: '127.0.0.1' }

const gets = [
  [200, `${list}?filter=name%20=%20a`],
  [400, `${list}?x=%FF`],
  [400, `${list}?x=%zz`],
  [400, `${list}?%C3%28=x`],
  [400, `${list}?filter=nme=a`],
  [400, `${list}?orderBy=x`],
  [400, `${list}?maxResults=x`],
  [400, `${list}?pageToken=x`],
  [400, `${list}?returnPartialSuccess=x`],
  [400, `${list}?fields=(`],
  [400, `${list}?alt=media`],
  [400, `${list}?prettyPrint=x`],
  [400, `${list}?filter=a&filter=b`],
  [404, '/compute/v1/projects/p/zones/z/disks/nobody'],
  [501, '/compute/v1/projects/p/global/disks'],
  [404, `${list}/nobody`],
  [414, `${list}?filter=${'x'.repeat(100_000)}`],
]
for (const [status, target] of gets) {
  const answer = await handle(new Request(`http://localhost${target}`), local)
  assert.equal(answer.status, status, target.slice(0, 100))
}

const head = 'content-type: application/http\r\n\r\n'
const batches = [
  [200, `--b\r\n${head}GET ${list}\r\n\r\n--b--`],
  [400, 'nonsense'],
  [400, new Uint8Array([0xff])],
  [413, new Uint8Array(2 ** 22 + 1)],
]
for (const [status, body] of batches) {
  const headers = { 'content-type': 'multipart/mixed; boundary=b' }
  const answer = await handle(new Request('http://localhost/batch', { method: 'POST', headers, body }), local)
  assert.equal(answer.status, status, String(body).slice(0, 100))
}

assert.equal((await handle(new Request(`http://example.com${list}`), local)).status, 403)
assert.equal((await handle(new Request(`http://localhost${list}`), { remoteAddress: '10.0.0.1' })).status, 403)
for (const options of [
  {},
  { source: 1 },
  { maxConcurrentRequests: 'x' },
  { hosts: 'x' },
  { path: '..' },
  { sorce: 1 },
]) {
  assert.throws(() => createHandler(options), TypeError)
}
