import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { showDemo } from '../../src/cli/show-demo.ts'
import { needed, start } from './built-program.ts'
import { lines } from './run-in-memory.ts'

test('shows in each scene a command and its output', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'compute-filter-'))
  const file = join(folder, 'images.ndjson')
  writeFileSync(file, lines({ name: 'debian-12', architecture: 'ARM64', diskSizeGb: '10' }))
  const stdout = new PassThrough()
  await showDemo(file, stdout)
  rmSync(folder, { recursive: true })
  const scenes = String(stdout.read()).split(/^# .*\n/m)
  expect(scenes).toHaveLength(4)
  for (const scene of scenes.slice(1))
    expect(scene).toMatch(/^\$ node dist\/cli\.js --format table '[^']+' .*images\.ndjson\n\n/)
  expect(scenes[1]).toContain('\ndebian-12 ')
  expect(scenes[2]).toContain('\ndebian-12 ')
  expect(scenes[3]).toContain('error[')
})

test('shows three filters with their output', async () => {
  needed('samples/images.ndjson')
  const child = start([needed('dist/demo.js')])
  child.stdin?.end()
  const { code, stdout, stderr } = await child.ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const [, ...scenes] = stdout.split(/^\$ node dist\/cli\.js /m)
  expect(scenes).toHaveLength(3)
  for (const scene of scenes) expect(scene.split('\n').length).toBeLessThanOrEqual(32)
  expect(scenes.slice(0, 2).every((scene) => scene.includes('NAME ') && scene.split('\n').length > 6)).toBe(true)
  expect(scenes[2]).toContain('^^^^^')
})
