import { describe, expect, it } from 'vitest'
import { findByName, type ListContext, ListError, type Listable, type ListRequest } from '../../src/list/index.ts'
import { createLister, listImages, type ListerOptions } from '../../src/list/index.ts'
import { observed, type Image } from '../../src/index.ts'

const images = ['b', 'a'].map((name) => ({ name }))
/** What JavaScript may pass where a type is wanted. */
const odd = (value: unknown) => value as never
const thrownBy = (run: () => Promise<unknown>): Promise<unknown> => run().then(String, (error: unknown) => error)

describe('createLister names wrong options', () => {
  it.each<readonly [what: string, options: unknown, message: string]>([
    ['null', null, 'options must be an object, not null'],
    ['text', 'observed', 'options must be an object, not `observed`'],
    ['an array', [], 'options must be an object, not an array'],
    ['a misspelt name', { secrt: 'x' }, 'unknown option `secrt`; did you mean `secret`?'],
    [
      'a name that is like no other',
      { zz: 1 },
      'unknown option `zz`; use `kind`, `path`, `baseUrl`, `secret`, `filters`, `schema`, `profile`, `limits` or `regexEngine`',
    ],
    ['a path that is not text', { path: 5 }, 'path must be a string, not 5'],
    ['a secret that is bytes', { secret: new Uint8Array(2) }, 'secret must be a string, not an object'],
    ['a kind that is null', { kind: null }, 'kind must be a string, not null'],
  ])('%s', (_, options, message) => {
    expect(() => createLister(options as ListerOptions)).toThrow(new TypeError(message))
  })

  it.each([['observed'], [{}], [5], [null]])('rejects the profile %j', (profile) => {
    expect(() => createLister(odd({ profile }))).toThrow(TypeError)
    expect(() => createLister(odd({ profile }))).toThrow(/profile/)
  })

  it.each([
    ['schema', {}, 'schema.resource must be a string, not undefined'],
    ['limits', { nestng: 5 }, 'unknown limit `nestng`; did you mean `nesting`?'],
    ['limits', null, 'limits must be an object, not null'],
    ['regexEngine', {}, 'regexEngine.compile must be a function, not undefined'],
  ])('the option %s: %j', (name, value, message) => {
    expect(() => createLister(odd({ [name]: value }))).toThrow(new TypeError(message))
  })

  it('those that are undefined are not given', async () => {
    const list = createLister({ kind: undefined, schema: undefined, profile: observed, limits: undefined })
    expect((await list(images, { project: 'p' })).kind).toBe('compute#imageList')
  })
})

describe('wrong use of a list is a TypeError', () => {
  const list = (resources: unknown, request: unknown, context?: unknown) => () =>
    listImages(resources as Listable<Image>, request as ListRequest, context as ListContext)
  const find = (resources: unknown, request: unknown, context?: unknown) => () =>
    findByName(resources as Listable<Image>, odd(request), context as ListContext)
  const [project, name] = ['p', 'a']

  it.each<readonly [what: string, run: () => Promise<unknown>, message: string]>([
    ['no request', list(images, undefined), 'request must be an object, not undefined'],
    ['null for a request', list(images, null), 'request must be an object, not null'],
    ['no project', list(images, {}), 'request.project must be the name of a project, not undefined'],
    ['an empty project', list(images, { project: '' }), 'request.project must be the name of a project, not ``'],
    [
      'a project that is a number',
      list(images, { project: 5 }),
      'request.project must be the name of a project, not 5',
    ],
    ['null for a context', list(images, { project }, null), 'context must be an object, not null'],
    [
      'a misspelt context',
      list(images, { project }, { signl: 1 }),
      'unknown part of the context `signl`; did you mean `signal`?',
    ],
    ['null for resources', list(null, { project }), 'resources must be iterable or have a function scan, not null'],
    ['text for resources', list('abc', { project }), 'resources must be iterable or have a function scan, not `abc`'],
    ['an object', list({ scan: 1 }, { project }), 'resources must be iterable or have a function scan, not an object'],
    ['to find by nothing', find(images, null), 'request must be an object, not null'],
    ['to find in no project', find(images, { name }), 'request.project must be the name of a project, not undefined'],
    ['to find in nothing', find(5, { project, name }), 'resources must be iterable or have a function scan, not 5'],
    ['to find with null', find(images, { project, name }, null), 'context must be an object, not null'],
  ])('%s', async (_, run, message) => {
    expect(await thrownBy(run)).toEqual(new TypeError(message))
  })
})

describe('a parameter of a request', () => {
  it('that is null is not given', async () => {
    const nothing = { filter: null, orderBy: null, maxResults: null, pageToken: null, returnPartialSuccess: null }
    expect(await listImages(images, { project: 'p', ...nothing })).toEqual(await listImages(images, { project: 'p' }))
  })

  it.each<readonly [parameter: string, value: unknown, message: string]>([
    ['filter', 5, "Invalid value for field 'filter': '5'. Must be a string."],
    ['filter', { kind: 'filter' }, "Invalid value for field 'filter': 'an object'. Must be a string."],
    ['filter', ['name = a'], "Invalid value for field 'filter': 'an array'. Must be a string."],
    ['pageToken', 5, "Invalid value for field 'pageToken': '5'. Must be a string."],
    ['pageToken', { toString: null }, "Invalid value for field 'pageToken': 'an object'. Must be a string."],
    ['orderBy', true, "Invalid value for field 'orderBy': 'true'. Must be a string."],
    ['maxResults', {}, "Invalid value for field 'maxResults': 'an object'. Must be an integer from 0 to 500."],
    ['maxResults', NaN, "Invalid value for field 'maxResults': 'NaN'. Must be an integer from 0 to 500."],
    ['returnPartialSuccess', 1, "Invalid value for field 'returnPartialSuccess': '1'. Must be true or false."],
    ['returnPartialSuccess', {}, "Invalid value for field 'returnPartialSuccess': 'an object'. Must be true or false."],
  ])('%s: %o is a 400 that names it', async (parameter, value, message) => {
    const error = await thrownBy(() => listImages(images, { project: 'p', [parameter]: value }))
    expect(error).toBeInstanceOf(ListError)
    expect(error).toMatchObject({ status: 400, message })
  })
})
