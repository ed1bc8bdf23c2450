import { describe, expect, it, test } from 'vitest'
import { lines, runInMemory } from './run-in-memory.ts'

const image = { kind: 'compute#image', name: 'a' }
const pretty = (value: unknown): string => JSON.stringify(value, undefined, 2)
const aggregated = { 'zones/z': { instances: [{ name: 'i' }] } }
const take = (what: string, path: string) =>
  `an object around \`${what}\`, not an image; extract them with jq: jq '${path}[]'`

describe('an answer that is not a list of images', () => {
  const answers: readonly (readonly [answer: unknown, what: string])[] = [
    [{ error: { code: 403, message: 'Required permission', errors: [] } }, 'an error answer: 403: Required permission'],
    [{ error: { message: 'x'.repeat(400) } }, `an error answer: ${'x'.repeat(300)}…`],
    [{ error: { errors: [] } }, 'an error answer'],
    [{ kind: 'compute#imageList', error: { code: 403 } }, 'an error answer: 403'],
    [{ kind: 'compute#imageList', items: [image], error: { code: 403 } }, 'an error answer: 403'],
    [{ error: 'invalid_grant', error_description: 'Bad\nRequest' }, 'an error answer: invalid_grant: Bad\\nRequest'],
    [
      { kind: 'foo#barAggregatedList', items: aggregated },
      'foo#barAggregatedList, not a kind that Compute Engine lists',
    ],
    [{ images: [image] }, take('images', '.images')],
    [{ 'odd key': [image] }, take('odd key', '.["odd key"]')],
    [{ images: [] }, take('images', '.images')],
    [{ kind: 'foo#barList', items: [{ name: 'i' }] }, 'foo#barList, not a kind that Compute Engine lists'],
    [{ kind: 'compute#fooList' }, 'compute#fooList, not a kind that Compute Engine lists'],
  ]

  test.each(answers)('%j', async (answer, what) => {
    for (const stdin of [
      JSON.stringify(answer),
      `${pretty(answer)}\n`,
      lines(image) + JSON.stringify(answer),
      `[${JSON.stringify(answer)}]`,
      `[${JSON.stringify(answer)},${JSON.stringify(image)},\n5]`,
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
    [{ kind: 'foo#bar', name: 'i' }, 'foo#bar, not a kind that Compute Engine lists'],
    [{ odd: 1, other: [1] }, 'an object without any field of an image'],
    [{ error: 5 }, 'an object without any field of an image'],
  ])('skips %j among images', async (other, what) => {
    for (const stdin of [lines(image, other), pretty([image, other])]) {
      const { code, stdout, stderr } = await runInMemory(['', '--skip-bad'], { stdin })
      expect([code, stdout]).toEqual([0, lines(image)])
      expect(stderr).toMatch(/^compute-filter: skipped 1 bad entry: standard input:\d: /)
      expect(stderr.endsWith(`${what}\n`)).toBe(true)
    }
  })

  it('is reported when its kind follows its items, which are not printed', async () => {
    const answer = { items: [{ name: 'i' }, { name: 'j' }], kind: 'foo#barList' }
    expect(await runInMemory([''], { stdin: pretty(answer) })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'compute-filter: standard input:1: foo#barList, not a kind that Compute Engine lists\n',
    })
  })

  it('is reported before its items are read', async () => {
    const stdin = '{\n"kind": "foo#barList", "items": [nonsense'
    expect(await runInMemory([''], { stdin })).toMatchObject({
      stderr: 'compute-filter: standard input:1: foo#barList, not a kind that Compute Engine lists\n',
    })
  })
})

test.each([[{}], [{ kind: 5, name: 'x' }], [{ name: 'x', error: {} }]])('accepts %j as an image', async (value) => {
  expect(await runInMemory([''], { stdin: lines(value) })).toEqual({ code: 0, stdout: lines(value), stderr: '' })
})

describe('notes about a list', () => {
  const goesOn = 'compute-filter: standard input: the list is incomplete: it has a nextPageToken\n'
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
      warns(': a; and 1 more'),
    ],
    [[{ kind, items: [image], warning: 'x' }], ''],
  ])('%j', async (lists, stderr) => {
    for (const stdin of [lines(...lists), lists.map(pretty).join('\n')]) {
      expect(await runInMemory([''], { stdin })).toEqual({ code: 0, stdout: lines(image), stderr })
    }
  })
})
