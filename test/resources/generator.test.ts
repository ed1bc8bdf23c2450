import { describe, expect, test } from 'vitest'
import { buildCollections } from '../../src/resources/generator/build-collections.ts'
import { buildMessages } from '../../src/resources/generator/build-messages.ts'
import { messageNameOf } from '../../src/resources/generator/built.ts'
import { isUnchanged, withHeader } from '../../src/resources/generator/origin.ts'
import { generate } from '../../src/resources/generator/generate.ts'
import { type ListMethod, readMethods } from '../../src/resources/generator/read-methods.ts'
import { readProtos } from '../../src/resources/generator/read-protos.ts'
import { fileNameOf, writeModules } from '../../src/resources/generator/write-modules.ts'
import { writeReference } from '../../src/resources/generator/write-reference.ts'
import { messagesOf, writeTexts } from '../../src/resources/generator/write-text.ts'
import { decodeCollections } from '../../src/resources/decode-collections.ts'
import { readMessages } from '../../src/resources/decode-messages.ts'

const proto = (body: string) => `syntax = "proto3"; package google.cloud.compute.v1; ${body}`
const protosOf = (body: string) => readProtos(proto(body))
const fieldsOf = (body: string, message = 'Thing') => buildMessages(protosOf(body), [message]).get(message)

describe('the fields of a message', () => {
  test.each([
    ['string a = 1;', { type: 'string' }],
    ['bool a = 1;', { type: 'boolean' }],
    ['int32 a = 1;', { type: 'integer' }],
    ['uint32 a = 1;', { type: 'uint32' }],
    ['int64 a = 1;', { type: 'int64' }],
    ['uint64 a = 1;', { type: 'uint64' }],
    ['float a = 1;', { type: 'double' }],
    ['double a = 1;', { type: 'double' }],
    ['repeated string a = 1;', { type: 'string', repeated: true }],
    ['map<string, string> a = 1;', { type: 'map', value: 'string' }],
    ['map<string, Part> a = 1;', { type: 'map', value: { message: 'Part' } }],
    ['Part a = 1;', { type: 'message', message: 'Part' }],
    ['repeated Part a = 1;', { type: 'message', repeated: true, message: 'Part' }],
    ['// The time, in RFC 3339.\nstring a = 1;', { type: 'timestamp' }],
    ['// [Output Only] The URL of the zone.\nstring a = 1;', { type: 'string', format: 'url' }],
    ['// URLs of networks.\nrepeated string a = 1;', { type: 'string', repeated: true, format: 'url' }],
    ['// Links to the users.\nrepeated string a = 1;', { type: 'string', repeated: true, format: 'url' }],
    ['// A disk. This is a full or partial URL.\nstring a = 1;', { type: 'string', format: 'url' }],
    [
      '// A disk. Such as https://www.googleapis.com/compute/v1/projects/p.\nstring a = 1;',
      { type: 'string', format: 'url' },
    ],
    ['// The name of the zone, a part of the HTTP request URL.\nstring a = 1;', { type: 'string' }],
  ])('%j', (text, field) => {
    expect(fieldsOf(`message Part { string x = 1; } message Thing {\n${text} }`)).toEqual({ a: field })
  })

  test.each([
    ['creationTimestamp', 'timestamp'],
    ['endTime', 'timestamp'],
    ['timestamp', 'timestamp'],
    ['timestampKind', 'string'],
  ])('named %s has the type %s', (name, type) => {
    expect(fieldsOf(`message Thing { string ${name} = 1; }`)).toEqual({ [name]: { type } })
  })

  test('may be among the exceptions from URLs', () => {
    const body = 'message HttpRouteRuleMatch {\n// The URL.\nstring regexMatch = 1;\n// The URL.\nstring other = 2; }'
    expect(fieldsOf(body, 'HttpRouteRuleMatch')).toEqual({
      other: { type: 'string', format: 'url' },
      regexMatch: { type: 'string' },
    })
  })

  test('named selfLink holds a URL', () => {
    expect(fieldsOf('message Thing { string self_link = 1; }')).toEqual({ selfLink: { type: 'string', format: 'url' } })
  })

  test.each([
    '// [Input Only] The zone.',
    '// Input only. The zone.',
    '// The key. This field is write-only.',
    '// For security, only insert requests may have it.',
  ])('for input are left out: %s', (comment) => {
    expect(fieldsOf(`message Thing {\n${comment}\nstring a = 1; }`)).toEqual({})
  })

  test('of any type are left out', () => {
    expect(fieldsOf('message Thing { google.protobuf.Any a = 1; }')).toEqual({})
  })

  test.each([
    ['bytes a = 1;', 'Thing.a is of the unknown type bytes'],
    ['map<string, bytes> a = 1;', 'a map has values of the unknown type bytes'],
    ['Thing a = 1;', 'the message holds itself: Thing > Thing'],
    [
      '// Check the Status enum for the list of possible values.\nstring a = 1;',
      'Thing.a names the enum Status, which the message does not have',
    ],
    ['enum Status { UNDEFINED_A = 0; }\nStatus a = 1;', 'Thing.a is an enum without values'],
  ])('cannot be of %j', (text, message) => {
    expect(() => fieldsOf(`message Thing {\n${text} }`)).toThrow(message)
  })

  test('are those of the exceptions too', () => {
    expect(fieldsOf('message NetworkProfile { string name = 1; }', 'NetworkProfile')).toEqual({
      name: { type: 'string' },
      zone: { type: 'string' },
    })
    expect(fieldsOf('message BgpRouteAsPath { repeated int32 asns = 1; }', 'BgpRouteAsPath')).toEqual({
      asns: { type: 'uint32', repeated: true },
    })
  })
})

