import { Readable } from 'node:stream'
import { describe, expect, it, test } from 'vitest'
import { InputError, readAll } from '../../src/input/index.ts'
import { lines, runInMemory } from './run-in-memory.ts'

const image = { kind: 'compute#image', name: 'a' }
const pretty = (value: unknown): string => JSON.stringify(value, undefined, 2)
const aggregated = { 'zones/z': { instances: [{ name: 'i' }] } }
const take = (what: string, path: string) =>
  `an object around \`${what}\`, not an image; take them out with jq: jq '${path}[]'`
const aggregatedAdvice = "not a list of images; take out its items with jq: jq '.items[][] | arrays[]'"

describe('an answer that is no list of images', () => {
  const answers: readonly (readonly [answer: unknown, what: string])[] = [
    [{ error: { code: 403, message: 'Required permission', errors: [] } }, 'an error answer: 403: Required permission'],
    [{ error: { message: 'x'.repeat(400) } }, `an error answer: ${'x'.repeat(300)}…`],
    [{ error: { errors: [] } }, 'an error answer'],
    [{ error: 'invalid_grant', error_description: 'Bad\nRequest' }, 'an error answer: invalid_grant: Bad\\nRequest'],
    [
      { kind: 'compute#instanceAggregatedList', items: aggregated },
      `an aggregated list (compute#instanceAggregatedList), ${aggregatedAdvice}`,
    ],
    [{ kind: 'compute#diskAggregatedList' }, `an aggregated list (compute#diskAggregatedList), ${aggregatedAdvice}`],
    [{ items: aggregated }, `an aggregated list, ${aggregatedAdvice}`],
    [{ images: [image] }, take('images', '.images')],
    [{ 'odd key': [image] }, take('odd key', '.["odd key"]')],
    [{ images: [] }, take('images', '.images')],
    [{ kind: 'compute#instanceList', items: [{ name: 'i' }] }, 'compute#instanceList, not compute#image'],
    [{ kind: 'compute#instanceList' }, 'compute#instanceList, not compute#image'],
  ]

  test.each(answers)('%j', async (answer, what) => {
    for (const stdin of [
      JSON.stringify(answer),
      `${pretty(answer)}\n`,
      lines(image) + JSON.stringify(answer),
      `[${JSON.stringify(answer)}]`,
    ]) {
      for (const options of [[], ['--skip-bad'], ['--format', 'table']]) {
        const { code, stderr, stdout } = await runInMemory(['', ...options], { stdin })
        const line = stdin.startsWith('{"kind":"compute#image"') ? 2 : 1
        const item = stdin.startsWith('[') ? 'item 1 is ' : ''
        expect({ code, stderr }).toEqual({
          code: 2,
          stderr: `compute-filter: standard input:${String(line)}: ${item}${what}\n`,
        })
        expect(stdout.replace(lines(image), '')).toBe('')
      }
    }
  })

  test.each([
    [{ kind: 'compute#instance', name: 'i' }, 'compute#instance, not compute#image'],
    [{ odd: 1, other: [1] }, 'an object without any field of an image'],
    [{ error: 5 }, 'an object without any field of an image'],
  ])('%j among images can be skipped', async (other, what) => {
    for (const stdin of [lines(image, other), pretty([image, other])]) {
      const { code, stdout, stderr } = await runInMemory(['', '--skip-bad'], { stdin })
      expect([code, stdout]).toEqual([0, lines(image)])
      expect(stderr).toMatch(/^compute-filter: skipped 1 bad entry: standard input:\d: /)
      expect(stderr.endsWith(`${what}\n`)).toBe(true)
    }
  })

  it('is told of when its kind comes after its items, which are not printed', async () => {
    const answer = { items: [{ name: 'i' }, { name: 'j' }], kind: 'compute#instanceList' }
    expect(await runInMemory([''], { stdin: pretty(answer) })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'compute-filter: standard input:1: compute#instanceList, not compute#image\n',
    })
  })

  it('is told of before its items are read', async () => {
    const stdin = '{\n"kind": "compute#instanceList", "items": [nonsense'
    expect(await runInMemory([''], { stdin })).toMatchObject({
      stderr: 'compute-filter: standard input:1: compute#instanceList, not compute#image\n',
    })
  })
})

