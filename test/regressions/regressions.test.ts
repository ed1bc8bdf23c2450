import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile, documented, explain, observed, parse, print } from '../../src/index.ts'
import { oracle } from '../../src/testing/index.ts'
import { bare } from '../properties/trees.ts'

/** What `npm run test:fuzz` or a reader has found, made as small as it could be. */
interface Regression {
  readonly flaw: string
  readonly filter: string
  readonly resource: object
  readonly profile: 'documented' | 'observed'
}

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'))
const regressions = files.map(
  (file) => JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')) as Regression,
)

describe('what went wrong once', () => {
  it.each(regressions)('$flaw: $filter', ({ filter, resource, profile }) => {
    const options = { profile: { documented, observed }[profile] }
    const matches = compile<object>(filter, options)(resource)
    expect(oracle<object>(filter, resource, options)).toBe(matches)
    expect(explain(filter, resource, options).matches).toBe(matches)
    expect(bare(parse(print(parse(filter))))).toEqual(bare(parse(filter)))
  })
})
