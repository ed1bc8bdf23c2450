import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, type Profile, type Schema, validate } from '../../src/index.ts'
import { createLister } from '../../src/list/index.ts'
import {
  caseArbitrary,
  DisagreementError,
  expectAgrees,
  expectListsLike,
  expectRejects,
  filterTextArbitrary,
  invalidFilterArbitrary,
  LawError,
  type ListLawOptions,
  type ListQuery,
  type ListReply,
  resourceArbitrary,
  type Served,
} from '../../src/testing/index.ts'
import { canHappen } from '../../src/testing/arbitraries/invalid.ts'
import { run } from '../../src/testing/laws/run.ts'
import { unhurried } from './fault-seeds.ts'

const agrees = (filter: string, resource: object) => compile<object>(filter)(resource)

/** An endpoint that lists right. */
function serve(all: readonly object[]) {
  const lister = createLister<object>()
  let resources = all
  return {
    list: async (query: ListQuery) => lister(resources, { project: 'p', ...query }),
    replace: (others: readonly object[]): void | Promise<void> => {
      resources = others
    },
  }
}

describe('a law does not pass without having tried its cases', () => {
  it('says how many it has tried, and its seed', async () => {
    expect(await expectAgrees(agrees, { runs: 60, seed: 3 })).toEqual({ runs: 60, seed: 3 })
    const report = await expectRejects((filter) => validate(filter).length === 0, { runs: 60 })
    expect(report).toEqual({ runs: 60, seed: expect.any(Number) as number })
    expect(await expectListsLike(serve, { runs: 60, seed: -3 })).toEqual({ runs: 60, seed: -3 })
  })

  it('ends when its time is over, with enough cases', async () => {
    const { runs } = await expectAgrees(agrees, { withinMs: 1500, runs: 1e9 })
    expect(runs).toBeGreaterThanOrEqual(50)
  })

  it('ends by default before the 5 seconds that test runners allow', async () => {
    const slow = (filter: string, resource: object) =>
      new Promise<boolean>((resolve) => setTimeout(resolve, 2, agrees(filter, resource)))
    const started = performance.now()
    const { runs } = await expectAgrees(slow)
    // The machine may be slow, too.
    expect(performance.now() - started).toBeLessThan(4500)
    expect(runs).toBeGreaterThanOrEqual(50)
    expect(runs).toBeLessThan(6000)
  })

  it('fails when its time was too short', async () => {
    const found = expectAgrees(agrees, { withinMs: 0.001, seed: 5 })
    await expect(found).rejects.toBeInstanceOf(LawError)
    await expect(found).rejects.toThrow(
      'the law itself failed, so there is no verdict: Error: only 0 cases ran in 0.001 ms, but at least 50 are required: use a ' +
        'larger `withinMs` or a smaller `runs`\nreproduce with: { seed: 5 }',
    )
  })

  it('fails when fast-check is told to end earlier', async () => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what callers have in their set-up
    fc.configureGlobal({ interruptAfterTimeLimit: 0 })
    try {
      await expect(expectAgrees(agrees, { runs: 10, seed: 1 })).rejects.toThrow(
        /^the law itself failed.*fast-check ended after \d of 10 cases/,
      )
    } finally {
      fc.resetConfigureGlobal()
    }
  })

  it('tries all cases, also equal ones that fast-check is told to leave out', async () => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what callers have in their set-up
    fc.configureGlobal({ ignoreEqualValues: true, seed: 7 })
    try {
      const tiny = { schema: { resource: 'Tiny', fields: { on: { type: 'boolean' } } } } as const
      const right = (filter: string, resource: object) => compile<object>(filter, tiny)(resource)
      expect(await expectAgrees(right, { ...tiny, runs: 500 })).toEqual({ runs: 500, seed: 7 })
    } finally {
      fc.resetConfigureGlobal()
    }
  })
})

