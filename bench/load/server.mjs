// A server in its own process. It reports its port and, on request, its memory.
import { createServer } from 'node:http'
import { answerClientError, createNodeListener } from '../../dist/node.js'
import { createHandler, createMemorySource } from '../../dist/server.js'
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

const images = generateImages(Number(process.env.IMAGES ?? 2205))
const memory = createMemorySource({ p: images })
const half = images.slice(0, images.length / 2)
const never = new Promise(() => undefined)

/** Projects whose source fails in the middle of a page, with the expected status. */
const faulty = {
  *throws() {
    yield* half
    throw new Error('broken')
  },
  async *rejects() {
    yield* half
    await Promise.reject(new Error('broken'))
  },
  async *stalls() {
    yield* half
    await never
  },
  *garbage() {
    yield* half
    yield 'garbage'
  },
  *circles() {
    const image = { name: '0' }
    yield Object.assign(image, { image })
  },
  *partly({ reportUnreachable }) {
    yield* half
    reportUnreachable({ key: 'zone', value: 'z' })
  },
  async *slow() {
    for (const image of half) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      yield image
    }
  },
}

const errors = new Map()
const handle = createHandler({
  source: {
    open: (project, place) =>
      Object.hasOwn(faulty, project) ? { scan: faulty[project] } : memory.open(project, place),
  },
  authorize: () => 'allow',
  timeoutMs: 4_000,
  maxPendingBytes: 2 ** 25,
  onError: (error) => errors.set(String(error), (errors.get(String(error)) ?? 0) + 1),
})
// As behind a proxy that identifies the caller.
const listener = createNodeListener((request, { remoteAddress }) =>
  handle(request, { remoteAddress: request.headers.get('x-forwarded-for') ?? remoteAddress }),
)
const server = createServer({ maxHeaderSize: 2 ** 17 }, listener)
server.on('clientError', answerClientError)
server.timeout = 4_500
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('message', async () => {
  // Memory is released in steps: finalizers run between garbage collections.
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
