import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { render } from '../../src/server/respond.ts'
import { readSelection, select } from '../../src/server/selection.ts'
import { writeJson } from '../../src/server/write-json.ts'

function write(body: unknown, fields: string, isPretty: boolean) {
  const steps = writeJson(body, { fields, isPretty })
  for (let count = 0; ; count++) {
    const { done, value } = steps.next()
    if (done !== true) continue
    const bytes = Buffer.concat(value.pieces)
    expect(bytes).toHaveLength(value.length)
    return { text: String(bytes).replace(/\n$/, ''), count }
  }
}

const name = fc.constantFrom('kind', 'id', 'items', 'a', 'warning', 'data')
const item = fc.dictionary(name, fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined)), {
  noNullPrototype: true,
})
const list = fc.record(
  {
    kind: fc.string(),
    id: fc.constant(undefined),
    items: fc.array(item, { maxLength: 4 }),
    warning: fc.record({ code: fc.string(), data: fc.array(fc.record({ key: fc.string() })) }),
  },
  { requiredKeys: [] },
)
const fields = fc.constantFrom(
  '',
  'kind',
  'items',
  'items(a,id),kind',
  'items/a',
  'warning,items/kind',
  '*',
  'items/*/a',
  'items/*/*',
  '*/*/*',
)

describe('an answer as JSON', () => {
  it('equals JSON.stringify of the selected part', () => {
    fc.assert(
      fc.property(list, fields, fc.boolean(), (body, selection, isPretty) => {
        const plain: unknown = JSON.parse(JSON.stringify(body))
        const expected = select(plain, [readSelection(selection)])
        expect(write(body, selection, isPretty).text).toBe(
          JSON.stringify(expected, undefined, isPretty ? 2 : undefined),
        )
      }),
    )
  })

  it('takes a step for each item', () => {
    const items = Array.from({ length: 500 }, (_, at) => ({ name: `i${String(at)}` }))
    expect(write({ items }, '', true).count).toBe(500)
    const long = [{ name: 'é'.repeat(100_000) }, { name: 'b'.repeat(50_000) }, { name: 'c'.repeat(50_000) }]
    const { text, count } = write({ items: long, kind: 'k' }, '', true)
    expect(text).toBe(JSON.stringify({ items: long, kind: 'k' }, undefined, 2))
    expect(count).toBe(3 + 2)
  })

  it('has steps only for lists, and none when it is short', () => {
    expect(write({ items: 5 }, '', false).text).toBe('{"items":5}')
    expect(write({ toJSON: () => 5 }, 'items', false).text).toBe('null')
    const body = { items: [{ name: 'a' }, { name: 'b' }] }
    const { pieces, length } = render({ status: 200, body }, { fields: '', isPretty: false })
    expect(String(Buffer.concat(pieces))).toBe(`${JSON.stringify(body)}\n`)
    expect(length).toBe(JSON.stringify(body).length + 1)
  })

  it('uses `toJSON` if there is one', () => {
    expect(write({ items: [1], toJSON: () => 5 }, '', false).text).toBe('5')
    expect(write({ items: [{ toJSON: () => ({ a: 'x\ny' }) }] }, '', true).text).toBe(
      JSON.stringify({ items: [{ a: 'x\ny' }] }, undefined, 2),
    )
  })

  it('has null for elements that JSON does not have, and no list without a selected element', () => {
    expect(write({ items: [undefined, { a: 1 }] }, '', false).text).toBe('{"items":[null,{"a":1}]}')
    expect(write({ items: [undefined, { a: 1 }] }, 'items/a', false).text).toBe('{"items":[{"a":1}]}')
    expect(write({ items: [undefined, 5], kind: 'k' }, 'items/a,kind', false).text).toBe('{"kind":"k"}')
    expect(write({ items: [], kind: 'k' }, 'items/a', true).text).toBe('{\n  "items": []\n}')
  })

  it('takes a step for each resource of a scope', () => {
    const body = {
      kind: 'k',
      items: {
        'zones/z': { vms: [{ a: 1, b: { c: 'x' } }, { a: 2 }] },
        'zones/y': { warning: { code: 'w' } },
        'zones/x': {},
      },
    }
    expect(write(body, '', true)).toEqual({ text: JSON.stringify(body, undefined, 2), count: 2 })
    expect(write(body, 'items/*/vms/a', false).text).toBe(
      '{"items":{"zones/z":{"vms":[{"a":1},{"a":2}]},"zones/y":{},"zones/x":{}}}',
    )
  })
})
