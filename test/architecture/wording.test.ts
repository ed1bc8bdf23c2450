import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { root } from './sources.ts'

/** Phrases that comments and documents avoid, and what to write instead. */
const phrases: readonly (readonly [phrase: RegExp, instead: string])[] = [
  [/\b(?:what|who) (?:is|are) no\b/i, '`what is no X`: name it, as in "a malformed X"'],
  [/\bthat (?:is|are) no (?!longer|more|less|better|faster|slower|worse)/i, '`that is no X`: "that is not an X"'],
  [/\bso many\b/i, '`so many`: "the maximum", or the number'],
  [/\bbut for\b/i, '`but for`: "except for"'],
  [/\bfor ever\b/i, '`for ever`: "forever", or say what ends it'],
  [/\bin house\b/i, '`in house`: "in JavaScript"'],
  [/\bto be had\b/i, '`to be had`: "available"'],
  [/\b(?:may|can|could|might|must|to) stand\b(?! for)/i, '`may stand`: "is allowed"'],
  [/\b(?:what|that|which|there|it|who|clauses?|values?|parts?|white space) stands?\b(?! for)/i, '`stands`: "is"'],
  [/\bof one's own\b/i, '`of one\'s own`: "your own"'],
  [/\bthe meaning all of them\b/i, 'put the subject first'],
  [/(?:\/\*\*|\/\/|\*|^-|\. ) Of (?:each|those|these|very|all|what|a|the)\b/, 'a fronted `of`: put the subject first'],
  [/\bas many as are\b/i, '`as many as are`: "all"'],
  [/\b(?:gone away|goes away|go away)\b/i, '`go away`: "disconnect"'],
  [/\bwhoever\b/i, '`whoever`: name the caller'],
]

const skipped = /(?:^|\/)(?:node_modules|dist|coverage|reports|licences|cases|\.\w+)$/

function filesIn(folder: string): readonly string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return skipped.test(path) ? [] : filesIn(path)
    return /\.(?:md|ts|mjs|js)$/.test(path) ? [path] : []
  })
}

/** The comments of a program, each on one line. */
function commentsOf(text: string): readonly string[] {
  const comments: string[] = []
  const source = ts.createSourceFile('.ts', text, ts.ScriptTarget.Latest)
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [])
      comments.push(text.slice(pos, end))
    for (const { pos, end } of ts.getTrailingCommentRanges(text, node.end) ?? []) comments.push(text.slice(pos, end))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...new Set(comments)].map((comment) => comment.replaceAll(/\n\s*(?:\*|\/\/)?\s*/g, ' '))
}

/** The paragraphs of a document, each on one line, without its code. */
const paragraphsOf = (text: string): readonly string[] =>
  text
    .replaceAll(/^```.*?^```/gms, '')
    .replaceAll(/`[^`]*`/g, '``')
    .split(/\n\n|\n(?=\s*(?:-|\d+\.|\|) )/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, ' '))

const files = filesIn('').filter((path) => path !== 'test/architecture/wording.test.ts')

describe('the wording', () => {
  test('is checked in all folders', () => {
    expect(files).toEqual(expect.arrayContaining(['README.md', 'src/index.ts', 'bench/run.mjs', 'rolldown.config.js']))
  })

  test.each(files)('of %s is plain', (path) => {
    const text = readFileSync(root + path, 'utf8')
    const pieces = path.endsWith('.md') ? paragraphsOf(text) : commentsOf(text)
    const found = pieces.flatMap((piece) =>
      phrases.flatMap(([phrase, instead]) => {
        const at = phrase.exec(piece)
        return at === null ? [] : [`${piece.slice(Math.max(0, at.index - 40), at.index + 60)} — ${instead}`]
      }),
    )
    expect(found).toEqual([])
  })
})
