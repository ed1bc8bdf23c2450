// The library in a page and in a worker of Chromium, under a content-security policy that allows WebAssembly and nothing
// else out of the ordinary, and in a page whose policy does not even allow that. CHROMIUM names the program; otherwise
// it is looked for in the PATH.
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import { rolldown } from 'rolldown'

const resolve = (path) => new URL(`../../${path}`, import.meta.url).pathname
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"
const strictPolicy = policy.replace(" 'wasm-unsafe-eval'", '')
const html = (script) => `<!doctype html><title>compute-filter</title><script type="module" src="${script}"></script>`

const files = new Map([
  ['/', ['text/html', html('/start-page.js')]],
  ['/strict', ['text/html', html('/start-strict-page.js')]],
  ['/re2.wasm', ['application/wasm', readFileSync(resolve('dist/re2.wasm'))]],
])
const bundle = await rolldown({
  input: {
    'start-page': resolve('test/browser/start-page.js'),
    'start-strict-page': resolve('test/browser/start-strict-page.js'),
    'start-worker': resolve('test/browser/start-worker.js'),
  },
  platform: 'browser',
  resolve: {
    alias: {
      'compute-filter': resolve('dist/index.js'),
      'compute-filter/re2js': resolve('dist/re2js.js'),
      'compute-filter/collection': resolve('dist/collection.js'),
    },
  },
})
for (const { fileName, code } of (await bundle.generate({ chunkFileNames: '[name].js' })).output) {
  files.set(`/${fileName}`, ['text/javascript', code])
}

const server = createServer(({ url }, response) => {
  const [type, body] = files.get(url) ?? []
  response.writeHead(body === undefined ? 404 : 200, {
    'content-type': type,
    'content-security-policy': url === '/strict' ? strictPolicy : policy,
  })
  response.end(body)
})
await new Promise((listening) => server.listen(0, '127.0.0.1', listening))

const executablePath =
  process.env.CHROMIUM ??
  process.env.PATH.split(delimiter)
    .map((folder) => join(folder, 'chromium'))
    .find(existsSync)
if (executablePath === undefined) throw new Error('Chromium is not in the PATH; CHROMIUM may name it')
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
let passed = 0
let failed = 0
try {
  const complaints = []
  for (const path of ['/', '/strict']) {
    const page = await browser.newPage()
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(`http://127.0.0.1:${server.address().port}${path}`)
    await page.waitForFunction(() => globalThis.outcomes !== undefined)
    const outcomes = await page.evaluate(() => globalThis.outcomes)
    for (const [place, results] of Object.entries(outcomes)) {
      for (const [name, held] of Object.entries(results)) {
        console.log(`${held ? 'ok    ' : 'FAILED'} ${place}: ${name}`)
        if (held) passed++
        else failed++
      }
    }
  }
  // What the page tries on purpose is reported, too.
  const strange = complaints.filter((text) => !text.includes('unsafe-eval'))
  if (strange.length > 0) failed++
  for (const text of strange) console.log(`FAILED ${text}`)
} finally {
  await browser.close()
  server.close()
}
console.log(`${browser.version()}: ${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
