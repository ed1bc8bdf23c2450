import { describe, expect, it } from 'vitest'
import { walk } from '../../src/ast.ts'
import { compile, documented, observed, parse, type Profile } from '../../src/index.ts'
import { DisagreementError, expectAgrees, type LawOptions } from '../../src/testing/index.ts'
import { withSeeds } from './fault-seeds.ts'
import { createTextMatcher, isRegex, type Reading, withoutQuotes } from './text-matcher.ts'

type Matcher = (filter: string, resource: object) => boolean

const decide = (filter: string, resource: object, profile: Profile = documented): boolean =>
  compile<object>(filter, { profile })(resource)

const orOf = (operator: string, verdicts: readonly boolean[]) =>
  operator === 'NOT' ? !verdicts[0] : verdicts.some(Boolean)

/** Ways to read the text that are wrong. */
const readings: Readonly<Record<string, Reading>> = {
  'OR is looser than AND': { levels: ['OR', 'AND', 'beside'] },
  'OR is looser than standing side by side': { levels: ['AND', 'OR', 'beside'] },
  'NOT reaches over OR': { notReaches: 'OR' },
  'NOT reaches over what stands side by side': { notReaches: 'beside' },
  'NOT reaches over AND': { notReaches: 'AND' },
  '`-` reaches over OR': { minusReaches: 'OR' },
  '`-` reaches over what stands side by side': { minusReaches: 'beside' },
  'side by side means OR': {
    verdict: (operator, verdicts) =>
      orOf(operator === 'beside' ? 'OR' : operator, verdicts) && (operator !== 'AND' || verdicts.every(Boolean)),
  },
  'NOT in front of parentheses is left out': {
    verdict: (operator, verdicts) => (operator === 'OR' ? verdicts.some(Boolean) : verdicts.every(Boolean)),
  },
  'a composite value is OR, whatever stands in it': { values: { verdict: orOf } },
  'NOT in a composite value is left out': {
    values: { verdict: (operator, verdicts) => (operator === 'OR' ? verdicts.some(Boolean) : verdicts.every(Boolean)) },
  },
  'of a composite value the first two count': {
    values: {
      verdict: (operator, verdicts) =>
        operator === 'NOT'
          ? !verdicts[0]
          : operator === 'OR'
            ? verdicts.slice(0, 2).some(Boolean)
            : verdicts.slice(0, 2).every(Boolean),
    },
  },
  'in a composite value OR is looser than AND': { values: { levels: ['OR', 'AND', 'beside'] } },
  'in a composite value NOT reaches over OR': { values: { notReaches: 'OR' } },
}

const deepMap = (value: unknown, change: (value: unknown) => unknown): unknown => {
  const changed = change(value)
  if (Array.isArray(changed)) return changed.map((each) => deepMap(each, change))
  if (typeof changed !== 'object' || changed === null) return changed
  return Object.fromEntries(Object.entries(changed).map(([name, each]) => [name, deepMap(each, change)]))
}
const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
const instant = /^\d{4}-\d\d-\d\dT/i

/** What an implementation does not know, and throws at. */
const unknown =
  (isUnknown: (filter: string, resource: unknown) => boolean): Matcher =>
  (filter, resource) => {
    if (isUnknown(filter, resource)) throw new Error('not understood')
    return decide(filter, resource)
  }
const inText = (pattern: RegExp) => unknown((filter) => pattern.test(withoutQuotes(filter)))
const inRegex = (pattern: RegExp) => unknown((filter) => isRegex(filter) && pattern.test(withoutQuotes(filter)))
const inTree = (kind: 'value' | 'restriction' | 'literal', isUnknown: (node: never) => boolean) =>
  unknown((filter) => {
    let found = false
    walk(parse(filter), { [kind]: (node: never) => (found ||= isUnknown(node)) && undefined })
    return found
  })
/** What an implementation sees instead of the resource. */
const changed =
  (change: (value: unknown) => unknown): Matcher =>
  (filter, resource) =>
    decide(filter, deepMap(resource, change) as object)

