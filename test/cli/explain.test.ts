import { describe, expect, it, test } from 'vitest'
import { describeExplanation } from '../../src/cli/describe-explanation.ts'
import { lines, runInMemory } from './run-in-memory.ts'

const image = {
  name: 'debian-12',
  family: 'debian',
  diskSizeGb: '10',
  labels: { env: 'dev\u001b', 'a\u009b': 'x' },
  deprecated: { state: 'DEPRECATED' },
  licenses: Array.from({ length: 10 }, (_, at) => `license-${String(at)}`),
  description: 'd'.repeat(500),
}
const stdin = lines({ name: 'other' }, image)

test.each<readonly [filter: string, says: readonly string[]]>([
  ['', ['debian-12 matches:', '  the filter is empty']],
  ['family = debian', ['debian-12 matches:', '  `family = debian` is true: family is "debian"']],
  [
    'family = debian AND diskSizeGb > 50',
    ['debian-12 does not match:', '  `diskSizeGb > 50` is false: diskSizeGb is "10"'],
  ],
  [
    'NOT deprecated.state = DEPRECATED',
    ['debian-12 does not match:', '  `deprecated.state = DEPRECATED` is true: deprecated.state is "DEPRECATED"'],
  ],
  ['labels.owner = me', ['debian-12 does not match:', '  `labels.owner = me` is false: labels.owner is unset']],
  ['labels.env = dev', ['debian-12 does not match:', '  `labels.env = dev` is false: labels.env is "dev\\u001b"']],
  [
    'family = debian\nAND diskSizeGb = 10',
    [
      'debian-12 matches:',
      '  `family = debian` is true: family is "debian"',
      '  `diskSizeGb = 10` is true: diskSizeGb is "10"',
    ],
  ],
  ['name\n=\n(x)', ['debian-12 does not match:', '  `name\\n= x` is false: name is "debian-12"']],
  [
    'description = x',
    ['debian-12 does not match:', `  \`description = x\` is false: description is "${'d'.repeat(199)}…`],
  ],
])('%j', async (filter, says) => {
  const ran = await runInMemory([filter, '--explain', 'debian-12'], { stdin })
  expect(ran).toEqual({ code: 0, stdout: `${says.join('\n')}\n`, stderr: '' })
})

describe('--explain', () => {
  it('shows only some of many values', async () => {
    const { stdout } = await runInMemory(['licenses:x', '--explain=debian-12'], { stdin })
    expect(stdout).toMatch(/ is false: licenses is .*license-0/)
    const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    const reason = { restriction: 'a:x', span: { start: 0, end: 3 }, holds: false, field: 'a', values, tooLong: false }
    expect(describeExplanation('n', { matches: false, reasons: [reason] })).toBe(
      'n does not match:\n  `a:x` is false: a is "a", "b", "c", "d", "e", "f", "g", "h" and 2 more\n',
    )
  })

  it('says that a text is too long for its pattern', () => {
    const reason = {
      restriction: 'a eq x',
      span: { start: 0, end: 6 },
      holds: false,
      field: 'a',
      values: ['y'],
      tooLong: true,
    }
    expect(describeExplanation('n\u001b', { matches: false, reasons: [reason] })).toBe(
      'n\\u001b does not match:\n  `a eq x` is false: a is "y"; it is too long for this pattern and counts as unset\n',
    )
  })

  it.each<readonly [what: string, ids: readonly unknown[], shown: readonly string[]]>([
    ['text', ['1', '2', '3'], ['id 1', 'id 2', 'id 3']],
    ['numbers', [1, 2], ['id 1', 'id 2']],
    ['large numbers', ['9007199254740993', '1'], ['id 9007199254740993', 'id 1']],
    ['nothing', [undefined, null, {}], ['no id', 'no id', 'no id']],
    ['control characters', ['\u001b[2J', '2'], ['id \\u001b[2J', 'id 2']],
  ])('explains all images with the name, with their ids: %s', async (_, ids, shown) => {
    const images = ids.map((id, at) => ({ name: 'debian-12', id, family: at === 0 ? 'debian' : 'x' }))
    const { stdout } = await runInMemory(['family = debian', '--explain', 'debian-12'], { stdin: lines(...images) })
    const expected = shown.map((id, at) =>
      at === 0
        ? `debian-12 (${id}) matches:\n  \`family = debian\` is true: family is "debian"\n`
        : `debian-12 (${id}) does not match:\n  \`family = debian\` is false: family is "x"\n`,
    )
    expect(stdout).toBe(expected.join(''))
  })

  it.each([
    [lines({ name: 'a', id: 1 }), 'a matches:\n  the filter is empty\n'],
    [
      lines({ name: 'a', id: 1 }, { name: 'a', id: 2 }),
      'a (id 1) matches:\n  the filter is empty\na (id 2) matches:\n  the filter is empty\n',
    ],
  ])('explains images before an input error: %j', async (before, stdout) => {
    const ran = await runInMemory(['', '--explain', 'a'], { stdin: `${before}nonsense` })
    expect(ran).toMatchObject({ code: 2, stdout })
    expect(ran.stderr).toMatch(/not JSON/)
  })

  it('uses the profile', async () => {
    const argv = ['name:debian', '--explain', 'debian-12']
    expect((await runInMemory(argv, { stdin })).stdout).toContain('does not match')
    expect((await runInMemory([...argv, '--profile', 'observed'], { stdin })).stdout).toContain('debian-12 matches')
  })

  test.each([['none'], ['-odd=name'], ['a\u001bb']])('finds no image %j', async (name) => {
    expect(await runInMemory(['', '--explain', name], { stdin })).toEqual({
      code: 2,
      stdout: '',
      stderr: `compute-filter: no resource named ${name.replace('\u001b', '\\u001b')} in standard input\n`,
    })
  })

  it.each<readonly [name: string, images: readonly object[], help: string]>([
    ['debian-12', [{ name: 'debian-11' }, { name: 'ubuntu' }], '; did you mean debian-11?'],
    ['debian-12', [{ name: 'Debian_12' }, { name: 'debian-11' }], '; did you mean Debian_12?'],
    ['debian-12', [{ name: 'ubuntu' }, { name: 5 }, {}, { name: 'debian-12'.repeat(20) }], ''],
    ['x'.repeat(100), [{ name: 'x'.repeat(99) }], ''],
    ['\u001bab', [{ name: '\u001ba' }], '; did you mean \\u001ba?'],
    [
      'image-1234',
      Array.from({ length: 2500 }, (_, at) => ({ name: at === 300 ? 'image-123x' : `i${String(at)}` })),
      '; did you mean image-123x?',
    ],
  ])('suggests a similar name for %j', async (name, images, help) => {
    const { code, stderr } = await runInMemory(['', '--explain', name], { stdin: lines(...images) })
    const shown = name.replace('\u001b', '\\u001b')
    expect([code, stderr]).toEqual([2, `compute-filter: no resource named ${shown} in standard input${help}\n`])
  })

  it('compares no names after the image was found', async () => {
    const { code, stdout } = await runInMemory(['', '--explain', 'a'], { stdin: lines({ name: 'a' }, { name: 'b' }) })
    expect([code, stdout]).toEqual([0, 'a matches:\n  the filter is empty\n'])
  })
})
