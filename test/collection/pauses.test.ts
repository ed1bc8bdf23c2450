import { describe, expect, it } from 'vitest'
import { type Collection, createCollection, type ResourceOrder } from '../../src/collection/index.ts'
import { createSlowEngine, described, type SlowEngine } from '../regex/slow-engine.ts'

type Described = ReturnType<typeof described>[number]

const byName: ResourceOrder<string> = {
  keyOf: (resource) => (resource as Described).name,
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
}

/** The names of a prepared selection, with a callback after every step. */
function prepare(
  collection: Collection<Described>,
  filter: string,
  { engine, pause }: SlowEngine,
  between: (step: number) => void = () => undefined,
): readonly string[] {
  const steps = collection.prepare(filter, { order: byName, regexEngine: engine })
  for (let step = 0; ; step++) {
    pause()
    const { done, value } = steps.next()
    if (done === true) return Array.from(value ?? [], ({ name }) => name)
    between(step)
  }
}

const filter = 'description eq ".*3"'
const namesOf = (resources: readonly Described[]) =>
  resources.filter(({ description }) => description.endsWith('3')).map(({ name }) => name)

describe('the steps of a slow pattern', () => {
  it.each([
    ['a column', 64, 2],
    ['a scan, since too many rows differ', 1100, 0.3],
  ])('have one match each: %s', (_, length, milliseconds) => {
    const images = described(length)
    const slow = createSlowEngine(milliseconds)
    expect(prepare(createCollection(images), filter, slow)).toEqual(namesOf(images))
    expect(slow.count).toEqual({ all: length, together: 1 })
  })

  it('have one match each for several patterns while rows change', () => {
    const images = [...described(64)]
    const collection = createCollection(images)
    const slow = createSlowEngine(0.5)
    const change = (step: number): void => {
      // While the answers are made: later, all patterns of the filter are asked about a changed row together.
      if (step < 100 && step % 20 === 0) replace(collection, images, step % 3)
    }
    const clauses = '(description ne ".*9") (description ne ".*7")'
    expect(prepare(collection, clauses, slow, change)).toHaveLength(
      images.filter(({ description }) => !/[79]$/.test(description)).length,
    )
    expect(slow.count.together).toBe(1)
    expect(slow.count.all).toBeGreaterThan(128)
  })
})

/** Replaces a resource by a copy with another description. */
function replace(collection: Collection<Described>, images: Described[], at: number): void {
  const former = images[at]
  if (former === undefined) throw new Error('no such row')
  const replacement = { ...former, description: `${former.description} 3` }
  expect(collection.replace(former, replacement)).toBe(true)
  images[at] = replacement
}

describe('an expensive answer', () => {
  const begin = (length: number) => {
    const images = [...described(length)]
    const collection = createCollection<Described>(images)
    const slow = createSlowEngine(0)
    prepare(collection, filter, slow)
    prepare(collection, filter, slow)
    slow.count.all = 0
    return { images, collection, slow }
  }

  it('is updated when it is read, not with each change', () => {
    const { images, collection, slow } = begin(64)
    for (const at of [1, 2, 1]) replace(collection, images, at)
    expect(slow.count.all).toBe(0)
    expect(prepare(collection, filter, slow)).toEqual(namesOf(images))
    expect(slow.count.all).toBe(2)
    expect(collection.count(filter)).toBe(namesOf(images).length)
  })

  it('keeps the pending rows when a selection is abandoned', () => {
    const { images, collection, slow } = begin(64)
    for (const at of [1, 2, 4]) replace(collection, images, at)
    const steps = collection.prepare(filter, { order: byName, regexEngine: createSlowEngine(1).engine })
    steps.next()
    steps.return(undefined)
    expect(prepare(collection, filter, slow)).toEqual(namesOf(images))
  })

  it.each([
    ['is kept while up to 1,024 rows have changed', 1024, 1024],
    ['is forgotten when more have', 1025, 1100],
  ])('%s', (_, changed, matches) => {
    const { images, collection, slow } = begin(1100)
    for (let at = 0; at < changed; at++) replace(collection, images, at)
    expect(prepare(collection, filter, slow)).toEqual(namesOf(images))
    expect(slow.count.all).toBe(matches)
  })

  it('is completed although rows change faster than they are judged', () => {
    const images = [...described(64)]
    const collection = createCollection<Described>(images)
    const slow = createSlowEngine(0.3)
    let changes = 0
    const change = (): void => {
      if (changes++ > 400) throw new Error('no end')
      for (const at of [0, 1, 2]) replace(collection, images, at)
    }
    expect(prepare(collection, filter, slow, change)).toEqual(namesOf(images))
    expect(slow.count.all).toBeGreaterThan(64)
  })
})
