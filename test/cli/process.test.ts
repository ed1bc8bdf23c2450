import { describe, expect, it, test } from 'vitest'
import { needed, runProcess, start } from './built-program.ts'
import { lines } from './run-in-memory.ts'

const images = lines({ name: 'debian-12', diskSizeGb: '10' }, { name: 'ubuntu-24' })

describe('the built program', () => {
  test.each([
    [
      'a match',
      ['diskSizeGb >= 10'],
      images,
      { code: 0, stdout: lines({ name: 'debian-12', diskSizeGb: '10' }), stderr: '' },
    ],
    ['a pattern', ['name eq "ubuntu-\\d+"'], images, { code: 0, stdout: lines({ name: 'ubuntu-24' }), stderr: '' }],
    ['no match', ['name = x'], images, { code: 0, stdout: '', stderr: '' }],
    ['a rejected filter', ['nme = x'], images, { code: 1, stdout: '' }],
    ['a valid filter', ['--check', 'name = x'], '', { code: 0, stdout: 'the filter is valid\n', stderr: '' }],
    ['wrong usage', [], images, { code: 2, stdout: '' }],
    ['a missing file', ['', '/none'], '', { code: 2, stdout: '', stderr: 'compute-filter: /none: no such file\n' }],
    ['a bad line', [''], 'x', { code: 2, stdout: '' }],
  ])('ends by %s', async (_what, argv, stdin, expected) => {
    const ended = await runProcess(argv, stdin)
    expect(ended).toMatchObject(expected)
    expect(ended.stderr).not.toMatch(/^\s+at /m)
  })

  it('ends quietly when its reader closes the pipe', async () => {
    const child = start([needed('dist/cli.js'), ''])
    child.stdout?.once('data', () => child.stdout?.destroy())
    const feed = (error?: Error | null): void => {
      if (error == null) child.stdin?.write(images.repeat(1000), feed)
    }
    feed()
    expect(await child.ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('prints the first match before the input ends', async () => {
    const child = start([needed('dist/cli.js'), 'name = debian-12'])
    child.stdin?.write(images)
    const first = await new Promise<string>((resolve) => {
      child.stdout?.once('data', (piece: Buffer) => {
        resolve(piece.toString())
      })
    })
    expect(first).toBe(lines({ name: 'debian-12', diskSizeGb: '10' }))
    child.stdin?.end()
    expect(await child.ended).toMatchObject({ code: 0, stdout: first })
  })

  it('holds little of a large input in memory', async () => {
    const count = 200_000
    const report = 'data:text/javascript,process.on("exit",()=>console.error(process.resourceUsage().maxRSS))'
    const child = start(['--import', report, needed('dist/cli.js'), 'diskSizeGb >= 99'])
    const description = 'x'.repeat(500)
    for (let from = 0; from < count; from += 1000) {
      const batch = Array.from({ length: 1000 }, (_, at) => ({
        name: `image-${String(from + at)}`,
        diskSizeGb: String((from + at) % 100),
        description,
      }))
      if (child.stdin?.write(lines(...batch)) === false)
        await new Promise((resolve) => child.stdin?.once('drain', resolve))
    }
    child.stdin?.end()
    const { code, stdout, stderr } = await child.ended
    expect(code).toBe(0)
    expect(stdout.split('\n')).toHaveLength(count / 100 + 1)
    // The input has more than 100 MB; maxRSS is in kilobytes.
    expect(Number(stderr)).toBeGreaterThan(10_000)
    expect(Number(stderr)).toBeLessThan(180_000)
  })
})
