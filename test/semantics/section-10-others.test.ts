import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compile, validate } from '../../src/index.ts'

const document = readFileSync(new URL('../../docs/SEMANTICS.md', import.meta.url), 'utf8')
const [, section = ''] = document.split('## 10. Where others differ')

/** The text of a cell between its back-quotes; a backslash before a bar is the table's own. */
const codeOf = (cell: string): string => cell.trim().replace(/^`|`$/g, '').replaceAll('\\|', '|')

const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .map((line) => {
    const [, others = '', filter = '', resource = '', here = '', rule = ''] = line.split(/(?<!\\)\|/)
    return {
      others: others.trim(),
      filter: codeOf(filter),
      resource: codeOf(resource),
      here: codeOf(here),
      rule: rule.trim(),
    }
  })

it('has a row for each kind of difference', () => {
  expect(rows.length).toBeGreaterThan(40)
  for (const { rule } of rows) expect(document).toContain(`## ${rule.slice(0, 1)}. `)
})

it.each(rows)('others $others: $filter on $resource is $here', ({ filter, resource, here }) => {
  const [first] = validate(filter)
  if (here === 'true' || here === 'false') {
    expect(compile<unknown>(filter)(JSON.parse(resource))).toBe(here === 'true')
  } else {
    expect(JSON.parse(resource)).toBeTypeOf('object')
    expect(first?.code).toBe(here)
  }
})
