import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

/** A table in Markdown. Columns after the first are numbers. */
export const markdownTable = (heads, rows) =>
  [heads, heads.map((_, at) => (at === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')

/** Writes a text between the markers of that name in bench/README.md. */
export async function writeSection(name, text) {
  const file = fileURLToPath(new URL('../README.md', import.meta.url))
  const readme = readFileSync(file, 'utf8')
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const [start, stop] = [readme.indexOf(begin), readme.indexOf(end)]
  if (start < 0 || stop < start) throw new Error(`bench/README.md has no place for ${name}`)
  const changed = `${readme.slice(0, start + begin.length)}\n\n${text}\n\n${readme.slice(stop)}`
  writeFileSync(file, await format(changed, { ...(await resolveConfig(file)), filepath: file }))
}

/** A number with two significant digits, or all digits before the point. */
export const digits = (number) => (number >= 100 ? String(Math.round(number)) : String(Number(number.toPrecision(2))))

/** A ratio, with the minimum and maximum of the rounds. */
export const spread = ({ ratio, least, greatest }) => `${ratio.toFixed(2)} (${least.toFixed(2)}–${greatest.toFixed(2)})`