describe('a law that breaks', () => {
  const example = { filter: 'name = a' }
  const law = {
    cases: fc.constant(example),
    findViolation: (): Promise<undefined> => Promise.reject(new Error('no oracle')),
    simpler: () => [],
    show: () => ['resources: [{}]'],
  }

  it('shows the case, the seed and the cause', async () => {
    const broken = await run(() => law, { seed: 9 }).catch((error: unknown) => error)
    expect(broken).toBeInstanceOf(LawError)
    expect(broken).toMatchObject({
      filter: 'name = a',
      seed: 9,
      cause: new Error('no oracle'),
      message:
        'the law itself failed, so there is no verdict: Error: no oracle\nfilter:   name = a\nresources: [{}]\nreproduce with: { seed: 9 }',
    })
  })

  it('shows the violation found before, if it fails while shrinking', async () => {
    let calls = 0
    const flaw = { filter: 'name = a', lines: ['found:    nothing'] }
    const later = { ...law, findViolation: async () => (calls++ === 0 ? Promise.resolve(flaw) : law.findViolation()) }
    await expect(run(() => later, { seed: 9 })).rejects.toThrow(
      /^the law itself failed.*: Error: no oracle\nfilter: {3}name = a\nfound: {4}nothing\nreproduce/,
    )
  })

  it('and one that cannot be set up', async () => {
    const schema: Schema = { resource: 'Thing', fields: { state: { type: 'enum', values: [] } } }
    const broken = expectRejects(() => true, { schema, seed: 9 })
    await expect(broken).rejects.toBeInstanceOf(LawError)
    await expect(broken).rejects.toThrow(/Error: [^]*\nreproduce with: \{ seed: 9 \}$/)
  })

  it.each([
    ['invalidFilterArbitrary', invalidFilterArbitrary],
    ['canHappen', canHappen],
  ] as const)('an error of the schema is not taken for a missing field: %s', (_, build) => {
    let reads = 0
    const schema: Schema = {
      // The first one belongs to the check of the options.
      get resource() {
        reads += 1
        if (reads > 1) throw new TypeError('not readable')
        return 'Thing'
      },
      fields: { on: { type: 'boolean' } },
    }
    expect(() => build('mixed-dialects', { schema })).toThrow(new TypeError('not readable'))
    expect(reads).toBe(2)
  })
})

describe('wrong options are a TypeError that names the option', () => {
  const name = { resource: 'Thing', fields: { name: { type: 'string' } } } as const
  it.each<readonly [Readonly<Record<string, unknown>>, string]>([
    [{ runs: NaN }, 'the option `runs` must be a positive integer, not NaN'],
    [{ runs: 0 }, 'the option `runs` must be a positive integer, not 0'],
    [{ runs: 1.5 }, 'the option `runs` must be a positive integer, not 1.5'],
    [{ runs: '10' }, 'the option `runs` must be a positive integer, not `10`'],
    [{ seed: 0.5 }, 'the option `seed` must be an integer, not 0.5'],
    [{ seed: null }, 'the option `seed` must be an integer, not null'],
    [{ timeoutMs: 0 }, 'the option `timeoutMs` must be a positive number of milliseconds, at most 2147483647, not 0'],
    [{ timeoutMs: Infinity }, 'the option `timeoutMs` must be a positive number of milliseconds, at most 2147483647'],
    [{ withinMs: -1 }, 'the option `withinMs` must be a positive number of milliseconds, or Infinity, not -1'],
    [{ withinMs: NaN }, 'the option `withinMs` must be a positive number of milliseconds, or Infinity, not NaN'],
    [{ wrongTypes: 1 }, 'the option `wrongTypes` must be true or false, not 1'],
    [{ dialect: 'regex' }, 'the option `dialect` must be `AIP-160` or `regular expressions`, not `regex`'],
    [{ profile: { hasOnString: 'contains' } }, "the profile's multipleFields must be reject or and, not undefined"],
    [
      { schema: { resource: 'Tiny', fields: {} } },
      'the option `schema` must have fields: { resource: …, fields: { name: { type: … }, … } }',
    ],
    [{ schema: null }, 'schema must be an object, not null'],
    [{ schema: { fields: {} } }, 'schema.resource must be a string, not undefined'],
    [{ schema: { resource: 'Tiny', fields: [] } }, 'schema.fields must be an object, not an array'],
    [{ schema: { resource: 'Tiny', fields: { a: { type: 'int' } } } }, 'schema.fields.a.type must be string, enum, '],
    [{ schema: { resource: 'Tiny', fields: { a: null } } }, 'schema.fields.a must be an object, not null'],
    [{ schema: { resource: 'Tiny', fields: { a: { type: 'message' } } } }, 'schema.fields.a.fields must be an object'],
    [{ run: 10 }, 'unknown option `run`'],
    [{ constructor: 10 }, 'unknown option `constructor`'],
  ])('%j', async (options, message) => {
    const calls: unknown[] = []
    const called = (...given: readonly unknown[]) => {
      calls.push(given)
      return true
    }
    for (const law of [expectAgrees(called, options), expectRejects(called, options)]) {
      await expect(law).rejects.toThrow(TypeError)
      await expect(law).rejects.toThrow(message)
    }
    await expect(expectListsLike(() => () => ({}), options as ListLawOptions)).rejects.toThrow(message)
    expect(calls).toEqual([])
  })

  it('options that are undefined have their defaults', async () => {
    await expectAgrees(agrees, {
      runs: 20,
      withinMs: undefined,
      seed: undefined,
      schema: undefined,
      profile: undefined,
    })
    await expectAgrees(agrees, { runs: 20, dialect: undefined, schema: name, timeoutMs: 5 })
  })

  it('no object', async () => {
    await expect(expectAgrees(agrees, null as unknown as object)).rejects.toThrow('the options must be an object')
    await expect(expectAgrees(agrees, 5 as unknown as object)).rejects.toThrow('the options must be an object')
  })

  it('an option of lists', async () => {
    const wrong = { leftOut: 'no' } as unknown as ListLawOptions
    await expect(expectListsLike(serve, wrong)).rejects.toThrow('the option `leftOut` must be true or false, not `no`')
    await expect(expectAgrees(agrees, wrong as object)).rejects.toThrow('unknown option `leftOut`')
  })

  it('of the arbitraries, too', () => {
    const dialect = 'regex' as 'AIP-160'
    const schema: Schema = { resource: 'Tiny', fields: {} }
    const profile = { enumCase: 'sensitive' } as Profile
    expect(() => caseArbitrary({ dialect })).toThrow('the option `dialect` must be')
    expect(() => filterTextArbitrary({ dialect })).toThrow('the option `dialect` must be')
    expect(() => caseArbitrary({ schema })).toThrow('the option `schema` must have fields')
    expect(() => filterTextArbitrary({ schema })).toThrow('the option `schema` must have fields')
    expect(() => resourceArbitrary(schema)).toThrow('the option `schema` must have fields')
    expect(() => filterTextArbitrary({ profile })).toThrow("the profile's multipleFields must be")
  })
})