test.each([[{}], [{ kind: 5, name: 'x' }], [{ name: 'x', error: {} }]])('%j is an image', async (value) => {
  expect(await runInMemory([''], { stdin: lines(value) })).toEqual({ code: 0, stdout: lines(value), stderr: '' })
})

describe('what a list says beside its items', () => {
  const goesOn = 'compute-filter: standard input: the list goes on: it has a nextPageToken\n'
  const warns = (what: string) => `compute-filter: standard input: the list has a warning${what}\n`
  const kind = 'compute#imageList'

  test.each<readonly [lists: readonly unknown[], notes: string]>([
    [[{ kind, items: [image], nextPageToken: 'x' }], goesOn],
    [[{ nextPageToken: 'x', items: [image] }], goesOn],
    [[{ kind, items: [image], nextPageToken: '' }], ''],
    [
      [
        { kind, items: [image], nextPageToken: 'x' },
        { kind, items: [] },
      ],
      '',
    ],
    [
      [
        { kind, items: [], nextPageToken: 'x' },
        { kind, items: [image], nextPageToken: 'y' },
      ],
      goesOn,
    ],
    [[{ kind, items: [image], warning: { code: 'UNREACHABLE', message: 'm\n' } }], warns(': UNREACHABLE: m\\n')],
    [[{ kind, items: [image], warning: {}, nextPageToken: 'x' }], goesOn + warns('')],
    [
      [
        { kind, items: [image], warning: { code: 'a' } },
        { kind, warning: { code: 'b' } },
      ],
      warns(': a'),
    ],
    [[{ kind, items: [image], warning: 'x' }], ''],
  ])('%j', async (lists, stderr) => {
    for (const stdin of [lines(...lists), lists.map(pretty).join('\n')]) {
      expect(await runInMemory([''], { stdin })).toEqual({ code: 0, stdout: lines(image), stderr })
    }
  })
})

describe('readAll', () => {
  const read = async (text: string) => {
    const notes: string[] = []
    async function* chunks() {
      await Promise.resolve()
      yield Buffer.from(text)
    }
    return { all: await readAll('f', chunks(), undefined, { onNote: (note) => notes.push(note) }), notes }
  }

  test.each<readonly [text: string, all: readonly unknown[], notes: readonly string[]]>([
    ['{"x": 1}\n{"kind": "compute#disk"}', [{ x: 1 }, { kind: 'compute#disk' }], []],
    ['{"kind": "compute#diskList", "items": [{"x": [{}]}, {"x": [], "y": 1}]}', [], []],
    ['{"kind": "compute#diskList"}', [], []],
    [
      '{"kind": "compute#diskList", "items": [{"name": "d"}], "nextPageToken": "x"}',
      [{ name: 'd' }],
      ['f: the list goes on: it has a nextPageToken'],
    ],
    ['{"x": 1, "y": []}', [{ x: 1, y: [] }], []],
  ])('takes resources of any kind: %s', async (text, all, notes) => {
    if (text.includes('"x": [{}]')) await expect(read(text)).rejects.toThrow('f:1: item 1 is an object around `x`')
    else expect(await read(text)).toEqual({ all, notes })
  })

  it('needs nobody to tell of notes', async () => {
    const chunks = Readable.from([Buffer.from('{"items": [{"name": "d"}], "nextPageToken": "x"}')])
    expect(await readAll('f', chunks as AsyncIterable<Uint8Array>)).toEqual([{ name: 'd' }])
  })

  test.each([
    ['{"error": {"code": 404}}', 'f:1: an error answer: 404'],
    ['{"items": {}}', 'f:1: an aggregated list, not a list of resources; '],
    ['{"disks": [{"name": "d"}]}', 'f:1: an object around `disks`, not a resource; '],
  ])('refuses answers: %s', async (text, message) => {
    await expect(read(text)).rejects.toThrow(InputError)
    await expect(read(text)).rejects.toThrow(message)
  })
})
