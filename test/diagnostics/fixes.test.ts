import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyEdits,
  applyFix,
  compile,
  type Diagnostic,
  type FilterError,
  type Fix,
  parse,
  validate,
} from '../../src/index.ts'
import { codes, invalidFilterArbitrary } from '../../src/testing/index.ts'
import { fieldsOf } from '../../src/testing/arbitraries/invalid-fields.ts'
import { meaningFlaws } from '../../src/testing/arbitraries/meaning-flaws.ts'
import { syntaxFlaws } from '../../src/testing/arbitraries/syntax-flaws.ts'
import { findMatch } from './find-match.ts'

/** [filter, code of its first diagnostic, the text after each fix; a preferred one is marked with *] */
type Row = readonly [filter: string, code: string, ...fixed: readonly string[]]

const shown = (filter: string, fix: Fix): string => (fix.isPreferred ? '* ' : '') + applyFix(filter, fix)

const rows: readonly Row[] = [
  ['name = a, b', 'unexpected-character', '* name = (a OR b)'],
  ['name = a, status = READY', 'unexpected-character', '* name = a AND status = READY'],
  ['name = a , status = READY', 'unexpected-character', '* name = a AND status = READY'],
  ['diskSizeGb = 1,000', 'unexpected-character', '* diskSizeGb = 1000'],
  ['- name = a', 'unexpected-character', '* -name = a'],
  ['deprecated . state = ACTIVE', 'unexpected-character', '* deprecated.state = ACTIVE'],
  ['name =\u00a0a', 'unexpected-character', '* name = a'],
  ['name = a\0', 'unexpected-character', '* name = a'],
  ['name = "a""b"', 'unexpected-character', '* name = "a\\"b"'],
  ['name = "a"AND status = READY', 'unexpected-character', '* name = "a" AND status = READY'],
  ['name = a"b', 'unexpected-character', "* name = 'a\"b'"],
  ['name == a', 'unexpected-token', '* name = a'],
  ['name <> a', 'unexpected-token', '* name != a'],
  ['name = a && status = READY', 'unexpected-token', '* name = a AND status = READY'],
  ['name=a&&status=READY', 'unexpected-token', '* name=a AND status=READY'],
  ['(name = a)||(name = b)', 'unexpected-token', '* (name = a)OR (name = b)'],
  ['!name = a', 'unexpected-token', '* NOT name = a'],
  ['name ~ ^web', 'unexpected-token', '* name eq "web.*"'],
  ['name !~ web AND status = READY', 'unexpected-token', '* NOT name = *web* AND status = READY'],
  ['diskSizeGb => 10', 'unexpected-token', '* diskSizeGb >= 10'],
  ['name := a', 'unexpected-token', 'name = a', 'name : a'],
  ['name = AND', 'unexpected-token', '* name = "AND"'],
  ['name = a)', 'unexpected-token', '* name = a'],
  ['name = (a, b)', 'unexpected-token', '* name = (a OR b)'],
  ['NOT(name = a)', 'unexpected-token', '* NOT (name = a)'],
  ['name eq x name ne y', 'unexpected-token', '* (name eq x) (name ne y)'],
  ['labels:env = prod', 'unexpected-token', '* labels.env = prod'],
  ['(name = (a OR b', 'unexpected-end', '* (name = (a OR b))'],
  ['name = "debian', 'unterminated-string', '* name = "debian"'],
  ['name = "a\\d"', 'invalid-escape', 'name = "ad"', 'name = "a\\\\d"'],
  ['name = a\\-b', 'invalid-escape', '* name = a-b'],
  ['selfLink = https://a/b', 'needs-quotes', '* selfLink = "https://a/b"'],
  ['labels != env=prod', 'needs-quotes', '* NOT labels.env = prod'],
  ['labels:env=prod', 'needs-quotes', '* labels.env = prod'],
  ['NOT labels:{a:b,c:d}', 'needs-quotes', '* NOT (labels.a = b AND labels.c = d)'],
  ['name = [a, b]', 'needs-quotes', '* name = (a OR b)'],
  ['status = READY (name eq debian-.*)', 'mixed-dialects', '* status = READY (name = debian-*)'],
  ['NOT name ne a family = b', 'mixed-dialects', '* NOT (NOT name = a) family = b'],
  ['(name eq a) AND (name ne b)', 'operator-in-regex-dialect', '* (name eq a) (name ne b)'],
  ['name eq a OR name eq b', 'operator-in-regex-dialect', '* name eq "(a|b)"'],
  ['NOT name eq a', 'operator-in-regex-dialect', '* name ne a'],
  ['-(name eq a) (name ne b)', 'operator-in-regex-dialect', '* (name ne a) (name ne b)'],
  ['(name eq a.*) (diskSizeGb ne 5)', 'multiple-fields', '* (name = a*) (NOT diskSizeGb = 5)'],
  ['name = a and status = READY', 'missing-comparator', '* name = a AND status = READY'],
  ['name = a OR b', 'missing-comparator', '* name = (a OR b)'],
  ['description = hello world', 'missing-comparator', '* description = "hello world"'],
  ['family', 'missing-comparator', '* family:*'],
  ['debian', 'missing-comparator', '* name = *debian*'],
  ['"name = a"', 'missing-comparator', '* name = a'],
  ['name in (a, b)', 'unexpected-character', '* name = (a OR b)'],
  ['name in (a b)', 'missing-comparator', '* name = (a OR b)'],
  ['NOT diskSizeGb between 1 and 5', 'missing-comparator', '* NOT (diskSizeGb >= 1 AND diskSizeGb <= 5)'],
  ['description = “hello world”', 'missing-comparator', '* description = "hello world"'],
  ['contains(name, x)', 'unknown-function', '* name = *x*'],
  ['contains(licenses, x)', 'unknown-function', '* licenses:*x*'],
  ['licenses.contains(x)', 'unknown-function', '* licenses:*x*'],
  ['nme = a', 'unknown-field', '* name = a'],
  ['(nme eq a) (nme ne b)', 'unknown-field', '* (name eq a) (name ne b)'],
  ['(nme eq a) (nme ne b) (name eq "(")', 'unknown-field', '* (name eq a) (name ne b) (name eq "(")'],
  ['name^=web', 'unknown-field', '* name = web*'],
  ['labels.a.b = x', 'not-traversable', '* labels."a.b" = x'],
  ['licenses[0] = x', 'indexing', 'licenses:x'],
  ['NOT licenses[0] != x', 'indexing', 'NOT (-licenses:x)'],
  ['labels["env"] = prod', 'indexing', '* labels.env = prod'],
  ['labels.env[0] = prod', 'indexing', '* labels."env[0]" = prod'],
  ['licenses = x', 'repeated-needs-has', '* licenses:x'],
  ['licenses != x', 'repeated-needs-has', '* -licenses:x'],
  ['guestOsFeatures != true', 'repeated-needs-has', '* -guestOsFeatures:*'],
  ['guestOsFeatures != false', 'repeated-needs-has', '* guestOsFeatures:*'],
  ['guestOsFeatures != GVNIC', 'repeated-needs-has', '* NOT guestOsFeatures.type:GVNIC'],
  ['licenses ne ".*\\bdebian\\b.*"', 'not-atomic', '* -licenses:*debian*'],
  ['deprecated = DEPRECATED', 'comparator-type', '* deprecated.state = DEPRECATED'],
  ['deprecated != *', 'comparator-type', '* NOT deprecated:*'],
  ['name > a*', 'literal-type', '* name > "a\\*"'],
  ['diskSizeGb = 10GB', 'literal-type', '* diskSizeGb = 10'],
  ['enableConfidentialCompute = yes', 'literal-type', '* enableConfidentialCompute = true'],
  ['diskSizeGb eq .*', 'literal-type', '* diskSizeGb:*'],
  ['status = REDY', 'unknown-enum-value', '* status = READY'],
  ['status = (READY OR "FALED")', 'unknown-enum-value', '* status = (READY OR FAILED)'],
  ['creationTimestamp > 2025-01-31', 'invalid-timestamp', '* creationTimestamp >= 2025-02-01T00:00:00Z'],
  ['creationTimestamp = 2025-01-31T12:00', 'invalid-timestamp', '* creationTimestamp = 2025-01-31T12:00:00Z'],
  ['name eq *a', 'invalid-pattern', '* name eq ".*a"'],
]