describe('a list whose answer has the wrong shape', () => {
  it.each<readonly [unknown, string]>([
    [null, 'the answer is null, not an object'],
    [undefined, 'the answer is undefined, not an object'],
    ['no', 'the answer is "no", not an object'],
    [[], 'the answer is an array, not an object'],
    [() => ({}), 'the answer is a function, not an object'],
    [{ items: null }, '`items` is null, not an array'],
    [{ items: {} }, '`items` is an object, not an array'],
    [{ items: [null] }, '`items[0]` is null, not an object'],
    [{ items: [[]] }, '`items[0]` is an array, not an object'],
    [{ items: [{}] }, '`items[0].name` is undefined, not a string'],
    [{ items: [{ name: 5 }] }, '`items[0].name` is 5, not a string'],
    [{ nextPageToken: null }, '`nextPageToken` is null, not a string'],
    [{ nextPageToken: 5 }, '`nextPageToken` is 5, not a string'],
    [{ status: 200 }, 'the answer is undefined, not an object'],
    [{ status: 200, body: null }, 'the answer is null, not an object'],
    [{ status: 302 }, 'status 302'],
    [{ status: 500, body: {} }, 'status 500'],
    [{ status: NaN }, 'status NaN'],
  ])('%j is a flaw', async (answer, words) => {
    const found = expectListsLike(() => () => answer as object, unhurried)
    await expect(found).rejects.toBeInstanceOf(DisagreementError)
    await expect(found).rejects.toThrow(`found:    ${words}\n`)
  })

  it.each<readonly [string, unknown, string]>([
    ['nothing', undefined, 'the set-up returns neither a function nor `{ list, replace }`, two functions'],
    ['no `replace`', { list: () => ({}) }, 'the set-up returns neither a function nor `{ list, replace }`'],
    ['no `list`', { replace: () => undefined }, 'the set-up returns neither a function nor `{ list, replace }`'],
    ['null', null, 'the set-up returns neither a function nor `{ list, replace }`'],
  ])('is a flaw of the set-up: %s', async (_, served, words) => {
    await expect(expectListsLike(() => served as Served)).rejects.toThrow(`found:    ${words}`)
  })

  it('`replace` may fail, and that is a fault', async () => {
    const failing = (all: readonly object[]) => ({ ...serve(all), replace: () => Promise.reject(new Error('500')) })
    await expect(expectListsLike(failing, unhurried)).rejects.toThrow(
      /then: changes\nexpected: .*\nfound: {4}`replace` throws Error: 500\n/,
    )
    const silent = (all: readonly object[]) => ({ ...serve(all), replace: () => new Promise<void>(() => undefined) })
    await expect(expectListsLike(silent, { seed: 1, timeoutMs: 400 })).rejects.toThrow(
      'found:    `replace` does not answer within 400 ms',
    )
  })
})

describe('types', () => {
  it('accept answers of clients: properties that may be undefined, and answers over HTTP', async () => {
    interface Page {
      readonly items?: readonly { readonly name?: string | null | undefined }[] | undefined
      readonly nextPageToken?: string | undefined
    }
    const list = async (query: ListQuery): Promise<Page> => createLister()([], { project: 'p', ...query })
    await expectListsLike(() => list, { runs: 1, seed: 2 }).catch(() => undefined)
    await expectListsLike(() => () => ({ status: 400, body: null }), { runs: 1 }).catch(() => undefined)
    // @ts-expect-error: a status is a number
    const wrong: ListReply = { status: '400' }
    expect(wrong).toBeDefined()
  })
})

describe('the errors of a function under test', () => {
  it('may be without a text', async () => {
    const thrown = () => {
      throw Object.create(null)
    }
    await expect(expectAgrees(thrown, unhurried)).rejects.toThrow('found:    throws a value that cannot be shown')
  })

  it('is awaited of a promise only', async () => {
    const found = expectAgrees(() => ({ then: 5 }) as unknown as boolean, unhurried)
    await expect(found).rejects.toThrow('found:    [object Object]')
  })
})