describe('the values of an enum', () => {
  const valuesOf = (text: string) => {
    const field = fieldsOf(`message Thing {\n${text} }`)?.a
    return field?.type === 'enum' ? field.values : undefined
  }

  test('are those of the enum that the comment names, without the one for zero', () => {
    expect(
      valuesOf(`enum Status { UNDEFINED_STATUS = 0; UP = 2; DOWN = 1; }
        // The status.
        // Check the Status enum for the list of possible values.
        string a = 1;`),
    ).toEqual(['DOWN', 'UP'])
  })

  test('are those of an enum that is the type itself', () => {
    expect(valuesOf('enum Status { UNDEFINED_STATUS = 0; UP = 2; } Status a = 1;')).toEqual(['UP'])
  })

  test('may be in the comments alone', () => {
    expect(
      valuesOf(`
        // The kind of feature.
        // Additional supported values which may be not listed in the enum directly due to technical reasons:
        // ALPHA
        // BETA, GAMMA
        enum Feature { UNDEFINED_FEATURE = 0; }
        //  - DELTA: the fourth.
        //  - \`EPSILON\`
        //  - not a value
        // Check the Feature enum for the list of possible values.
        string a = 1;`),
    ).toEqual(['ALPHA', 'BETA', 'DELTA', 'EPSILON', 'GAMMA'])
  })

  test('are those of an earlier version too', () => {
    const fields = fieldsOf(
      `message Subnetwork {
        enum StackType { UNDEFINED_STACK_TYPE = 0; IPV4_ONLY = 1; }
        // Check the StackType enum for the list of possible values.
        string stack_type = 1; }`,
      'Subnetwork',
    )
    expect(fields?.stackType).toEqual({ type: 'enum', values: ['IPV4_ONLY', 'UNSPECIFIED_STACK_TYPE'] })
  })
})

const thing = 'message Thing { string kind = 1; string name = 2; }'
const request = 'message Ask { string filter = 1; }'
const service = (path: string, answer = 'ThingList', verb = 'get') =>
  `service Things { rpc List(Ask) returns (${answer}) { option (google.api.http) = { ${verb}: "/compute/v1/${path}" }; } }`
