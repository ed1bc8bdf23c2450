import { readFileSync, writeFileSync } from 'node:fs'

/** A table in Markdown. Columns after the first are numbers. */
export const markdownTable = (heads, rows) =>
  [heads, heads.map((_, at) => (at === 0 ? '---' : '--:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

/** Puts a text between the markers of that name in bench/README.md. */
export function writeSection(name, text) {
  const file = new URL('../README.md', import.meta.url)
  const readme = readFileSync(file, 'utf8')
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const [start, stop] = [readme.indexOf(begin), readme.indexOf(end)]
  if (start < 0 || stop < start) throw new Error(`bench/README.md has no place for ${name}`)
  writeFileSync(file, `${readme.slice(0, start + begin.length)}\n\n${text}\n\n${readme.slice(stop)}`)
}

export const digits = (number, significant = 2) =>
  number >= 10 ** significant ? String(Math.round(number)) : String(Number(number.toPrecision(significant)))
