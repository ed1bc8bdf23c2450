// Answers the conformance suite rightly, from its verdicts, and misbehaves as its arguments say:
// node misbehaving-program.mjs [how] [id of a case]…
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'

const { cases } = JSON.parse(readFileSync(new URL('../../src/testing/conformance/cases.json', import.meta.url), 'utf8'))
const verdicts = new Map(
  cases.map(({ id, matches, error, pages, rejected }) => [id, { matches, error, pages, rejected }]),
)
const [how, ...ids] = process.argv.slice(2)

const say = (answer) => console.log(JSON.stringify(answer))
const right = (id) => ({ id, ...verdicts.get(id) })

/** On a case that is named. */
const deeds = {
  crash: () => process.exit(3),
  leave: () => process.exit(0),
  hang: () => setTimeout(60_000),
  skip: () => undefined,
  contradict: (id) => [say({ id, error: 'no' }), say(right(id))],
  repeat: (id) => [say(right(id)), say(right(id))],
}

if (how === 'split-as-python') {
  let text = ''
  for await (const piece of process.stdin.setEncoding('utf8')) text += piece
  for (const line of text.trimEnd().split(/[\n\x85\u2028\u2029]|\r\n?/)) say(right(JSON.parse(line).id))
} else if (how === 'crash-when-all-is-read') {
  const asked = []
  for await (const line of createInterface({ input: process.stdin })) asked.push(JSON.parse(line).id)
  if (asked.some((id) => ids.includes(id))) process.exit(3)
  asked.reverse().forEach((id) => say(right(id)))
} else if (how === 'one-a-start') {
  for await (const line of createInterface({ input: process.stdin })) {
    say(right(JSON.parse(line).id))
    process.exit(0)
  }
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id } = JSON.parse(line)
    await (ids.includes(id) ? deeds[how](id) : say(right(id)))
  }
}