const unfixable: readonly Row[] = [
  // The field that is meant does not take the comparator, or the value.
  ['stauts > READY', 'unknown-field'],
  ['diskSizGb = large', 'unknown-field'],
  // A pattern that wildcards cannot say.
  ['name eq a|b family = c', 'mixed-dialects'],
  ['name ~ a|b AND status = READY', 'unexpected-token'],
  ['licenses eq a|b', 'not-atomic'],
  // No value of the enum has such a text.
  ['architecture eq *a', 'invalid-pattern'],
  ['status ~ foo', 'unexpected-token'],
  // What is fixed could not match.
  ['nme = a AND name = b', 'unknown-field'],
  ['name == a AND name = b', 'unexpected-token'],
  ['name eq a name eq b', 'unexpected-token'],
  // What is missing is not known.
  ['name =', 'unexpected-end'],
  ['name = a AND', 'unexpected-end'],
  ['name = "a\\', 'unterminated-string'],
  ['status < READY', 'comparator-type'],
  ['f(a)', 'unknown-function'],
  ['name.first = a', 'not-traversable'],
  ['name eq "(a"', 'invalid-pattern'],
]

describe('fixes', () => {
  it.each(rows)('of %s', (filter, code, ...fixed) => {
    const [first] = validate(filter)
    expect(first?.code).toBe(code)
    expect(first?.fixes?.map((fix) => shown(filter, fix))).toEqual(fixed)
  })

  it.each(unfixable)('none for %s', (filter, code) => {
    expect(validate(filter).map((found) => [found.code, found.fixes])).toContainEqual([code, undefined])
  })

  it('are there for these codes', () => {
    const fixable = new Set(rows.map(([, code]) => code))
    const others = ['too-long', 'too-deep', 'too-many-terms', 'pattern-too-complex']
    expect([...fixable].sort()).toEqual(codes.filter((code) => !others.includes(code)).sort())
  })

  it('put white space behind `eq`', () => {
    const [call] = validate('name eq(a)')
    expect([call?.code, ...(call?.fixes ?? []).map((fix) => shown('name eq(a)', fix))]).toEqual([
      'unknown-function',
      '* name eq (a)',
    ])
  })

  it('have titles of one line, and at most one is preferred', () => {
    for (const [filter] of rows) {
      for (const { fixes = [] } of validate(filter)) {
        expect(fixes.every(({ title }) => /^[^\n]+$/.test(title))).toBe(true)
        expect(fixes.filter(({ isPreferred }) => isPreferred).length).toBeLessThanOrEqual(1)
      }
    }
  })

  it.each([
    ['name=a OR prod OR family=z', ['name = (a OR prod) OR family=z']],
    ['name=a OR b OR name=c AND family=d', ['name = (a OR b) OR name=c AND family=d']],
    ['name=a)AND id=1', ['name=a AND id=1']],
    ['name=a)b', ['name=a b']],
    ['-family not in (a, b)', ['-(NOT family = (a OR b))']],
  ])('lose nothing, and join no words: %s', (text, expected) => {
    const [first] = validate(text)
    expect(first?.fixes?.map((fix) => applyFix(text, fix)) ?? []).toEqual(expected)
  })

  it.each([
    ['name:(a)OR family:b', 'name = a OR family:b'],
    ['NOT(nme = a)', undefined],
    ['name = a OR(family:b)', 'name = a OR(family = b)'],
    ['(nme)name = a', undefined],
  ])('of a hint keep words apart: %s', (text, expected) => {
    const [first] = validate(text, { hints: true })
    const [fix] = first?.severity === 'hint' ? (first.fixes ?? []) : []
    expect(fix && applyFix(text, fix)).toBe(expected)
  })

  it('do not take a keyword in lower case for a value', () => {
    const text = 'name = a OR not OR b'
    const fixed = validate(text).flatMap(({ fixes = [] }) => fixes.map((fix) => applyFix(text, fix)))
    expect(fixed.filter((one) => one.includes('(a OR not'))).toEqual([])
  })

  it('are the same when hints are asked for', () => {
    for (const text of ['labels.a:b AND sttus=READY', 'name:a OR nme=b', 'licences:x', 'licenses=x']) {
      expect(validate(text, { hints: true })).toEqual(validate(text))
      expect(validate(text)[0]?.fixes).toBeDefined()
    }
  })

  it('are given by validate alone: compile and parse throw without', () => {
    const thrown = (call: () => unknown): readonly Diagnostic[] => {
      try {
        call()
      } catch (error) {
        return (error as FilterError).diagnostics
      }
      return []
    }
    const bare = (text: string) =>
      validate(text).map(({ fixes, ...others }) => (fixes === undefined ? undefined : others))
    expect(thrown(() => compile('nme = a'))).toEqual(bare('nme = a'))
    expect(thrown(() => compile('name == a'))).toEqual(bare('name == a'))
    expect(thrown(() => parse('name == a'))).toEqual(bare('name == a'))
  })

  it('are not looked for without end', () => {
    const filter = Array.from({ length: 400 }, () => 'nme = a').join(' ')
    const found = validate(filter)
    expect(found).toHaveLength(400)
    expect(found.filter(({ fixes }) => fixes !== undefined)).toHaveLength(Math.floor(32_768 / (filter.length + 1)))
  })
})