const list =
  'message ThingList { string kind = 1; repeated Warning warnings = 2; repeated Thing items = 3; } message Warning {}'
const listsOf = (...parts: string[]) => {
  const protos = protosOf([thing, request, ...parts].join('\n'))
  return buildCollections(protos, readMethods(protos))
}

describe('the list methods', () => {
  test.each([
    ['projects/{project}/global/things', 'global', 'things', undefined],
    ['projects/{project}/regions/{region}/things', 'regions', 'things', undefined],
    ['projects/{project}/zones/{zone}/things', 'zones', 'things', undefined],
    ['projects/{project}/zones/{zone}/wholes/{whole}/things', 'zones', 'things', 'wholes/*'],
    ['projects/{project}/zones/{zone}/{parent=wholes/*/halves/*}/things', 'zones', 'things', 'wholes/*/halves/*'],
    ['projects/{project}/zones/{zone}/{association}/things', 'zones', 'things', '**'],
    ['projects/{project}/things', 'project', 'things', undefined],
    ['projects/{project}/aggregated/wholes/listThings', 'project', 'listThings', 'aggregated/wholes'],
    ['locations/global/things', 'organization', 'things', undefined],
  ])('of %s are in the table', (path, scope, name, parent) => {
    expect(listsOf(list, service(path))).toEqual([
      {
        name,
        parent,
        resource: 'Thing',
        kind: 'compute#thing',
        lists: [{ scope, kind: 'compute#thingList', field: 'items', method: 'GET' }],
      },
    ])
  })

  test('have POST where the descriptors have it, and their own field', () => {
    const answer = 'message ThingList { repeated Thing parts = 1; }'
    const [row] = listsOf(answer, service('projects/{project}/things', 'ThingList', 'post'))
    expect(row?.lists).toEqual([{ scope: 'project', kind: undefined, field: 'parts', method: 'POST' }])
  })

  test('may be aggregated', () => {
    const answer = `message ThingAggregatedList { string kind = 1; map<string, ThingsScopedList> items = 2; }
      message ThingsScopedList { repeated Thing things = 1; }`
    const [row] = listsOf(answer, service('projects/{project}/aggregated/things', 'ThingAggregatedList'))
    expect(row?.lists).toEqual([
      { scope: 'aggregated', kind: 'compute#thingAggregatedList', field: 'things', method: 'GET' },
    ])
  })

  test('without messages in their answer, or without a filter, are none', () => {
    expect(listsOf('message ThingList { repeated string items = 1; }', service('projects/{project}/things'))).toEqual(
      [],
    )
    const scoped = 'message ThingList { map<string, Part> items = 1; } message Part { string name = 1; }'
    expect(listsOf(scoped, service('projects/{project}/aggregated/things'))).toEqual([])
    expect(listsOf(list, service('projects/{project}/things').replace('(Ask)', '(Thing)'))).toEqual([])
    expect(listsOf(list, service('projects/{project}/things').replace('(Ask)', '(Missing)'))).toEqual([])
  })

  test('are ordered: those without a parent, the names, the number of lists; then the scopes', () => {
    const paths = [
      ['projects/{project}/zones/{zone}/wholes/{whole}/a', 'ThingList'],
      ['projects/{project}/global/b', 'PartList'],
      ['projects/{project}/zones/{zone}/b', 'ThingList'],
      ['projects/{project}/global/b', 'ThingList'],
      ['projects/{project}/zones/{zone}/c', 'ThingList'],
      ['projects/{project}/global/a', 'ThingList'],
      ['projects/{project}/zones/{zone}/halves/{half}/a', 'ThingList'],
    ] as const
    const services = paths.map(([path, answer], at) => service(path, answer).replace('Things', `Things${String(at)}`))
    const parts = 'message PartList { repeated Part items = 1; } message Part {}'
    const rows = listsOf(list, parts, ...services)
    expect(
      rows.map(({ parent, name, resource, lists }) => [parent, name, resource, ...lists.map(({ scope }) => scope)]),
    ).toEqual([
      [undefined, 'a', 'Thing', 'global'],
      [undefined, 'b', 'Thing', 'global', 'zones'],
      [undefined, 'b', 'Part', 'global'],
      [undefined, 'c', 'Thing', 'zones'],
      ['halves/*', 'a', 'Thing', 'zones'],
      ['wholes/*', 'a', 'Thing', 'zones'],
    ])
  })

  test.each([
    [service('folders/{folder}/things'), 'the path of a list is of no known form: folders/{folder}/things'],
    [service('things', 'ThingList', 'delete'), 'the method List has neither a GET nor a POST rule'],
    [service('things', 'Missing'), 'the descriptors have no message Missing'],
  ])('fail: %s', (text, message) => {
    expect(() => listsOf(list, text)).toThrow(message)
  })

  test('are read only from the descriptors of Compute', () => {
    expect(() => readProtos('syntax = "proto3"; package google.cloud.other;')).toThrow(
      'the text has no package google.cloud.compute.v1',
    )
  })
})

