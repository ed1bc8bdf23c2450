// Sources that fail, callers who do not read, and callers who disconnect: every answer is right or an error, and no
// memory or connection remains.
import { ask, assert, describe, load, pathOf, send, show } from './client.mjs'
import { distinct, honest } from './filters.mjs'

const expected = { throws: 500, rejects: 500, garbage: 500, circles: 500, partly: 503, stalls: 504 }

async function askFaulty(url, project, status) {
  const answers = await Promise.all(
    Array.from({ length: 30 }, async () => {
      const headers = { 'x-forwarded-for': project }
      const answer = await fetch(`${url}${pathOf(project)}?maxResults=500`, { headers })
      return [answer.status, (await answer.json()).error?.code]
    }),
  )
  const isRight = answers.every(([found, code]) => found === status && code === status)
  assert(isRight, `30 requests to a source that ${project}: ${isRight ? status : JSON.stringify(answers)}`)
}

export async function checkFaults({ port, url, tell }, { silent, gone, steady }) {
  const memory = () => tell('memory')
  const before = await memory()
  await Promise.all(Object.entries(expected).map(([project, status]) => askFaulty(url, project, status)))

  // More than would fit if any of them were kept.
  for (let at = 0; at < gone; at++) {
    const project = ['p', 'slow', 'stalls'][at % 3]
    const socket = await ask(port, `${pathOf(project)}?filter=name:${at}`, '127.0.0.4')
    socket.destroy()
  }
  // Senders of garbage, of half a request and of an invalid one, who keep the connection open.
  const left = []
  for (let at = 0; at < silent * 10; at++) {
    left.push(
      await send(
        port,
        ['GARBAGE\r\n\r\n', `GET /${'x'.repeat(140_000)}`, 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'][at % 3],
      ),
    )
  }
  const unread = []
  for (let at = 0; at < silent; at++) {
    const socket = await ask(port, pathOf('p'), '127.0.0.3')
    socket.pause()
    unread.push(socket)
  }
  const found = await load({ ...steady, nextQuery: honest })
  console.log(`honest beside ${silent} who do not read and ${gone} who went away: ${describe(found)}`)
  assert(Object.keys(found.statuses).join() === '200' && found.errors === 0, 'all of them are answered')
  await new Promise((resolve) => setTimeout(resolve, 5500))
  const after = await memory()
  console.log(`afterwards: ${show(after)}; what was told: ${JSON.stringify(after.errors)}`)
  // Node keeps the connections of fetch open for a while.
  assert(after.connections <= 200, `${after.connections} connections are left`)
  assert(after.heap - before.heap < 8, `the heap has grown by ${(after.heap - before.heap).toFixed(1)} MiB`)
  assert(after.buffers - before.buffers < 8, `buffers by ${(after.buffers - before.buffers).toFixed(1)} MiB`)
  for (const socket of [...left, ...unread]) socket.destroy()
  const last = await load({ url, amount: 300, connections: 10, nextQuery: distinct })
  assert(last.statuses[200] === 300, 'and 300 further requests have room')
}
