// A server in a process of its own; tells its port, and when asked what memory it holds.
import { createServer } from 'node:http'
import { createHandler, createMemorySource } from '../../dist/server.js'
import { createNodeListener } from '../../dist/node.js'
import { generateImages } from '../data/images.mjs'

const wasm = []
const { instantiate, Memory } = WebAssembly
WebAssembly.Memory = class extends Memory {
  constructor(...args) {
    super(...args)
    wasm.push(new WeakRef(this))
  }
}
WebAssembly.instantiate = instantiate

const errors = new Map()
const handle = createHandler({
  source: createMemorySource({ p: generateImages(Number(process.env.IMAGES ?? 2205)) }),
  timeLimit: 10_000,
  onError: (error) => errors.set(String(error), (errors.get(String(error)) ?? 0) + 1),
})
// As behind a proxy, which tells who the caller is.
const listener = createNodeListener((request, { remoteAddress }) =>
  handle(request, { remoteAddress: request.headers.get('x-forwarded-for') ?? remoteAddress }),
)
const server = createServer({ maxHeaderSize: 2 ** 17 }, listener)
server.timeout = 5_000
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('message', async () => {
  // What is forgotten is given back in steps: finalizers run between collections.
  for (let times = 0; times < 4; times++) {
    globalThis.gc()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
  const alive = wasm.flatMap((one) => one.deref() ?? [])
  server.getConnections((_, connections) => {
    process.send({
      heap: heapUsed / 2 ** 20,
      buffers: arrayBuffers / 2 ** 20,
      rss: rss / 2 ** 20,
      wasm: alive.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) / 2 ** 20,
      connections,
      errors: [...errors],
    })
  })
})