describe('edits', () => {
  const edit = (start: number, end: number, text: string) => ({ span: { start, end }, text })

  it.each([
    ['abc', [], 'abc'],
    ['abc', [edit(1, 2, 'x')], 'axc'],
    ['abc', [edit(3, 3, 'x'), edit(0, 0, 'y')], 'yabcx'],
    ['abc', [edit(0, 3, '')], ''],
    ['abc', [edit(1, 1, 'x'), edit(1, 2, 'y')], 'axyc'],
  ])('of %s: %j', (text, edits, expected) => {
    expect(applyEdits(text, edits)).toBe(expected)
  })

  it.each([
    [[edit(0, 2, ''), edit(1, 3, '')]],
    [[edit(2, 4, '')]],
    [[edit(-1, 0, '')]],
    [[edit(2, 1, '')]],
    [[edit(NaN, 1, '')]],
  ])('refused: %j', (edits) => {
    expect(() => applyEdits('abc', edits)).toThrow(new RangeError('edits overlap or are outside the text'))
  })
})

const ofSyntax = new Set(Object.keys(syntaxFlaws))

/** Where a fix changes a text, from its first edit to its last, before and after. */
function changedBy({ edits }: Fix, before: string, after: string) {
  const start = Math.min(...edits.map(({ span }) => span.start))
  const end = Math.max(...edits.map(({ span }) => span.end))
  return { start, end, endAfter: end + after.length - before.length }
}

