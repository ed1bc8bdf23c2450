import { RE2JS } from 're2js'
import { describe, expect, it } from 'vitest'
import { walk } from '../../src/ast.ts'
import { compile, parse } from '../../src/index.ts'
import { DisagreementError, expectAgrees, type LawOptions } from '../../src/testing/index.ts'
import { withSeeds } from './fault-seeds.ts'
import { type Asked, createFaulty } from './faulty.ts'

type Matcher = Parameters<typeof expectAgrees>[0]

/** A matcher with another engine; where that cannot read a pattern, the verdict is right. */
const withEngine = (test: (pattern: string, text: string) => boolean): Matcher =>
  createFaulty({
    restriction: ({ comparator, type, value, text, right }: Asked) => {
      const isPattern = (comparator === 'eq' || comparator === 'ne') && /^(?:string|enum|timestamp)$/.test(type)
      if (!isPattern || typeof value !== 'string') return right
      try {
        return test(text, value) === (comparator === 'eq')
      } catch {
        return right
      }
    },
  })

const re2 = (pattern: string, text: string) => RE2JS.compile(pattern).matches(text)
/** JavaScript's own engine, as most would put it between anchors. */
const javaScript = (flags: string) => withEngine((pattern, text) => new RegExp(`^(?:${pattern})$`, flags).test(text))
/** RE2 with another meaning of an escape, outside of classes in brackets. */
const withEscape = (escape: RegExp, meaning: string) =>
  withEngine((pattern, text) => re2(pattern.includes('[') ? pattern : pattern.replace(escape, () => meaning), text))

const engines: Readonly<Record<string, Matcher>> = {
  ...Object.fromEntries(
    ['', 'u', 'v', 's', 'm', 'i', 'su', 'mu', 'iu', 'ims', 'imsu', 'sv'].map((flags) => [
      `new RegExp with the flags '${flags}'`,
      javaScript(flags),
    ]),
  ),
  '`$` stands before a line feed at the end, too': withEngine((pattern, text) => re2(`(?:${pattern})\\n?`, text)),
  '`\\d` is a digit of any script': withEscape(/(?<!\\)\\d/g, '\\p{Nd}'),
  '`\\w` is a letter of any script': withEscape(/(?<!\\)\\w/g, '[\\pL\\p{Nd}_]'),
  '`\\s` is white space of any kind': withEscape(/(?<!\\)\\s/g, '[\\s\\v\\x{a0}\\x{2028}\\x{2029}]'),
  '`\\W` and `\\D` know any script': withEscape(/(?<!\\)\\[WD]/g, '[^\\pL\\p{Nd}_]'),
  '`.` matches no carriage return': withEscape(/(?<!\\)\./g, '[^\\n\\r]'),
  '`.` matches no line separator': withEscape(/(?<!\\)\./g, '[^\\n\\x{2028}]'),
  '`.` matches a line feed': withEngine((pattern, text) => re2(`(?s:${pattern})`, text)),
  '`^` and `$` hold at every line': withEngine((pattern, text) => re2(`(?m:${pattern})`, text)),
  '`(?i)` folds ASCII only': withEngine((pattern, text) =>
    re2(pattern, pattern.includes('(?i') ? text.replace(/[ſ\u212a]/g, '!') : text),
  ),
  '`(?i)` folds the text only': withEngine((pattern, text) =>
    pattern.startsWith('(?i)') ? re2(pattern.slice(4), text.toLowerCase()) : re2(pattern, text),
  ),
  '`(?s)` is not known': withEngine((pattern, text) => re2(pattern.replace(/\(\?s(?=[:)])/g, '(?-s'), text)),
  'lazy repetitions match nothing': withEngine((pattern, text) => !/[*+?}]\?/.test(pattern) && re2(pattern, text)),
  'a character is 16 bits': withEngine((pattern, text) =>
    re2(pattern, text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '??')),
  ),
  'named groups never match': withEngine((pattern, text) => !pattern.includes('(?P<') && re2(pattern, text)),
  '`\\Q` is the letter': withEngine((pattern, text) => re2(pattern.replace(/\\Q(.*?)\\E/g, 'Q$1E'), text)),
  '`[[:alpha:]]` is a class of its letters': withEngine((pattern, text) =>
    re2(pattern.replace(/\[\[:(\w+):\]\]/g, '[:$1]'), text),
  ),
  '`\\101` is 101': withEngine((pattern, text) => re2(pattern.replace(/\\(?=[01]\d\d)/g, ''), text)),
  '`\\x{…}` is not known': withEngine((pattern, text) => re2(pattern.replaceAll('\\x{', 'x{'), text)),
  '`\\pL` is not known': withEngine((pattern, text) => re2(pattern.replaceAll('\\p', 'p'), text)),
  '`{n,m}` is text': withEngine((pattern, text) => re2(pattern.replace(/(?<![xpP])\{/g, '\\{'), text)),
}

const instant = /^\d{4}-\d\d-\d\dT/i
/** A matcher that changes timestamps, at any depth, before it looks at them. */
const withTimestamps = (change: (text: string) => string): Matcher =>
  withClauses((filter, resource) => {
    const text = JSON.stringify(resource, (_, value: unknown) =>
      typeof value === 'string' && instant.test(value) ? change(value) : value,
    )
    return compile<object>(filter)(JSON.parse(text) as object)
  })

/** Another verdict on filters of the regular-expression dialect. */
const withClauses =
  (matches: (filter: string, resource: object) => boolean): Matcher =>
  (filter, resource) => {
    const literals: unknown[] = []
    walk(parse(filter), { literal: (literal) => void literals.push(literal) })
    return literals.length > 0 ? matches(filter, resource) : compile<object>(filter)(resource)
  }

const inUtc = (text: string) => {
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? text : time.toISOString()
}

const others: Readonly<Record<string, Matcher>> = {
  'timestamps are normalised before a pattern sees them': withTimestamps(inUtc),
  'timestamps are in UTC before a pattern sees them': withTimestamps((text) => inUtc(text).replace('.000Z', 'Z')),
  'timestamps have milliseconds before a pattern sees them': withTimestamps((text) =>
    text.replace(/(\.\d{3})\d+|(:\d\d)(?=[zZ+-])/, '$1$2'),
  ),
  'timestamps are upper case before a pattern sees them': withTimestamps((text) => text.toUpperCase()),
  'clauses on one field that is spelt in two ways are rejected': withClauses((filter, resource) => {
    const names = new Set<string>()
    walk(parse(filter), { member: (member) => void names.add(member.names.map(({ text }) => text).join('.')) })
    if (names.size > 1) throw new Error('several fields')
    return compile<object>(filter)(resource)
  }),
}

describe('within the runs of its default, expectAgrees', () => {
  it('agrees with an engine that is RE2', async () => {
    await expectAgrees(withEngine(re2), { dialect: 'regular expressions', runs: 2000, withinMs: Infinity })
  })

  it.each(withSeeds({ ...engines, ...others }))(
    'finds with the seed $seed: $name',
    async ({ fault: matcher, seed }) => {
      let calls = 0
      const counted: Matcher = (filter, resource) => {
        calls++
        return matcher(filter, resource)
      }
      const options: LawOptions = { seed, withinMs: Infinity }
      const found = await expectAgrees(counted, options).catch((error: unknown) => error)
      if (!(found instanceof DisagreementError))
        throw new Error(`nothing was found in ${String(calls)} calls`, { cause: found })
      expect(found.message.length, found.message).toBeLessThan(400)
    },
  )
})
