import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Collection, createCollection, type ResourceOrder } from '../../src/collection/index.ts'
import { compile, documented, FilterError, observed, type Options } from '../../src/index.ts'
import { aipFilter, image, regexFilter } from '../properties/filters.ts'

const objects = image.filter((value): value is object => typeof value === 'object' && value !== null)
/** Names that are not strings; `String` throws for `{ toString: null }`. */
const textOf = (resource: unknown): string => {
  const { name } = resource as { readonly name?: unknown }
  return typeof name === 'string' ? name : ''
}
const byName: ResourceOrder<string> = { keyOf: textOf, compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0) }

interface Update {
  readonly kind: 'insert' | 'delete' | 'replace' | 'ask'
  readonly at: number
  readonly resource: object
}
const update: fc.Arbitrary<Update> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'replace', 'ask'),
  at: fc.nat(),
  resource: objects,
})

/** The result of a prepared selection, with a callback after every step. */
function prepare<R extends object>(
  collection: Collection<R>,
  filter: string,
  options: Options,
  between: (step: number) => void = () => undefined,
): readonly R[] | undefined {
  const steps = collection.prepare(filter, { ...options, order: byName })
  for (let step = 0; ; step++) {
    const { done, value } = steps.next()
    if (done === true) return value && [...value]
    between(step)
  }
}

const many = Array.from({ length: 3000 }, (_, at) => ({
  name: `image-${String((at * 7) % 3000)}`,
  description: `about ${String(at)}`,
  diskSizeGb: String(at),
}))
const namesOf = (resources: readonly object[] | undefined) => resources?.map(textOf)
const sorted = (resources: readonly object[]) => resources.map(textOf).sort()

describe('a selection that is prepared in steps', () => {
  it('agrees with the Matcher after any changes and queries between two steps', () => {
    fc.assert(
      fc.property(
        fc.array(objects, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.oneof(aipFilter, regexFilter), { minLength: 1, maxLength: 3 }),
        fc.array(update, { maxLength: 60 }),
        fc.constantFrom(documented, observed),
        (samples, factor, filters, updates, profile) => {
          const reference = Array.from({ length: factor }, () => samples.map((sample) => ({ ...sample }))).flat()
          const collection = createCollection<object>(reference)
          const pending = [...updates]
          const change = (filter: string) => {
            const { kind, at, resource } = pending.pop() ?? { kind: 'none', at: 0, resource: {} }
            const index = at % Math.max(1, reference.length)
            const [old, copy] = [reference[index], { ...resource }]
            if (kind === 'insert') {
              collection.insert(copy)
              reference.push(copy)
            } else if (kind === 'ask') {
              collection.count(filter, { profile })
            } else if (kind === 'delete' && old !== undefined) {
              collection.delete(old)
              reference.splice(index, 1)
            } else if (kind === 'replace' && old !== undefined) {
              collection.replace(old, copy)
              reference[index] = copy
            }
          }
          for (const filter of [...filters, ...filters]) {
            const found = prepare(collection, filter, { profile }, () => {
              change(filters[0] ?? '')
            })
            const expected = reference.filter(compile<object>(filter, { profile }))
            if (found !== undefined) {
              expect(new Set(found)).toEqual(new Set(expected))
              expect(namesOf(found)).toEqual(found.toSorted((a, b) => byName.compare(textOf(a), textOf(b))).map(textOf))
            }
            expect(collection.filter(filter, { profile })).toEqual(expected)
            expect(new Set(prepare(collection, filter, { profile }))).toEqual(new Set(expected))
          }
        },
      ),
      {
        numRuns: 100,
        examples: [[[{ name: { toString: null } }, { name: { toString: false } }], 2, ['name != a'], [], documented]],
      },
    )
  })

  const scans = 'description = "about *7*"'
  const sizes = 'diskSizeGb > 1500'
  it.each([
    'name = image-1*',
    scans,
    `${scans} OR ${sizes}`,
    `NOT ${sizes}`,
    '(name eq "image-.*7") (name ne ".*1.*")',
  ])('takes many steps the first time, and gives the same answer every time: %s', (filter) => {
    const collection = createCollection(many)
    let most = 0
    const expected = sorted(many.filter(compile<object>(filter)))
    for (let times = 0; times < 3; times++) {
      expect(namesOf(prepare(collection, filter, {}, (step) => (most = Math.max(most, step))))).toEqual(expected)
    }
    expect(most).toBeGreaterThan(10)
    expect(sorted(collection.filter(filter))).toEqual(expected)
    expect(namesOf(prepare(collection, filter, {}))).toEqual(expected)
  })

  it('may be prepared twice at the same time', () => {
    const collection = createCollection(many)
    const expected = sorted(many.filter(compile<object>(sizes)))
    const found = prepare(collection, sizes, {}, (step) => {
      if (step === 1) expect(namesOf(prepare(collection, sizes, {}))).toEqual(expected)
    })
    expect(namesOf(found)).toEqual(expected)
  })

  it('is current after most rows are deleted meanwhile', () => {
    const collection = createCollection(many)
    const found = prepare(collection, sizes, {}, (step) => {
      if (step === 1) for (const one of many.slice(0, 2000)) collection.delete(one)
    })
    expect(found).toBeUndefined()
    expect(namesOf(prepare(collection, sizes, {}))).toEqual(sorted(many.slice(2000)))
  })

  it('is right although its column is evicted meanwhile for its unused values', () => {
    const collection = createCollection<object>(many)
    const reference: object[] = [...many]
    const replaceSome = (count: number, round: number) => {
      for (let at = 0; at < count; at++) {
        const one = { name: `other-${String(at)}`, diskSizeGb: String(round * 10_000 + at) }
        collection.replace(reference[at] ?? {}, one)
        reference[at] = one
      }
    }
    let asked = 0
    const ask = (meanwhile = 0) => {
      // A filter that was not asked before takes more than one step.
      const filter = `diskSizeGb > ${String(asked++)}`
      const found = prepare(collection, filter, {}, (step) => {
        if (step === 0) replaceSome(meanwhile, asked)
      })
      return { found: namesOf(found), expected: sorted(reference.filter(compile<object>(filter))) }
    }
    const expectRight = ({ found, expected }: ReturnType<typeof ask>) => {
      expect(found).toEqual(expected)
    }
    expectRight(ask())
    expectRight(ask())
    expectRight(ask(5))
    // The 3,000 values of the rows are kept, and as many and 1,024 more that no row has.
    replaceSome(3000, 10)
    expectRight(ask(1018))
    expectRight(ask(1))
    expectRight(ask(1))
    for (let round = 20; round < 30; round++) {
      replaceSome(1000, round)
      expectRight(ask())
    }
  })

  it('follows inserts and changes at every step', () => {
    const collection = createCollection<object>(many)
    const added: object[] = []
    const found = prepare(collection, `${sizes} AND ${scans}`, {}, () => {
      for (let times = 0; times < 3; times++) {
        const one = { name: `new-${String(added.length)}`, description: 'about 7', diskSizeGb: '2000' }
        added.push(one)
        collection.insert(one)
      }
    })
    expect(namesOf(found)).toEqual(sorted([...many, ...added].filter(compile<object>(`${sizes} AND ${scans}`))))
  })

  it('can be abandoned', () => {
    const steps = createCollection(many).prepare(sizes, { order: byName })
    steps.next()
    steps.return(undefined)
    expect(steps.next()).toEqual({ done: true, value: undefined })
  })

  it('rejects invalid filters', () => {
    expect(() => prepare(createCollection(many), 'nme = a', {})).toThrow(FilterError)
  })
})

