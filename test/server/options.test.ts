import { describe, expect, it } from 'vitest'
import { createMemoryStore } from '../../src/list/index.ts'
import { createHandler, createMemorySource, type HandlerOptions } from '../../src/server/index.ts'

const source = createMemorySource({ p: [{ name: 'a' }] })
const create = (options: unknown) => () => createHandler(options as HandlerOptions)

describe('createHandler names wrong options', () => {
  it.each<readonly [what: string, options: unknown, message: string]>([
    ['none', undefined, 'options must be an object, not undefined'],
    ['null', null, 'options must be an object, not null'],
    ['no source', {}, 'source must be an object, not undefined'],
    ['images for a source', { source: [] }, 'source must be an object, not an array'],
    ['a store for a source', { source: createMemoryStore() }, 'source.open must be a function, not undefined'],
    ['a misspelt name', { source, autorize: 1 }, 'unknown option `autorize`; did you mean `authorize`?'],
    ['a hook that is not a function', { source, authorize: 'allow' }, 'authorize must be a function, not `allow`'],
    ['onError that is not a function', { source, onError: {} }, 'onError must be a function, not an object'],
    ['onRejected that is not a function', { source, onRejected: 1 }, 'onRejected must be a function, not 1'],
    ['one host instead of a list', { source, hosts: 'emulator' }, 'hosts must be an array of strings, not `emulator`'],
    [
      'a host that is not a string',
      { source, hosts: ['emulator', 1] },
      'hosts must be an array of strings, not an array',
    ],
    ['a base path that is not a string', { source, basePath: 5 }, 'basePath must be a string, not 5'],
    [
      'a length that is not a number',
      { source, maxUrlLength: NaN },
      'maxUrlLength must be a number of at least 0, not NaN',
    ],
    [
      'a size that is not a number',
      { source, maxPendingBytes: '1' },
      'maxPendingBytes must be a number of at least 0, not `1`',
    ],
    [
      'a concurrency below 0',
      { source, maxConcurrentRequests: -1 },
      'maxConcurrentRequests must be a number of at least 0, not -1',
    ],
    [
      'a concurrency that is null',
      { source, maxConcurrentRequestsPerCaller: null },
      'maxConcurrentRequestsPerCaller must be a number of at least 0, not null',
    ],
    [
      'a time that exceeds the timers',
      { source, timeoutMs: Infinity },
      'timeoutMs must be a number from 0 to 2147483647, not Infinity',
    ],
    ['an option of the list', { source, baseUrl: 5 }, 'baseUrl must be a string, not 5'],
    [
      'scopes that are not a function',
      { source: { open: () => undefined, scopes: [] } },
      'source.scopes must be a function, not an array',
    ],
  ])('%s', (_, options, message) => {
    expect(create(options)).toThrow(new TypeError(message))
  })

  it('rejects a profile by its name', () => {
    expect(create({ source, profile: 'observed' })).toThrow(/profile/)
  })

  it('accepts undefined for all options', async () => {
    const names = [
      'authorize',
      'hosts',
      'onError',
      'basePath',
      'maxUrlLength',
      'timeoutMs',
      'maxConcurrentRequests',
      'profile',
      'limits',
    ]
    const handle = create({ source, ...Object.fromEntries(names.map((name) => [name, undefined])) })()
    const url = 'http://localhost/compute/v1/projects/p/global/images'
    expect((await handle(new Request(url), { remoteAddress: '127.0.0.1' })).status).toBe(200)
  })

  it('rejects projects that are not objects', () => {
    expect(() => createMemorySource(null as never)).toThrow(new TypeError('projects must be an object, not null'))
    expect(() => createMemorySource([] as never)).toThrow(new TypeError('projects must be an object, not an array'))
    expect(() => createMemoryStore(null as never)).toThrow(new TypeError('resources is not iterable'))
  })
})