const others: Readonly<Record<string, Matcher>> = {
  'the empty filter is not known': unknown((filter) => filter === ''),
  'a blank filter is not known': unknown((filter) => filter !== '' && filter.trim() === ''),
  'white space at the ends is not known': unknown((filter) => filter !== filter.trim() && filter.trim() !== ''),
  'a carriage return is not known': inText(/\r/),
  'a tab is not known': inText(/\t/),
  'parentheses side by side need white space': inText(/\)\(/),
  'keywords as keys are not known': inText(/\.(?:AND|NOT|eq)\b/),
  'names of JavaScript as keys are not known': inText(/\.(?:constructor|__proto__)\b/),
  'quoted names are not known': inText(/(?:^|[ (-])"Q"\./),
  'snake_case is not known': inText(/\bdisk_size_gb\b|\bcreation_timestamp\b|\bsource_disk\b/),
  'single quotes are not known': unknown((filter) => filter.replace(/"(?:\\.|[^"\\])*"/gs, '').includes("'")),
  'escapes of code points are not known': unknown((filter) => !isRegex(filter) && /\\[uU]/.test(filter)),
  'octal escapes are not known': unknown((filter) => !isRegex(filter) && /\\[0-3][0-7]/.test(filter)),
  'short escapes are not known': unknown((filter) => !isRegex(filter) && /\\[nt]/.test(filter)),
  'unquoted negative numbers are not known': inText(/[=<>:]\s*-\d/),
  'unquoted timestamps are not known': inText(/[=<>:]\s*\d{4}-\d\d-\d\d[Tt]\d\d:/),
  'escapes without quotes are not known': unknown((filter) => !isRegex(filter) && withoutQuotes(filter).includes('\\')),
  'a form feed is not known': inText(/\f/),
  'unquoted text that is not ASCII is not known': inText(/[^\0-\x7f]/),
  'booleans in another case are not known': inText(
    /\b(?:satisfies|enable)\w+\s*\S{1,2}\s*\(?\s*(?:TRUE|FALSE|True|False)/,
  ),
  'two wildcards are not known': inTree('value', ({ parts }: { parts: string[] }) => parts.length > 2),
  'composites of more than two are not known': inTree(
    'restriction',
    ({ arg }: { arg: { kind: string; expression?: { terms?: unknown[] } } }) =>
      (arg.expression?.terms?.length ?? 0) > 2,
  ),
  'an unquoted literal is not known': inRegex(/\s(?:eq|ne)\s+[^\s"]/),
  'single quotes around a literal are not known': unknown((filter) => /\s(?:eq|ne)\s+'/.test(filter)),
  'one clause in parentheses is not known': inRegex(/^\s*\([^()]*\)\s*$/),
  'a third clause is not known': unknown((filter) => (withoutQuotes(filter).match(/\s(?:eq|ne)\s/g)?.length ?? 0) > 2),
  'groups of clauses are not known': inRegex(/\(\s*\(/),
  'snake_case in a clause is not known': inRegex(/^\s*\(?\s*\w*_/),
  'a dot matches a line feed': (filter, resource) =>
    isRegex(filter)
      ? changed((value) => (typeof value === 'string' ? value.replaceAll('\n', 'x') : value))(filter, resource)
      : decide(filter, resource),
  'timestamps to the microsecond': (filter, resource) => {
    const cut = (text: string) => text.replace(/(\.\d{6})\d+/, '$1')
    return decide(
      isRegex(filter) ? filter : filter.replace(/\d{4}-\d\d-\d\d[Tt][\d:.]+/g, cut),
      deepMap(resource, (value) => (typeof value === 'string' && instant.test(value) ? cut(value) : value)) as object,
    )
  },
  'offsets are ignored': changed((value) =>
    typeof value === 'string' && instant.test(value) ? value.replace(/[+-]\d\d:\d\d$/, 'Z') : value,
  ),
  'lower-case t and z are not known': changed((value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dt/.test(value) ? null : value,
  ),
  'leap seconds are not known': changed((value) =>
    typeof value === 'string' && value.includes('T23:59:60') ? null : value,
  ),
  'integers come as text only': changed((value) =>
    typeof value === 'number' && !Number.isSafeInteger(value) ? null : value,
  ),
  'integers by way of doubles': changed((value) =>
    typeof value === 'string' && /^\d{16,18}$/.test(value) ? String(BigInt(Number(value))) : value,
  ),
  'keys are spelled like fields': (filter, resource) => decide(filter.replaceAll('a_b', 'aB'), resource),
}

/** They take values of the wrong type, or another profile, to be seen. */
const special: Readonly<Record<string, readonly [Matcher, LawOptions]>> = {
  'a key that is null or no text counts as the empty text': [
    (filter, resource) => {
      const labels = (resource as { labels?: unknown } | null)?.labels
      if (!isMap(labels) || /labels"?\s*:/.test(filter)) return decide(filter, resource)
      const asText = Object.entries(labels).map(([key, value]) => [key, typeof value === 'string' ? value : ''])
      return decide(filter, { ...resource, labels: Object.fromEntries(asText) as object })
    },
    { wrongTypes: true },
  ],
  'elements that are no text are made text': [
    (filter, resource) => {
      const licenses = (resource as { licenses?: unknown } | null)?.licenses
      if (!Array.isArray(licenses)) return decide(filter, resource)
      return decide(filter, {
        ...resource,
        licenses: licenses.map((each: unknown) => (typeof each === 'object' ? each : String(each as number))),
      })
    },
    { wrongTypes: true },
  ],
  'an element of messages that is none throws': [
    unknown((_, resource) => {
      const features = (resource as { guestOsFeatures?: unknown } | null)?.guestOsFeatures
      return Array.isArray(features) && features.length > 1 && features.some((each) => !isMap(each))
    }),
    { wrongTypes: true },
  ],
  'integers are whatever Number reads': [
    changed((value) =>
      typeof value === 'string' && !/^-?\d+$/.test(value) && value.trim() !== '' && Number.isInteger(Number(value))
        ? String(Number(value))
        : value,
    ),
    { wrongTypes: true },
  ],
  'a resource that is no object throws': [unknown((_, resource) => !isMap(resource)), { wrongTypes: true }],
  'case of enums counts': [
    (filter, resource) => decide(filter, resource, { ...observed, enumCase: 'sensitive' }),
    { profile: observed },
  ],
  '`:` on text is `=`': [
    (filter, resource) => decide(filter, resource, { ...observed, hasOnString: 'equals' }),
    { profile: observed },
  ],
  'patterns on several fields are rejected': [
    (filter, resource) => decide(filter, resource, { ...observed, multipleFields: 'reject' }),
    { profile: observed },
  ],
  'nothing matches under an unset parent': [
    (filter, resource) => decide(filter, resource),
    { profile: { ...documented, unsetParent: 'default' } },
  ],
}

async function expectFound(matcher: Matcher, options: LawOptions): Promise<DisagreementError> {
  const found = await expectAgrees(matcher, { withinMs: Infinity, ...options }).catch((error: unknown) => error)
  if (found instanceof DisagreementError) return found
  throw new Error(`nothing was found with the seed ${String(options.seed)}`, { cause: found })
}

describe('a matcher that reads the text by itself', () => {
  it('agrees, as long as it reads right', () => expectAgrees(createTextMatcher({}), { runs: 1500, withinMs: Infinity }))

  it.each(withSeeds(readings))('is found with the seed $seed when $name', async ({ fault, seed }) => {
    const { message, filter } = await expectFound(createTextMatcher(fault), { seed })
    expect(message.length, message).toBeLessThan(400)
    expect(filter.length, message).toBeLessThan(200)
  })

  it.each(withSeeds(others))('is found with the seed $seed when $name', async ({ fault, seed }) => {
    const { message, filter } = await expectFound(fault, { seed })
    expect(filter.length, message).toBeLessThan(200)
  })

  it.each(withSeeds(special))(
    'is found with the seed $seed when $name',
    async ({ fault: [matcher, options], seed }) => {
      await expectFound(matcher, { ...options, seed })
    },
  )
})
