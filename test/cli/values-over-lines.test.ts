import { describe, expect, it, test } from 'vitest'
import { lines, runInMemory } from './run-in-memory.ts'

const a = {
  name: 'a',
  labels: { odd: '"items": [ { } ] , \\" \u0041', b: '' },
  licenses: ['x', 'y'],
  description: '{[',
}
const b = { name: 'b', guestOsFeatures: [{ type: 'GVNIC' }] }
const pretty = (...values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value, undefined, 2)}\n`).join('')
const list = (...items: readonly unknown[]) => ({ kind: 'compute#imageList', items, selfLink: 'x' })
/** Longer than a piece that is parsed at once. */
const long = { name: 'long', description: 'x'.repeat(2 ** 18) }

const inputs: readonly (readonly [what: string, text: string, images: readonly unknown[]])[] = [
  ['what jq prints', pretty(a, b, a), [a, b, a]],
  ['what jq prints, without last line feed', pretty(a, b).trimEnd(), [a, b]],
  ['what jq prints, with CRLF', pretty(a, b).replaceAll('\n', '\r\n'), [a, b]],
  ['lines, then values over lines', lines(a, b) + pretty(a, b), [a, b, a, b]],
  ['values over lines, then lines', pretty(a, b) + lines(a, b), [a, b, a, b]],
  ['arrays one after the other', pretty([a], [], [b]), [a, b]],
  ['an array on a line among others', lines(a, [b, a], b), [a, b, a, b]],
  ['lists over lines, one after the other', pretty(list(a), list(), list(b, a)), [a, b, a]],
  ['values without white space between', pretty(a).trimEnd() + pretty(b), [a, b]],
  ['values on the line where one ends', `${pretty(a).trimEnd()} ${pretty(b)}`, [a, b]],
  ['lines of brackets alone', `${lines(a)}[\n{\n"name": "b"}\n,\n{"name":"c"}]\n`, [a, { name: 'b' }, { name: 'c' }]],
  ['a list that begins on one line', `{"kind": "compute#imageList", "items": [\n${lines(a)}]}`, [a]],
  ['a list with items twice', '{"items": [{"name": "a"}], "items": [{"name": "b"}]}\n', [{ name: 'b' }]],
  ['a value that begins before empty lines', '{"name": "a"\n\n\n, "family": "x"}', [{ name: 'a', family: 'x' }]],
  ['a list with white space in its items', '{"items":[ \n ] \n}', []],
  ['a long line', lines(a, long, b), [a, long, b]],
  ['a long first line', lines(long, b), [long, b]],
  [
    'a long line after one that is open',
    `{"name": "a"\n,"family": "b", "description": "${long.description}"}`,
    [{ name: 'a', family: 'b', description: long.description }],
  ],
  ['a long array on a line', lines([a, long, b], a), [a, long, b, a]],
  ['a long list on a line', lines(list(a, long, b), a), [a, long, b, a]],
  ['arrays on one line', '[{"name":"a"}][{"name":"b"}]', [{ name: 'a' }, { name: 'b' }]],
  ['objects on one line', '{"name":"a"} {"name":"b"}', [{ name: 'a' }, { name: 'b' }]],
  ['files without a last line feed, put together', `${JSON.stringify(a)}${pretty(b).trimEnd()}${lines(a)}`, [a, b, a]],
  ['long values on one line', `${JSON.stringify(long)}${JSON.stringify(long)}${lines(b)}`, [long, long, b]],
  ['many values on one line', lines(b).trimEnd().repeat(10_000), Array.from({ length: 10_000 }, () => b)],
  ['a byte order mark in the middle', `${lines(a)}\ufeff${pretty(b)}\ufeff${lines(a)}`, [a, b, a]],
  ['a line feed behind a comma', '{"name": "a",\n"family": "x"}\n', [{ name: 'a', family: 'x' }]],
  ['a line feed behind a colon', '{"name":\n"a"}\n', [{ name: 'a' }]],
  [
    'a line feed behind a comma of an array',
    '{"items": [{"name": "a"},\n{"name": "b"}]}',
    [{ name: 'a' }, { name: 'b' }],
  ],
  ['an empty object over lines', '{\n}\n', [{}]],
  ['a long list without kind', lines({ items: [{ family: 'x' }, long, b] }), [{ family: 'x' }, long, b]],
]

describe('consecutive JSON values', () => {
  test.each(inputs)('%s', async (_what, text, images) => {
    const bytes = Buffer.from(text)
    const cuts = bytes.length > 10_000 ? [bytes.length, 65_536] : [bytes.length, 1, 7]
    for (const cut of cuts) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, at) =>
        bytes.subarray(at * cut, (at + 1) * cut),
      )
      expect(await runInMemory([''], { stdin: pieces })).toEqual({ code: 0, stdout: lines(...images), stderr: '' })
    }
  })

  it('passes on the elements of a list before it ends', async () => {
    const images = [a, b].map((image) => ({ kind: 'compute#image', ...image }))
    const ran = await runInMemory([''], { stdin: `{"items": [\n${JSON.stringify(images).slice(1, -1)},\n` })
    expect(ran).toEqual({
      code: 2,
      stdout: lines(...images),
      stderr: 'compute-filter: standard input:3: not JSON: the input ends within this value\n',
    })
  })

  it('skips a broken line among lines, however long', async () => {
    const broken = JSON.stringify(long)
    for (const bad of [
      broken.slice(0, -1),
      broken.slice(0, -2),
      `${broken.slice(0, -1)} 1}`,
      '{"name": "a"',
      '[{"name"',
      '{"a": [',
    ]) {
      const { code, stdout, stderr } = await runInMemory(['', '--skip-bad'], {
        stdin: `${lines(a)}${bad}\n${lines(b)}`,
      })
      const [, problem = ''] = /^compute-filter: skipped 1 bad entry: standard input:2: (.*)\n$/.exec(stderr) ?? []
      expect({ code, stdout }).toEqual({ code: 0, stdout: lines(a, b) })
      expect(problem).toMatch(/^not JSON: /)
    }
  })

  test.each(['{"name": "x",', '{"name": "x', '{"name": "x,', '{', '{"labels": {"a": "b",', '{"name": "x"'])(
    'skips an incomplete first line: %s',
    async (cut) => {
      const ran = await runInMemory(['', '--skip-bad'], { stdin: `${cut}\n${lines(a, b)}` })
      expect(ran).toMatchObject({ code: 0, stdout: lines(a, b) })
      expect(ran.stderr).toMatch(/^compute-filter: skipped 1 bad entry: standard input:1: not JSON: .*\n$/)
    },
  )

  test.each(['garbage', ']', ', {"name": "c"}', '1'])('reports what follows a value on its line: %s', async (rest) => {
    for (const value of [a, long]) {
      for (const [text, printed] of [
        [JSON.stringify(value), lines(value)],
        [JSON.stringify([value]), lines(value)],
      ] as const) {
        for (const end of ['', '\n']) {
          const ran = await runInMemory(['', '--skip-bad'], { stdin: `${text} ${rest}${end}` })
          expect([ran.code, ran.stdout]).toEqual([0, printed])
          expect(ran.stderr).toMatch(/^compute-filter: skipped 1 bad entry: standard input:1: /)
        }
      }
    }
  })

  it('skips a long broken last line', async () => {
    const stdin = lines(a) + JSON.stringify(long).slice(0, -1)
    expect(await runInMemory(['', '--skip-bad'], { stdin })).toEqual({
      code: 0,
      stdout: lines(a),
      stderr: 'compute-filter: skipped 1 bad entry: standard input:2: not JSON: the input ends within this value\n',
    })
  })
})
