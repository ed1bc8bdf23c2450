import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { root, sources } from './sources.ts'

describe('files', () => {
  test('are named in kebab-case', () => {
    const others = sources.filter(({ path }) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*[/.])+ts$/.test(path))
    expect(others.map(({ path }) => path)).toEqual([])
  })

  test('have descriptive names', () => {
    const banned = /(?:^|[/-])(?:utils?|helpers?|managers?|misc|common|impl)(?:[/.-])/
    expect(sources.filter(({ path }) => banned.test(path)).map(({ path }) => path)).toEqual([])
  })

  test.each(sources)('$path is one idea', ({ text }) => {
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(250)
  })

  test.each(['src/regex', ...['syntax', 'cost', 'automaton', 're2'].map((folder) => `src/regex/${folder}`), 'grammar'])(
    'of %s are named in its README',
    (folder) => {
      const readme = readFileSync(`${root}${folder}/README.md`, 'utf8')
      const files = sources.map(({ path }) => path).filter((path) => path.replace(/\/[^/]+$/, '') === folder)
      const names = files.map((path) => path.slice(folder.length + 1)).filter((name) => name !== 'index.ts')
      expect(names.length).toBeGreaterThan(3)
      expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
    },
  )

  test('are in folders that src/README.md lists', () => {
    const readme = readFileSync(`${root}src/README.md`, 'utf8')
    const folders = sources.flatMap(({ path }) => /^src\/([\w-]+)\//.exec(path)?.[1] ?? [])
    expect([...new Set(folders)].filter((folder) => !readme.includes(`| \`${folder}/\``))).toEqual([])
  })

  test('exist where docs/ARCHITECTURE.md names them', () => {
    const architecture = readFileSync(`${root}docs/ARCHITECTURE.md`, 'utf8')
    const named = Array.from(architecture.matchAll(/`([\w/-]+\.ts)`/g), ([, name = '']) => name)
    const isThere = (name: string) =>
      sources.some(({ path }) => path === name || path.endsWith(`/${name}`)) || existsSync(root + name)
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => !isThere(name))).toEqual([])
  })

  test('cite sections of docs/SEMANTICS.md that exist', () => {
    const sections = readFileSync(`${root}docs/SEMANTICS.md`, 'utf8').match(/(?<=^## )\d+/gm)
    const cited = sources.flatMap(({ text }) => text.match(/(?<=SEMANTICS\.md sections? )\d+/g) ?? [])
    expect(cited.length).toBeGreaterThan(30)
    expect(sections).toEqual(expect.arrayContaining([...new Set(cited)]))
  })

  test('have no unfinished places', () => {
    const unfinished = sources.filter(({ text }) => /\b(?:TODO|FIXME|XXX)\b|@ts-ignore|@ts-nocheck/.test(text))
    expect(unfinished.map(({ path }) => path)).toEqual([])
  })

  test('give a reason where they switch off a check', () => {
    const switches = sources.flatMap(
      ({ text }) => text.match(/.*(?:eslint-disable|@ts-expect-error|v8 ignore).*/g) ?? [],
    )
    expect(
      switches.filter((line) => !/(?:--|@ts-expect-error) \S/.test(line) && !line.includes('v8 ignore stop')),
    ).toEqual([])
  })
})