describe('the texts', () => {
  const messages = buildMessages(
    protosOf(`message Thing { string name = 1; map<string, string> labels = 2; map<string, Part> parts = 3; repeated Part more = 4;
      enum Status { UNDEFINED_STATUS = 0; UP = 1; DOWN = 2; } Status status = 5; repeated Status all = 6; Nothing nothing = 7;
      // The URL of it.
      string link = 8; }
      message Part { uint64 id = 1; } message Nothing {}`),
    ['Thing'],
  )
  const texts = writeTexts(messages)

  test('have a line for each message, inner ones first', () => {
    expect([...messages.keys()]).toEqual(['Part', 'Nothing', 'Thing'])
    expect(texts).toEqual({
      messages: 'id:u\n\nall:*=0 labels:%s link:h more:*^0 name:s nothing:^1 parts:%^0 status:=0',
      enums: 'DOWN UP',
    })
  })

  test('are read as they were written', () => {
    const part = { id: { type: 'uint64' } }
    expect(readMessages(texts)(2)).toEqual({
      all: { type: 'enum', repeated: true, values: ['DOWN', 'UP'] },
      labels: { type: 'map', value: 'string' },
      link: { type: 'string', format: 'url' },
      more: { type: 'message', repeated: true, fields: part },
      name: { type: 'string' },
      nothing: { type: 'message', fields: {} },
      parts: { type: 'map', value: { type: 'message', fields: part } },
      status: { type: 'enum', values: ['DOWN', 'UP'] },
    })
  })

  test('have every message that a field names', () => {
    const [name, fields] = ['Thing', messages.get('Thing') ?? {}]
    expect(() => writeTexts(new Map([[name, fields]]))).toThrow('the message Part has no line')
  })

  test('have a letter for every type', () => {
    const fields = { at: { type: 'timestamp', format: 'url' } } as const
    expect(() => writeTexts(new Map([['Thing', fields]]))).toThrow('the type timestamp has no letter')
  })

  test('have every scalar type', () => {
    const all =
      protosOf(`message Thing { bool a = 1; double b = 2; int64 c = 3; int32 d = 4; string e = 5; uint32 f = 6;
      uint64 g = 7; string endTime = 8; }`)
    const scalars = buildMessages(all, ['Thing'])
    expect(writeTexts(scalars)).toEqual({ messages: 'a:b b:d c:l d:i e:s endTime:t f:n g:u', enums: '' })
    expect(writeModules(scalars, [], []).get('types.ts')).toContain(`export interface Thing {
  readonly a?: boolean | Unset
  readonly b?: number | Unset
  readonly c?: Int64 | Unset
  readonly d?: number | Unset
  readonly e?: string | Unset
  readonly endTime?: Timestamp | Unset
  readonly f?: number | Unset
  readonly g?: Int64 | Unset
}`)
  })

  test('of a resource have its own messages, and none where it is unknown', () => {
    expect([...messagesOf(messages, 'Part').keys()]).toEqual(['Part'])
    expect([...messagesOf(messages, 'Missing').keys()]).toEqual([])
  })

  test.each([
    ['post', 'things wholes/* Thing thing !zones:thingList:items'],
    ['get', 'things wholes/* Thing thing zones:thingList:items'],
  ])('of collections are read as they were written: %s', (verb, line) => {
    const rows = listsOf(list, service('projects/{project}/zones/{zone}/wholes/{whole}/things', 'ThingList', verb))
    const files = writeModules(messages, ['Thing'], rows)
    const text = /collectionsText = `([^`]*)`/.exec(files.get('texts.ts') ?? '')?.[1] ?? ''
    expect(text).toBe(line)
    expect(decodeCollections(text)).toEqual(rows)
  })

  test('of types name an interface for each message with fields', () => {
    const types = writeModules(messages, [], []).get('types.ts') ?? ''
    expect(types).toContain(`export interface Thing {
  readonly all?: readonly (OpenEnum<'DOWN' | 'UP'>)[] | Unset
  readonly labels?: Readonly<Record<string, string>> | Unset
  readonly link?: string | Unset
  readonly more?: readonly Part[] | Unset
  readonly name?: string | Unset
  readonly nothing?: Nothing | Unset
  readonly parts?: Readonly<Record<string, Part>> | Unset
  readonly status?: OpenEnum<'DOWN' | 'UP'> | Unset
}`)
    expect(types).toContain('export type Nothing = Readonly<Record<string, never>>')
  })

  test('of the reference name the page and the types', () => {
    const methods = [
      { name: 'RegionThings.List', resource: 'Thing' },
      { name: 'Things.List', resource: 'Thing' },
      { name: 'RegionParts.AggregatedList', resource: 'Part' },
      { name: 'Wholes.ListNothing', resource: 'Nothing' },
    ].map((method): ListMethod => ({
      ...method,
      verb: 'GET',
      path: '',
      field: 'items',
      isAggregated: false,
      answer: '',
      hasKind: false,
    }))
    const written: unknown = JSON.parse(writeReference(messages, ['Nothing', 'Part', 'Thing'], methods))
    const page = 'https://cloud.google.com/compute/docs/reference/rest/v1'
    expect(written).toEqual({
      resources: { Nothing: `${page}/wholes/listNothing`, Part: `${page}/regionParts`, Thing: `${page}/things` },
      messages: {
        Part: { id: 'uint64' },
        Nothing: {},
        Thing: {
          all: 'enum[]',
          labels: 'map<string, string>',
          link: 'string',
          more: 'Part[]',
          name: 'string',
          nothing: 'Nothing',
          parts: 'map<string, Part>',
          status: 'enum',
        },
      },
    })
  })

  test.each([
    [{ type: 'message', message: 'Part' }, 'Part'],
    [{ type: 'map', value: { message: 'Part' } }, 'Part'],
    [{ type: 'map', value: 'string' }, undefined],
    [{ type: 'string' }, undefined],
  ] as const)('name the message of %j', (field, name) => {
    expect(messageNameOf(field)).toBe(name)
  })
})

describe('a generated file', () => {
  test.each([
    ['Instance', 'instance'],
    ['InstanceGroupManager', 'instance-group-manager'],
    ['SslPolicy', 'ssl-policy'],
    ['GlobalVmExtensionPolicy', 'global-vm-extension-policy'],
  ])('of %s is called %s', (resource, name) => {
    expect(fileNameOf(resource)).toBe(name)
  })

  test('tells in its header whether it was changed', () => {
    const text = withHeader('const a = 1\n')
    expect(isUnchanged(text)).toBe(true)
    expect(isUnchanged(text.replace('1\n', '2\n'))).toBe(false)
    expect(isUnchanged('const a = 1\n')).toBe(false)
  })

  test('is not made while an exception is for a field that does not exist', () => {
    expect(() => generate(proto(''))).toThrow(
      /^exceptions that the descriptors do not need: AttachedDisk\.forceAttach, /,
    )
  })
})