/** The code, with the place where that is outside of the change: before it from the start, behind it from the end. */
function name({ code, span }: Diagnostic, length: number, start: number, end: number): string {
  if (span.start < start) return `${code} ${String(span.start)}`
  return span.start >= end ? `${code} ${String(length - span.start)} from the end` : `${code} inside`
}

/** What a list has that another one lacks, the same name several times counted. */
function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others]
  return names.filter((name) => {
    const index = left.indexOf(name)
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

const anyInvalid = fc.oneof(
  ...codes.filter((code) => !code.startsWith('too-')).map((code) => invalidFilterArbitrary(code)),
)

function expectBetter(filter: string, found: Diagnostic, fix: Fix): void {
  const text = applyFix(filter, fix)
  const after = validate(text)
  const { start, end, endAfter } = changedBy(fix, filter, text)
  if (ofSyntax.has(found.code)) {
    const next = after.find(({ code }) => ofSyntax.has(code))?.span.start ?? Infinity
    const place = found.span.start
    expect(next).toBeGreaterThan(end <= place ? place + text.length - filter.length : Math.min(place, start))
    return
  }
  const others = validate(filter).filter(({ code, span }) => code !== found.code || span.start !== found.span.start)
  const names = others.map((other) => name(other, filter.length, start, end))
  expect(
    without(
      after.map((other) => name(other, text.length, start, endAfter)),
      names,
    ),
  ).toEqual([])
}

describe('laws of fixes', () => {
  it('an applied fix removes its diagnostic and adds none; one of the syntax lets reading get further', () => {
    fc.assert(
      fc.property(anyInvalid, (filter) => {
        for (const found of validate(filter)) {
          for (const fix of found.fixes ?? []) expectBetter(filter, found, fix)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('a filter that is fixed can match', () => {
    const fields = fieldsOf({})
    const flaws = Object.entries({ ...syntaxFlaws, ...meaningFlaws }).filter(([code]) => !code.startsWith('too-'))
    const texts = flaws.flatMap(([, ways]) => ways.map(([, text]) => text(fields)))
    let fixed = 0
    const check = (filter: string): void => {
      for (const fix of validate(filter).flatMap(({ fixes = [] }) => fixes)) {
        const text = applyFix(filter, fix)
        if (validate(text).length > 0) continue
        fixed++
        expect([text, findMatch(text)]).not.toEqual([text, undefined])
      }
    }
    for (const [filter] of rows) check(filter)
    fc.assert(fc.property(fc.oneof(...texts), check), { numRuns: 2000 })
    expect(fixed).toBeGreaterThan(500)
  })
})
