import { describe, expect, it, test } from 'vitest'
import { maxNesting } from '../../src/input/brackets.ts'
import { maxWaitingLength } from '../../src/input/collect-entries.ts'
import { lines, runInMemory } from './run-in-memory.ts'

const image = { name: 'x' }
/** Longer than a piece that is parsed at once. */
const long = 'x'.repeat(2 ** 18)

/** Each object, and its message. */
const objects: readonly (readonly [object: Readonly<Record<string, unknown>>, printed: boolean, problem: string])[] = [
  [{ kind: 'foo#bars', items: [image] }, false, 'foo#bars, not a kind that Compute Engine lists'],
  [{ kind: 'compute#disk', items: [image] }, true, ''],
  [{ kind: 'compute#fooList', items: [image] }, false, 'compute#fooList, not a kind that Compute Engine lists'],
  [{ items: [image], kind: 'foo#bars' }, false, 'foo#bars, not a kind that Compute Engine lists'],
  [{ items: [image], kind: 'compute#fooList' }, false, 'compute#fooList, not a kind that Compute Engine lists'],
  [{ kind: 'compute#image', name: 'i', items: [image] }, true, ''],
  [{ kind: 'compute#image', items: { a: 1 } }, true, ''],
]

describe('an object is treated alike on one line, on several lines, and when it is long', () => {
  test.each(objects)('%j', async (object, isPrinted, problem) => {
    const padded = { ...object, description: long }
    for (const [shown, text] of [
      [object, JSON.stringify(object)],
      [object, JSON.stringify(object, undefined, 2)],
      [padded, JSON.stringify(padded)],
      [padded, JSON.stringify(padded, undefined, 2)],
    ] as const) {
      const ran = await runInMemory([''], { stdin: text })
      expect(ran.stdout).toBe(isPrinted ? lines(shown) : '')
      expect(ran.stderr).toMatch(isPrinted ? /^$/ : new RegExp(`^compute-filter: standard input:1: ${problem}\n$`))
      const skipping = await runInMemory(['', '--skip-bad'], { stdin: `${text}\n${lines(image)}` })
      expect(skipping.stdout.startsWith(isPrinted ? lines(shown) : '')).toBe(true)
    }
  })

  it('rejects one whose kind follows its items', async () => {
    const ran = await runInMemory([''], { stdin: '{\n"items": [{"name": "x"}],\n"kind": "compute#image"}' })
    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr: 'compute-filter: standard input:1: not a list, and its kind follows its items\n',
    })
  })
})

describe('a list without a kind in front of its items', () => {
  const listOf = (size: number, tail: string): string => {
    const count = Math.ceil(size / 1000)
    const items = Array.from({ length: count }, () => ({ name: 'x', description: 'd'.repeat(1000 - 29) }))
    return `{\n"items": ${JSON.stringify(items)}${tail}`
  }

  test.each([
    [',\n"kind": "foo#bars"}', 'foo#bars, not a kind that Compute Engine lists'],
    ['', 'not JSON: the input ends within this value'],
  ])('prints nothing of a list within the bound that continues with %j', async (tail, problem) => {
    const ran = await runInMemory([''], { stdin: listOf(maxWaitingLength / 2, tail) })
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toMatch(new RegExp(`: ${problem}\n$`))
  })

  it('prints its elements after the bound is passed', async () => {
    const ran = await runInMemory(['', '--count'], {
      stdin: listOf(maxWaitingLength * 1.01, ',\n"kind": "compute#imageList"}'),
    })
    expect(ran).toMatchObject({ code: 0, stdout: `${String(Math.ceil((maxWaitingLength * 1.01) / 1000))}\n` })
    const broken = await runInMemory([''], { stdin: listOf(maxWaitingLength * 1.01, '') })
    expect(broken.stdout).not.toBe('')
  })
})

describe('deep nesting', () => {
  const deep = (levels: number): string =>
    `{"name":"d","description":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`

  test.each<readonly string[]>([
    [],
    ['--fields', 'description'],
    ['--sort', 'name'],
    ['--format', 'table'],
    ['--count'],
  ])('is a bad entry, with %j %j', async (...options) => {
    for (const levels of [maxNesting + 1, 100_000]) {
      const asArray = `[${deep(levels)},\n{"name":"a"}]`
      const asLines = `${deep(levels)}\n{"name":"a"}\n`
      for (const [stdin, problem] of [
        [asLines, 'nested deeper than 1000 levels'],
        [asArray, 'item 1 is nested deeper than 1000 levels'],
        [asArray.replace('\n', ''), 'item 1 is nested deeper than 1000 levels'],
        [`{"items":${asArray}}`, 'item 1 is nested deeper than 1000 levels'],
        [deep(levels).replace(',', ',\n'), 'nested deeper than 1000 levels'],
      ] as const) {
        const ran = await runInMemory(['', ...options], { stdin })
        expect(ran).toMatchObject({ code: 2, stderr: `compute-filter: standard input:1: ${problem}\n` })
        const skipping = await runInMemory(['', ...options, '--skip-bad'], { stdin })
        expect(skipping).toMatchObject({
          code: 0,
          stderr: expect.stringContaining(`skipped 1 bad entry: standard input:1: ${problem}\n`) as string,
        })
      }
    }
  })

  it('is accepted up to the bound', async () => {
    const text = deep(maxNesting)
    expect(await runInMemory([''], { stdin: text })).toEqual({ code: 0, stdout: `${text}\n`, stderr: '' })
    const ran = await runInMemory(['', '--explain', 'd'], { stdin: `[${text}]` })
    expect(ran).toMatchObject({ code: 0, stderr: '' })
  })

  it('does not count brackets in strings', async () => {
    const text = JSON.stringify({ name: 'd', description: `\\"${'{['.repeat(2000)}` })
    expect(await runInMemory([''], { stdin: text })).toEqual({ code: 0, stdout: `${text}\n`, stderr: '' })
  })
})
