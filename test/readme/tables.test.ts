import { existsSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, test, vi } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { wordings } from '../../src/diagnostics/messages.ts'
import { compile, defaultLimits, documented, type Limits, observed, validate } from '../../src/index.ts'
import { builtFile, codesIn, readme, root, samples, tableBelow } from './samples.ts'

describe('the tables of the README', () => {
  const errors = tableBelow('Error codes').map(([code = '', example = '']) => {
    const [filter = '', limits = '{}'] = codesIn(example)
    return { code: code.replaceAll('`', ''), filter, limits }
  })

  const hints = tableBelow('Hints and fixes').map(([hint = '', example = '']) => ({
    code: hint.replaceAll('`', ''),
    filter: codesIn(example)[0] ?? '',
  }))

  test('list every code', () => {
    expect([...errors, ...hints].map(({ code }) => code).sort()).toEqual(Object.keys(wordings).sort())
  })

  test.each(hints)('$filter has the hint $code', ({ code, filter }) => {
    expect(validate(filter, { hints: true }).map((diagnostic) => [diagnostic.severity, diagnostic.code])).toEqual([
      ['hint', code],
    ])
  })

  test('the example of engine-missing has that code where no file can be read', async () => {
    const filter = errors.find(({ code }) => code === 'engine-missing')?.filter ?? ''
    vi.stubGlobal('process', { ...process, getBuiltinModule: undefined })
    vi.resetModules()
    const fresh = await import('../../src/index.ts')
    expect(fresh.validate(filter).map(({ code }) => code)).toEqual(['engine-missing'])
    vi.unstubAllGlobals()
  })

  test.each(errors.filter(({ code }) => code !== 'engine-missing'))(
    '$filter is rejected with $code',
    ({ code, filter, limits }) => {
      const given = runInNewContext(`(${limits})`) as Partial<Limits>
      expect(validate(filter, { limits: given }).map((diagnostic) => diagnostic.code)).toEqual([code])
    },
  )

  // One entry of a pattern is listed for all.
  test('list every name', async () => {
    const listed = new Map<string, string[]>()
    let from = ''
    for (const [path = '', names = ''] of tableBelow('Names')) {
      from = codesIn(path)[0] ?? from
      listed.set(from, [...(listed.get(from) ?? []), ...codesIn(names)])
    }
    for (const [path, target] of Object.entries(manifest.exports)) {
      if (typeof target === 'string' || path === './re2.wasm') continue
      const file = target.import.default.replace('./dist/', '').replace('*', 'instance')
      const built = (await import(builtFile(file))) as object
      const name = path.replace('.', manifest.name).replace('*', 'instance')
      expect(listed.get(name)?.sort(), path).toEqual(Object.keys(built).sort())
    }
  })

  test('list the profiles as they are', () => {
    const rows = tableBelow('Profiles').map((cells) => cells.slice(0, 3).flatMap(codesIn))
    const switches = Object.keys(documented) as (keyof typeof documented)[]
    expect(rows).toEqual(switches.map((name) => [name, documented[name], observed[name]]))
  })

  test.each(gcloudRows())('gcloud: $written is written $api', ({ written, api }) => {
    expect(validate(api)).toEqual([])
    expect(written.some((text) => validate(text).length > 0 || !isSame(text, api))).toBe(true)
  })

  test('list the limits as they are', () => {
    const rows = tableBelow('Limits').map(([name = '', value = '']) => [...codesIn(name), Number(value)])
    expect(rows).toEqual(Object.entries(defaultLimits))
  })
})

describe('the README', () => {
  test('names the installed and the bundled packages', () => {
    const section = readme.slice(readme.indexOf('\n## Dependencies\n'))
    const [installed = '', bundled = ''] = section.split('\nThe built files')
    expect(codesIn(installed)).toEqual(Object.keys(manifest.peerDependencies))
    const licences = readFileSync(builtFile('THIRD-PARTY-LICENSES.txt'), 'utf8')
    const chosen = Object.keys(manifest.devDependencies).filter((name) => licences.includes(`\n${name} `))
    expect(codesIn(bundled.replace(/`dist\/[^`]*`/, '')).sort()).toEqual(chosen.sort())
  })

  test('links to existing files', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link)
    const files = links.filter((link) => !link.includes('://'))
    expect(files.filter((file) => !existsSync(root + file))).toEqual([])
  })

  test('has only samples that a test runs', () => {
    const kinds = new Set(samples.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['console', 'sh', 'ts', 'ts browser', 'ts re2'])
  })
})

/** Expressions of gcloud, and their form for the API. */
function gcloudRows(): readonly { readonly written: readonly string[]; readonly api: string }[] {
  const [, table = ''] = /\n\| in gcloud[^\n]*\n\| -+[^\n]*\n((?:\|[^\n]*\n)+)/.exec(readme) ?? []
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
  expect(rows.length).toBeGreaterThanOrEqual(6)
  return rows.map(([, written = '', api = '']) => ({ written: codesIn(written), api: codesIn(api)[0] ?? '' }))
}

/** Whether both select the same images. */
const isSame = (one: string, other: string): boolean =>
  [{ family: 'a' }, { family: 'b' }, { name: 'web' }, { name: 'a-web-1' }].every(
    (image) => compile<object>(one)(image) === compile<object>(other)(image),
  )
