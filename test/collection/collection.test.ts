import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCollection } from '../../src/collection/index.ts'
import { compile, documented, FilterError, observed, type Options } from '../../src/index.ts'
import { collectGarbage } from '../garbage.ts'
import { aipFilter, image, regexFilter } from '../properties/filters.ts'

const objects = image.filter((value): value is object => typeof value === 'object' && value !== null)
const filter = fc.oneof(aipFilter, regexFilter)
const profile = fc.constantFrom(documented, observed, { ...documented, unsetParent: 'default' as const })

interface Update {
  readonly kind: 'insert' | 'delete' | 'replace'
  readonly at: number
  readonly resource: object
}
const update: fc.Arbitrary<Update> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'replace'),
  at: fc.nat(),
  resource: objects,
})

describe('a collection', () => {
  it('keeps the answers for different limits or schemas apart', () => {
    const long = createCollection([{ name: 'a'.repeat(100_000) }])
    const limits = { matchWork: 4096 }
    const pattern = 'name eq "(a|b)*"'
    expect([long.count(pattern), long.count(pattern, { limits }), long.count(pattern)]).toEqual([1, 0, 1])

    const values = createCollection<object>([{ v: '010' }, { v: '10' }])
    const countAs = (type: 'string' | 'int64') =>
      values.count('v = 10', { schema: { resource: 'X', fields: { v: { type } } } })
    expect([countAs('string'), countAs('int64'), countAs('string')]).toEqual([1, 2, 1])

    const maps = createCollection<object>([{ m: { k: '010' } }, { m: { k: '10' } }])
    const countIn = (value: 'string' | 'int64') =>
      maps.count('m.k = 10', { schema: { resource: 'X', fields: { m: { type: 'map', value } } } })
    expect([countIn('string'), countIn('int64'), countIn('string')]).toEqual([1, 2, 1])
  })

  it.each([
    ['hasOnString', 'equals', 'contains', 'name:a', 1, 2],
    ['enumCase', 'sensitive', 'insensitive', 'status = READY', 1, 2],
    ['unsetParent', 'no-match', 'default', 'deprecated.state != ACTIVE', 1, 2],
  ] as const)('keeps the answers for profiles with different %s apart', (name, one, other, filter, few, more) => {
    const collection = createCollection<object>([
      { name: 'a', status: 'READY', deprecated: { state: 'DELETED' } },
      { name: 'ab', status: 'ready' },
    ])
    const countWith = (value: string) => collection.count(filter, { profile: { ...documented, [name]: value } })
    expect([countWith(one), countWith(other), countWith(one)]).toEqual([few, more, few])
  })

  it.each([
    ['lists whose elements contain the separator', 'licenses:a', ['a', 'b'], ['a,1 b'], ['a,string b'], ['a', 'a']],
    ['values that are not text', 'description = ""', {}, [], '', null, undefined, 0],
    ['values that are not text, with !=', 'description != a', {}, ['a'], 'a', null, undefined, 0],
    ['values that are not text, for a pattern', '(description ne a) (description ne "")', {}, [], 'a', '', null, 0],
  ])('distinguishes %s', (_, filter, ...values) => {
    const field = filter.startsWith('licenses') ? 'licenses' : 'description'
    const collection = createCollection<object>(values.map((value) => ({ [field]: value })))
    expect(collection.filter(filter)).toEqual(collection.filter('').filter(compile<object>(filter)))
  })

  it('finds later resources with new filters', () => {
    const collection = createCollection<object>([{ diskSizeGb: '1' }])
    const later = Array.from({ length: 40 }, (_, at) => ({ diskSizeGb: String(at + 2) }))
    expect(collection.count('diskSizeGb >= 0')).toBe(1)
    for (const [at, one] of later.entries()) {
      collection.insert(one)
      expect(collection.filter(`diskSizeGb > ${String(at + 1)}`)).toEqual([one])
    }
  })

  it('agrees with the Matcher after any inserts, deletes and replacements', () => {
    fc.assert(
      fc.property(
        fc.array(objects, { maxLength: 40 }),
        fc.array(filter, { minLength: 1, maxLength: 4 }),
        fc.array(update, { maxLength: 12 }),
        profile,
        (resources, filters, updates, profile) => {
          const collection = createCollection<object>(resources)
          const reference = [...new Set(resources)]
          const expectSame = (): void => {
            expect(collection.size).toBe(reference.length)
            for (const text of filters) {
              const expected = reference.filter(compile<object>(text, { profile }))
              expect(collection.filter(text, { profile })).toEqual(expected)
              expect(collection.count(text, { profile })).toBe(expected.length)
            }
          }
          expectSame()
          for (const { kind, at, resource } of updates) {
            const index = at % Math.max(1, reference.length)
            const old = reference[index]
            if (kind === 'insert') {
              collection.insert(resource)
              reference.push(resource)
            } else if (old === undefined) {
              expect(collection.delete(resource)).toBe(false)
              expect(collection.replace(resource, resource)).toBe(false)
            } else if (kind === 'delete') {
              expect(collection.delete(old)).toBe(true)
              reference.splice(index, 1)
            } else {
              expect(collection.replace(old, resource)).toBe(true)
              reference[index] = resource
            }
            expectSame()
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  const images = Array.from({ length: 3000 }, (_, number) => ({
    name: `image-${String(number)}`,
    diskSizeGb: String(number % 7),
    ...(number % 3 === 0 && { labels: { env: number % 2 === 0 ? 'prod' : 'dev' } }),
  }))

  it('judges each distinct value once for each restriction, and releases the pattern', () => {
    let asked = 0
    let compiled = 0
    let freed = 0
    const regexEngine: Options['regexEngine'] = {
      compile() {
        compiled++
        return { test: (text) => ++asked > 0 && text === 'prod', free: () => (freed += 1) }
      },
    }
    const collection = createCollection(images, { regexEngine })
    expect(collection.count('labels.env eq pr.d')).toBe(500)
    expect(asked).toBe(2)
    expect(collection.count('labels.env eq pr.d')).toBe(500)
    expect(asked).toBe(2)
    expect([compiled, freed]).toEqual([2, 2])
  })

  it('does not judge values that were replaced long ago', () => {
    let asked = 0
    const regexEngine: Options['regexEngine'] = {
      compile: () => ({ test: () => ++asked < 0, free: () => undefined }),
    }
    let rows = Array.from({ length: 100 }, (_, at) => ({ name: `0-${String(at)}` }))
    const collection = createCollection(rows, { regexEngine })
    expect(collection.count('name = a*')).toBe(0)
    for (let round = 1; round <= 30; round++) {
      const next = rows.map((_, at) => ({ name: `${String(round)}-${String(at)}` }))
      for (const [at, row] of rows.entries()) collection.replace(row, next[at] ?? row)
      rows = next
    }
    expect(collection.count('name eq "a"')).toBe(0)
    // Of 3,100 names in all, those of the rows, as many others, and 1,024.
    expect(asked).toBeGreaterThanOrEqual(100)
    expect(asked).toBeLessThanOrEqual(1224)
  })

  it('compacts its rows after deletions', () => {
    const collection = createCollection(images)
    expect(collection.count('diskSizeGb >= 3')).toBe(images.filter(({ diskSizeGb }) => Number(diskSizeGb) >= 3).length)
    for (const image of images.slice(0, 2500)) expect(collection.delete(image)).toBe(true)
    const remaining = images.slice(2500)
    expect(collection.size).toBe(500)
    expect(collection.filter('diskSizeGb < 3')).toEqual(remaining.filter(({ diskSizeGb }) => Number(diskSizeGb) < 3))
    expect(collection.filter('')).toEqual(remaining)
  })

  it('keeps each resource once', () => {
    const [first, second] = [{ name: 'a' }, { name: 'b' }]
    const collection = createCollection([first, first, second])
    collection.insert(first)
    expect(collection.size).toBe(2)
    expect(collection.replace(first, second)).toBe(false)
    expect(collection.replace(first, first)).toBe(true)
    expect(collection.filter('name:*')).toEqual([first, second])
  })

  it('grows', () => {
    const collection = createCollection<object>([])
    expect(collection.count('name = image-*')).toBe(0)
    for (const image of images) collection.insert(image)
    expect(collection.count('name = image-*')).toBe(3000)
    expect(collection.count('NOT name = image-1*')).toBe(
      3000 - images.filter(({ name }) => name.startsWith('image-1')).length,
    )
  })

  it('scans where the first rows all differ, and keeps that answer current', () => {
    const collection = createCollection<object>(images)
    expect(collection.count('name = image-1*')).toBe(images.filter(({ name }) => name.startsWith('image-1')).length)
    const added = { name: 'image-1x' }
    collection.insert(added)
    expect(collection.filter('name = image-1x')).toEqual([added])
    expect(collection.count('name = image-1*')).toBe(images.filter(({ name }) => name.startsWith('image-1')).length + 1)
  })

  it('keeps answers current after their columns are evicted', () => {
    const keys = Array.from({ length: 100 }, (_, at) => `key-${String(at)}`)
    const labelled = (value: string) => ({ name: 'a', labels: Object.fromEntries(keys.map((key) => [key, value])) })
    const first = labelled('old')
    const collection = createCollection([first, labelled('other')])
    const count = (value: string) => keys.map((key) => collection.count(`labels.${key} = ${value}`))
    const all = (expected: number) => keys.map(() => expected)
    expect(count('old')).toEqual(all(1))
    collection.replace(first, labelled('new'))
    expect(count('old')).toEqual(all(0))
    expect(count('new')).toEqual(all(1))
  })

  it('keeps a bounded number of columns for any number of keys', async () => {
    const collection = createCollection(images)
    // Collected memory is released with a delay.
    const settled = async () => {
      let least = Infinity
      for (let times = 0; times < 10; times++) {
        await collectGarbage()
        await new Promise((resolve) => setTimeout(resolve, 10))
        least = Math.min(least, process.memoryUsage().arrayBuffers)
      }
      return least
    }
    const ask = (from: number) => {
      for (let at = from; at < from + 300; at++)
        for (const value of 'xy') collection.count(`labels.key-${String(at)} = ${value}`)
    }
    ask(0)
    const before = await settled()
    ask(300)
    // 300 more of them would take 3.6 MB.
    expect((await settled()) - before).toBeLessThan(1.5e6)
  })

  it('rejects invalid filters', () => {
    expect(() => createCollection(images).filter('nme = a')).toThrow(FilterError)
  })

  it('accepts another schema', () => {
    const schema = { resource: 'Disk', fields: { sizeGb: { type: 'int64' } } } as const
    const collection = createCollection([{ sizeGb: '10' }, { sizeGb: '20' }], { schema })
    expect(collection.filter('sizeGb > 10')).toEqual([{ sizeGb: '20' }])
  })
})