describe('resources in order', () => {
  const letters = 'bdfhj'.split('').map((name) => ({ name }))
  const read = (change: (collection: Collection<{ name: string }>) => void, after = 1) => {
    const collection = createCollection(letters)
    const found: string[] = []
    for (const one of collection.inOrder({ order: byName })) {
      found.push(one.name)
      if (found.length === after) change(collection)
    }
    return found.join('')
  }
  const at = (name: string) => letters.find((one) => one.name === name) as { name: string }

  it.each<readonly [what: string, change: (collection: Collection<{ name: string }>) => void, found: string]>([
    ['stays in its place', (all) => all.replace(at('f'), { name: 'f' }), 'bdfhj'],
    ['moves between its neighbours', (all) => all.replace(at('f'), { name: 'g' }), 'bdghj'],
    ['moves to the end', (all) => all.replace(at('f'), { name: 'z' }), 'bdhj'],
    ['moves to the beginning', (all) => all.replace(at('f'), { name: 'a' }), 'bdhj'],
    ['is the last', (all) => all.replace(at('j'), { name: 'z' }), 'bdfhz'],
    ['is the last and moves', (all) => all.replace(at('j'), { name: 'a' }), 'bdfh'],
    ['has the key of the one before', (all) => all.replace(at('f'), { name: 'd' }), 'bddhj'],
    ['has the key of the one after', (all) => all.replace(at('f'), { name: 'h' }), 'bdhhj'],
    ['was read already', (all) => all.replace(at('b'), { name: 'x' }), 'bdfhj'],
    [
      'is one of several',
      (all) => {
        for (const [name, other] of ['dg', 'fe', 'hi']) all.replace(at(name ?? ''), { name: other ?? '' })
      },
      'bgij',
    ],
    [
      'comes before one that is deleted',
      (all) => {
        all.replace(at('f'), { name: 'z' })
        all.delete(at('h'))
      },
      'bdj',
    ],
    [
      'is deleted',
      (all) => {
        all.replace(at('d'), { name: 'e' })
        all.delete(at('f'))
      },
      'behj',
    ],
  ])('an order that %s', (_, change, found) => {
    expect(read(change)).toBe(found)
  })

  it('survive compaction and replacements', () => {
    const collection = createCollection(many)
    const found: string[] = []
    for (const one of collection.inOrder({ order: byName })) {
      found.push(one.name)
      if (found.length !== 1) continue
      for (const gone of many.slice(0, 1500)) collection.delete(gone)
      // Each change does a share of closing the gaps.
      const last = many.at(-1) ?? expect.fail()
      for (let change = 0; change < many.length / 256; change++) collection.replace(last, last)
      for (const old of many.slice(1500)) collection.replace(old, { ...old, name: 'a' })
    }
    expect(found.slice(1)).toEqual(sorted(many.slice(1500)).filter((name) => name !== found[0]))
  })

  it('with equal keys are in the order of insertion', () => {
    const two = [
      { name: 'a', id: 1 },
      { name: 'a', id: 2 },
    ] as const
    const collection = createCollection<object>(two)
    expect([...collection.inOrder({ order: byName })]).toEqual(two)
    const other = { name: 'a', id: 3 }
    collection.replace(two[0], other)
    expect([...collection.inOrder({ order: byName })]).toEqual([other, two[1]])
    expect([...collection.inOrder({ order: byName, after: 'a' })]).toEqual([])
    const more = [3, 4, 5].map((id) => ({ name: 'a', id }))
    for (const one of more) collection.insert(one)
    expect([...collection.inOrder({ order: byName })]).toEqual([other, two[1], ...more])
    const another = { name: 'a', id: 6 }
    collection.replace(more[1] ?? {}, another)
    expect([...collection.inOrder({ order: byName })]).toEqual([other, two[1], more[0], another, more[2]])
  })
})
