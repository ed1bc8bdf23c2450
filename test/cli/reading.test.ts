import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../src/input/exact-json.ts'
import { imageKind } from '../../src/input/index.ts'
import { readResources } from '../../src/input/read-resources.ts'

/** The result of reading a text that arrives in pieces of these lengths, repeated. */
function read(text: string, lengths: readonly number[]) {
  const reader = readResources('f', { value: 10_000 }, imageKind)
  const entries = []
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const length = lengths[turn % lengths.length] ?? text.length
    entries.push(...reader.push(text.slice(at, at + length)))
    at += length
  }
  return [...entries, ...reader.end()]
}

const image = fc.record({ name: fc.string(), description: fc.jsonValue() })
const images = fc.array(image, { maxLength: 3 })
const value = fc.oneof(
  image.map((one) => ({ json: one, holds: [one] })),
  images.map((several) => ({ json: several, holds: several })),
  images.map((items) => ({ json: { kind: 'compute#imageList', items }, holds: items })),
  images.map((items) => ({ json: { items, note: '"items": [' }, holds: items })),
)
const lineEnd = fc.constantFrom('\n', '\r\n', '\n\n')
/** What follows a value: it need not be a line feed. */
const after = fc.oneof(lineEnd, fc.constantFrom('', ' ', '\t ', '\ufeff'))
const written = fc.tuple(value, fc.constantFrom(undefined, 1, '\t'), lineEnd, after)
const input = fc.array(written, { maxLength: 5 }).map((all) => ({
  text: all
    .map(([{ json }, indent, end, next]) => JSON.stringify(json, undefined, indent).replaceAll('\n', end) + next)
    .join(''),
  holds: all.flatMap(([{ holds }]): readonly unknown[] => holds),
}))
const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 })

describe('readResources', () => {
  it('finds every image in every form, for any chunks', () => {
    fc.assert(
      fc.property(input, lengths, ({ text, holds }, cuts) => {
        const entries = read(text, cuts)
        expect(JSON.stringify(entries.map((entry) => ('resource' in entry ? entry.resource : entry)))).toBe(
          JSON.stringify(parseJson(JSON.stringify(holds))),
        )
      }),
    )
  })

  it('reports the same for broken text, for any chunks', () => {
    const damage = fc.constantFrom('"', '}', '{', ']', '[', ',', '\n', 'x', '\\')
    fc.assert(
      fc.property(input, fc.nat(), damage, lengths, ({ text }, place, piece, cuts) => {
        const at = place % (text.length + 1)
        const broken = text.slice(0, at) + piece + text.slice(at + 1)
        expect(read(broken, cuts)).toEqual(read(broken, []))
      }),
    )
  })

  it('reports nothing after a fatal problem', () => {
    const entries = read('[{"name": "a"}, nonsense]\n{"name": "b"}\n[', [5])
    expect(entries).toHaveLength(2)
    expect(entries[1]).toMatchObject({ isFatal: true })
  })
})
