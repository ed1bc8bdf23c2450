import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './sources.ts'

const skipped = /(?:^|\/)(?:node_modules|dist|coverage|reports|licences|\.\w+)$/

function documentsIn(folder: string): readonly string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return skipped.test(path) ? [] : documentsIn(path)
    return path.endsWith('.md') ? [path] : []
  })
}

const documents = documentsIn('').map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }))

const withoutCode = (text: string): string => text.replace(/^```.*?^```/gms, '').replace(/^ {4}.*$/gm, '')

/** As GitHub makes them of headings. */
const anchorsOf = (text: string): readonly string[] =>
  Array.from(withoutCode(text).matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  )

/** What is wrong with a link of a document, if anything. */
function faultOf(document: string, link: string): string | undefined {
  const [target = '', anchor] = link.split('#')
  const path = target === '' ? document : posix.join(dirname(document), target)
  if (!existsSync(root + path)) return `${document}: ${link} does not exist`
  if (anchor === undefined) return undefined
  const page = statSync(root + path).isDirectory() ? posix.join(path, 'README.md') : path
  return anchorsOf(readFileSync(root + page, 'utf8')).includes(anchor)
    ? undefined
    : `${document}: ${link} has no heading`
}

describe('documents', () => {
  test('are found', () => {
    expect(documents.map(({ path }) => path)).toEqual(expect.arrayContaining(['README.md', 'docs/SEMANTICS.md']))
  })

  test.each(documents)('$path links to what exists', ({ path, text }) => {
    const links = Array.from(withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link)
    const own = links.filter((link) => !/^[a-z]+:/.test(link))
    expect(own.flatMap((link) => faultOf(path, link) ?? [])).toEqual([])
  })
})

describe('docs/decisions', () => {
  const pages = documents.filter(({ path }) => path.startsWith('docs/decisions/') && !path.endsWith('README.md'))

  test('are all in the index', () => {
    const index = readFileSync(`${root}docs/decisions/README.md`, 'utf8')
    const listed = Array.from(index.matchAll(/^\| \[.*?\]\((.*?)\)/gm), ([, name = '']) => `docs/decisions/${name}`)
    expect(listed.sort()).toEqual(pages.map(({ path }) => path).sort())
    expect(pages.length).toBeGreaterThan(7)
  })

  test.each(pages)('$path has the five parts, on one page', ({ text }) => {
    expect(text.match(/^## .*$/gm)).toEqual([
      '## Context',
      '## Decision',
      '## Consequences',
      '## What was measured',
      '## What would change our mind',
    ])
    expect(text.split('\n').length).toBeLessThanOrEqual(61)
  })
})

test('the glossary has each word once', () => {
  const glossary = readFileSync(`${root}docs/GLOSSARY.md`, 'utf8')
  const words = Array.from(glossary.matchAll(/^\| (\w[\w ,]*?) +\|/gm), ([, cell = '']) => cell.split(', ')).flat()
  const listed = words.filter((word) => word !== 'word')
  expect(listed.length).toBeGreaterThan(40)
  expect(listed.filter((word, at) => listed.indexOf(word) !== at)).toEqual([])
})
