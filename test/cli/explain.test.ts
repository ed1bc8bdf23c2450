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
  it('shows some of many values', async () => {
    const { stdout } = await runInMemory(['licenses:x', '--explain=debian-12'], { stdin })
    expect(stdout).toMatch(/ is false: licenses is .*license-0/)
    const values = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    const reason = { restriction: 'a:x', span: { start: 0, end: 3 }, holds: false, field: 'a', values, tooLong: false }
    expect(describeExplanation('n', { matches: false, reasons: [reason] })).toBe(
      'n does not match:\n  `a:x` is false: a is "a", "b", "c", "d", "e", "f", "g", "h", 2 more\n',
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
      'n\\u001b does not match:\n  `a eq x` is false: a is "y", which is too long for this pattern and counts as unset\n',
    )
  })

  it('explains all images of that name', async () => {
    const two = lines(image, { name: 'debian-12', family: 'x' })
    const { stdout } = await runInMemory(['family = debian', '--explain', 'debian-12'], { stdin: two })
    expect(stdout).toBe(
      'debian-12 matches:\n  `family = debian` is true: family is "debian"\n' +
        'debian-12 does not match:\n  `family = debian` is false: family is "x"\n',
    )
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
      stderr: `compute-filter: no image named ${name.replace('\u001b', '\\u001b')} in standard input\n`,
    })
  })
})
