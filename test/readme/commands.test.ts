import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { builtFile, root, samples } from './samples.ts'

const transcripts = samples.filter(({ kind }) => kind === 'console')

// A folder like that of a reader: the command is in the path, and the images are there.
const folder = mkdtempSync(join(tmpdir(), 'compute-filter-readme-'))
copyFileSync(join(root, 'samples/images.ndjson'), join(folder, 'images.ndjson'))
writeFileSync(join(folder, 'compute-filter'), `#!/bin/sh\nexec "${process.execPath}" "${builtFile('cli.js')}" "$@"\n`)
chmodSync(join(folder, 'compute-filter'), 0o755)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** The output of a shell for the commands of a transcript, including the commands. */
function replay(transcript: string): string {
  let status = 0
  return [...transcript.matchAll(/^\$ (.*)$/gm)]
    .map(([, command = '']) => {
      const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` }
      const script = `exec 2>&1; (exit ${String(status)}); ${command}`
      const shell = spawnSync('sh', ['-c', script], { cwd: folder, env, encoding: 'utf8' })
      status = shell.status ?? 1
      return `$ ${command}\n${shell.stdout}`
    })
    .join('')
}

describe('the commands of the README', () => {
  test('are there', () => {
    expect(transcripts.length).toBeGreaterThanOrEqual(3)
  })

  test.each(transcripts)('line $line prints what it says', ({ text }) => {
    expect(replay(text)).toBe(text)
  })

  test('of npm are scripts of the package', () => {
    const lines = samples.filter(({ kind }) => kind === 'sh').flatMap(({ text }) => text.trim().split('\n'))
    // curl and gcloud have tests of their own, in test/clients.
    expect(lines.filter((line) => line.startsWith('np'))).toEqual([
      'npm ci && npm start',
      'npm ci && npm test',
      `npm install ${manifest.name}`,
      "npx compute-filter conformance --command 'python my_matcher.py'",
      'npx compute-filter serve my-project.json',
      'npx compute-filter serve instances.json images.ndjson --project my-project',
    ])
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(['start', 'test']))
  })
})
