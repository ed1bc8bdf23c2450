import { describe, expect, it } from 'vitest'
import { compile, imageSchema, observed, type Schema, validate } from '../../src/index.ts'
import { expectAccepted, expectMatches, expectRejections } from './tables.ts'

describe('section 4: names of fields', () => {
  expectMatches([
    ['JSON names', 'diskSizeGb = 10', { diskSizeGb: '10' }, true],
    ['snake_case', 'disk_size_gb = 10', { diskSizeGb: '10' }, true],
    ['snake_case inside', 'raw_disk.container_type = TAR', { rawDisk: { containerType: 'TAR' } }, true],
    ['snake_case of a key is the key', 'labels.disk_size = x', { labels: { disk_size: 'x', diskSize: 'y' } }, true],
    ['inherited properties are not read', 'name = a', Object.create({ name: 'a' }) as unknown, false],
    ['inherited keys are not read', 'labels.a:*', { labels: Object.create({ a: 'x' }) as unknown }, false],
    ['a key may be called like a method', 'labels.constructor:*', { labels: {} }, false],
    ['a key may be called like a method', 'labels.toString = x', { labels: { toString: 'x' } }, true],
  ])
  expectRejections([
    ['unknown', '<|nme|> = a', 'unknown-field', 'unknown field `nme` of `Image`', 'did you mean `name`?'],
    [
      'unknown, several near',
      '<|sourceimag|> = a',
      'unknown-field',
      'unknown field `sourceimag` of `Image`',
      'did you mean `sourceImage` or `sourceImageId`?',
    ],
    ['unknown, none near', '<|zone|> = a', 'unknown-field', 'unknown field `zone` of `Image`', undefined],
    [
      'unknown inside',
      'deprecated.<|stat|> = a',
      'unknown-field',
      'unknown field `stat` of `deprecated`',
      'did you mean `state`?',
    ],
    ['case counts', '<|Name|> = a', 'unknown-field', 'unknown field `Name` of `Image`', 'did you mean `name`?'],
    [
      'mixed spelling',
      '<|disk_sizeGb|> = 1',
      'unknown-field',
      'unknown field `disk_sizeGb` of `Image`',
      'did you mean `diskSizeGb`?',
    ],
    ['constructor', '<|constructor|>:*', 'unknown-field', 'unknown field `constructor` of `Image`', undefined],
    ['__proto__', '<|__proto__|>.x = a', 'unknown-field', 'unknown field `__proto__` of `Image`', undefined],
    ['toString', 'deprecated.<|toString|>:*', 'unknown-field', 'unknown field `toString` of `deprecated`', undefined],
    [
      'very long',
      `<|${'n'.repeat(70)}|> = a`,
      'unknown-field',
      `unknown field \`${'n'.repeat(59)}…\` of \`Image\``,
      undefined,
    ],
    [
      'index in brackets',
      '<|licenses[0]|> = x',
      'indexing',
      'elements of `licenses` cannot be selected by index',
      'only gcloud can select elements by index: to test all elements, write `licenses:x`',
    ],
    [
      'index of a message',
      '<|guestOsFeatures[*]|>.type = x',
      'indexing',
      'elements of `guestOsFeatures` cannot be selected by index',
      'only gcloud can select elements by index: to test all elements, write `guestOsFeatures.type:x`',
    ],
    [
      'index as a field',
      'licenses.<|0|> = x',
      'indexing',
      'elements of `licenses` cannot be selected by index',
      'only gcloud can select elements by index: to test all elements, write `licenses:x`',
    ],
    [
      'index inside',
      'shieldedInstanceInitialState.<|dbs[1]|>.content = x',
      'indexing',
      'elements of `shieldedInstanceInitialState.dbs` cannot be selected by index',
      'only gcloud can select elements by index: to test all elements, write `shieldedInstanceInitialState.dbs.content:x`',
    ],
    ['index of what has none', '<|name[0]|> = x', 'indexing', '`name` cannot be indexed', undefined],
    [
      'key of a map in brackets',
      '<|labels[env]|> = x',
      'indexing',
      '`labels` cannot be indexed',
      'write the key after a dot: `labels.env = x`',
    ],
    [
      'field of a message in brackets',
      '<|deprecated[*]|> = x',
      'indexing',
      '`deprecated` cannot be indexed',
      'write the field after a dot: `deprecated.NAME`',
    ],
    [
      'snake_case that is none',
      'image_encryption_key.<|sha_256|> = x',
      'unknown-field',
      'unknown field `sha_256` of `imageEncryptionKey`',
      'did you mean `sha256`?',
    ],
    [
      'index of what is unknown',
      '<|items[*]|>.tags = x',
      'unknown-field',
      'unknown field `items` of `Image`',
      undefined,
    ],
    ['through a string', 'name.<|x|> = a', 'not-traversable', '`name` is a string and has no fields', undefined],
    [
      'through a timestamp',
      'creationTimestamp.<|year|> = a',
      'not-traversable',
      '`creationTimestamp` is a timestamp and has no fields',
      undefined,
    ],
    [
      'through a label',
      'labels.a.<|b|> = x',
      'not-traversable',
      '`labels.a` is a string and has no fields',
      'if the dot belongs to the key, quote it: `labels."a.b"`',
    ],
    [
      'in the regular-expression dialect',
      '<|nme|> eq a',
      'unknown-field',
      'unknown field `nme` of `Image`',
      'did you mean `name`?',
    ],
  ])
  it('accepts every field of the schema', () => {
    for (const name of Object.keys(imageSchema.fields)) expect(validate(`${name}:*`), name).toEqual([])
  })
})

describe('section 4: strings', () => {
  expectMatches([
    ['exact', 'name = abc', { name: 'abc' }, true],
    ['case-sensitive', 'name = abc', { name: 'ABC' }, false],
    ['no part', 'name = abc', { name: 'abcd' }, false],
    ['!=', 'name != abc', { name: 'abcd' }, true],
    ['a number is text', 'name = 10', { name: '10.0' }, false],
    ['wildcard at the end', 'name = ab*', { name: 'abc' }, true],
    ['wildcard at the start', 'name = *bc', { name: 'abc' }, true],
    ['wildcard inside', 'name = a*c', { name: 'abbc' }, true],
    ['the ends do not overlap', 'name = aba*aba', { name: 'ababa' }, false],
    ['several wildcards', 'name = a*c*e', { name: 'abcde' }, true],
    ['in order', 'name = a*d*c*e', { name: 'abcde' }, false],
    ['a middle part does not reach into the end', 'name = a*bc*c', { name: 'abc' }, false],
    ['two in a row', 'name = a**', { name: 'abc' }, true],
    ['alone it matches any set value', 'description = *', { description: '' }, true],
    ['with !=', 'name != ab*', { name: 'abc' }, false],
    ['with :', 'name:*b*', { name: 'abc' }, true],
    ['order by code point', 'name < \uff5e', { name: '😀' }, false],
    ['order by code point', 'name > \uff5e', { name: '😀' }, true],
    ['order', 'name >= b', { name: 'b' }, true],
    ['order of a prefix', 'name > ab', { name: 'abc' }, true],
    ['text is not ordered as numbers', 'name > 9', { name: '10' }, false],
    ['URLs have no short forms', 'sourceDisk = disks/d', { sourceDisk: 'https://x/disks/d' }, false],
  ])
  expectRejections([
    [
      'order with a wildcard',
      'name < <|a*|>',
      'literal-type',
      '`a*` cannot be used in an order comparison',
      'for the character `*`, write `"\\*"`',
    ],
  ])
})

describe('section 4: enums', () => {
  expectMatches([
    ['equal', 'status = READY', { status: 'READY' }, true],
    ['unequal', 'status != READY', { status: 'FAILED' }, true],
    ['has', 'status:READY', { status: 'READY' }, true],
    ['values that the schema does not know yet', 'status != READY', { status: 'NEW' }, true],
    ['case counts', 'status = READY', { status: 'ready' }, false],
  ])
  expectMatches(
    [
      ['case does not count', 'status = ready', { status: 'READY' }, true],
      ['on either side', 'status = READY', { status: 'Ready' }, true],
      ['with !=', 'status != ready', { status: 'READY' }, false],
      ['unset', 'status != ready', {}, true],
    ],
    { profile: observed },
  )
  expectRejections([
    ['case', 'status = <|ready|>', 'unknown-enum-value', '`ready` is not a value of `status`', 'did you mean `READY`?'],
    [
      'unknown',
      'status = <|RUNNING|>',
      'unknown-enum-value',
      '`RUNNING` is not a value of `status`',
      'the values are `DELETING`, `FAILED`, `PENDING` or `READY`',
    ],
    [
      'unknown among many',
      'guestOsFeatures.type:<|X|>',
      'unknown-enum-value',
      '`X` is not a value of `guestOsFeatures.type`',
      undefined,
    ],
    [
      'wildcard',
      'status = <|R*|>',
      'unknown-enum-value',
      '`R*` is not a value of `status`',
      'the values are `DELETING`, `FAILED`, `PENDING` or `READY`',
    ],
    ['order', 'status <|<|> READY', 'comparator-type', '`<` cannot be used with an enum', 'use `=`, `!=` or `:`'],
  ])
})

describe('section 4: booleans', () => {
  expectMatches([
    ['true', 'enableConfidentialCompute = true', { enableConfidentialCompute: true }, true],
    ['any case', 'enableConfidentialCompute = False', { enableConfidentialCompute: false }, true],
    ['!=', 'enableConfidentialCompute != TRUE', { enableConfidentialCompute: false }, true],
    ['has', 'enableConfidentialCompute:true', { enableConfidentialCompute: true }, true],
    ['text is not a boolean', 'enableConfidentialCompute = true', { enableConfidentialCompute: 'true' }, false],
  ])
  expectRejections([
    [
      'order',
      'enableConfidentialCompute <|>|> false',
      'comparator-type',
      '`>` cannot be used with a boolean',
      'use `=`, `!=` or `:`',
    ],
    [
      'literal',
      'enableConfidentialCompute = <|yes|>',
      'literal-type',
      '`yes` is not a boolean',
      'write `enableConfidentialCompute = true`',
    ],
    [
      'literal of the other dialect',
      'enableConfidentialCompute eq <|.*|>',
      'literal-type',
      '`.*` is not a boolean',
      'to test whether it is set, write `enableConfidentialCompute:*`',
    ],
    [
      'wildcard',
      'enableConfidentialCompute = <|*|>',
      'literal-type',
      '`*` is not a boolean',
      'to test whether it is set, write `enableConfidentialCompute:*`',
    ],
  ])
})

const numbers = {
  resource: 'Thing',
  fields: {
    count: { type: 'integer' },
    ratio: { type: 'double' },
    total: { type: 'int64' },
    id: { type: 'uint64' },
    sizes: { type: 'map', value: 'int64' },
    port: { type: 'uint32' },
  },
} as const satisfies Schema

describe('section 4: numbers', () => {
  expectMatches(
    [
      ['text', 'total = 10', { total: '10' }, true],
      ['number', 'total = 10', { total: 10 }, true],
      ['bigint', 'total = 10', { total: 10n }, true],
      ['quoted literal', 'total = "10"', { total: '10' }, true],
      ['by value, not by text', 'total > 9', { total: '10' }, true],
      ['leading zeros', 'total = 007', { total: '7' }, true],
      ['leading zeros of the value', 'total = 7', { total: '0007' }, true],
      ['negative', 'total < -5', { total: '-6' }, true],
      ['minus zero', 'total = -0', { total: '0' }, true],
      ['exact beyond 2^53', 'id = 9007199254740993', { id: '9007199254740992' }, false],
      ['exact beyond 2^53', 'id > 9007199254740992', { id: '9007199254740993' }, true],
      ['exact beyond 2^63', 'id = 18446744073709551615', { id: '18446744073709551615' }, true],
      ['a literal of any size', 'total < 99999999999999999999999', { total: '9223372036854775807' }, true],
      ['out of range is unset', 'total > 0', { total: '9223372036854775808' }, false],
      ['out of range is unset', 'id < 5', { id: '-1' }, false],
      ['out of range is unset', 'count > 0', { count: 2 ** 31 }, false],
      ['a large number is exact', 'total = 1000000000000000000', { total: 1e18 }, true],
      ['a fraction is not an integer', 'total >= 1', { total: 1.5 }, false],
      ['text is not an integer', 'total != 1', { total: 'ten' }, true],
      ['very long text is not an integer', 'total > 1', { total: '1'.repeat(100) }, false],
      ['an object is not an integer', 'total = 0', { total: {} }, true],
      ['integer', 'count <= 5', { count: 5 }, true],
      ['double', 'ratio = 0.5', { ratio: 0.5 }, true],
      ['double with exponent', 'ratio > 1.5e-3', { ratio: 0.002 }, true],
      ['double as text', 'ratio >= 1', { ratio: '1.0' }, true],
      ['invalid double', 'ratio >= 0', { ratio: NaN }, false],
      ['invalid double', 'ratio >= 0', { ratio: 'x' }, false],
      ['invalid double', 'ratio >= 0', { ratio: true }, false],
      ['has', 'total:10', { total: '10' }, true],
      ['has another', 'total:10', { total: '11' }, false],
      ['>= holds for equal', 'total >= 10', { total: '10' }, true],
      ['values of a map', 'sizes.a > 5', { sizes: { a: '10' } }, true],
      ['values of a map that do not fit are no keys', 'sizes.a != 5', { sizes: { a: 'x' } }, false],
      ['a map whose values do not fit is empty', 'sizes:*', { sizes: { a: 'x' } }, false],
      ['uint32', 'port = 4294967295', { port: 4294967295 }, true],
      ['uint32', 'port > 80', { port: '443' }, true],
      ['out of range is unset', 'port > 0', { port: 4294967296 }, false],
      ['out of range is unset', 'port < 5', { port: -1 }, false],
      ['unset is 0', 'port = 0', {}, true],
      ['regular-expression dialect', 'total eq 10', { total: '10' }, true],
      ['regular-expression dialect', 'ratio ne 0.5', { ratio: 1 }, true],
    ],
    { schema: numbers },
  )
  expectRejections([
    ['words', 'diskSizeGb = <|large|>', 'literal-type', '`large` is not an integer', 'write a decimal integer'],
    ['a fraction', 'diskSizeGb > <|1.5|>', 'literal-type', '`1.5` is not an integer', 'write a decimal integer'],
    ['an exponent', 'diskSizeGb > <|1e3|>', 'literal-type', '`1e3` is not an integer', 'write a decimal integer'],
    ['a wildcard', 'diskSizeGb = <|1*|>', 'literal-type', '`1*` is not an integer', 'write a decimal integer'],
    ['nothing', 'diskSizeGb = <|""|>', 'literal-type', '`` is not an integer', 'write a decimal integer'],
    [
      'in a composite',
      'diskSizeGb = (10 OR <|x|>)',
      'literal-type',
      '`x` is not an integer',
      'write a decimal integer',
    ],
    ['a pattern', 'diskSizeGb eq <|1.*|>', 'literal-type', '`1.*` is not an integer', 'write a decimal integer'],
    ['of a repeated field', 'licenseCodes:<|x|>', 'literal-type', '`x` is not an integer', 'write a decimal integer'],
  ])
  expectRejections(
    [['double', 'ratio = <|half|>', 'literal-type', '`half` is not a number', 'write a decimal number']],
    {
      schema: numbers,
    },
  )
})

describe('section 4: timestamps', () => {
  const at = (creationTimestamp: unknown) => ({ creationTimestamp })
  expectMatches([
    ['as instants', 'creationTimestamp = 2020-01-01T00:00:00Z', at('2020-01-01T01:00:00.000+01:00'), true],
    ['offsets applied', 'creationTimestamp < 2020-01-01T00:00:00-08:00', at('2020-01-01T07:59:59.999Z'), true],
    ['milliseconds', 'creationTimestamp > 2020-01-01T00:00:00Z', at('2020-01-01T00:00:00.001-00:00'), true],
    ['nanoseconds', 'creationTimestamp > 2020-01-01T00:00:00.123456788Z', at('2020-01-01T00:00:00.123456789Z'), true],
    ['nanoseconds', 'creationTimestamp = 2020-01-01T00:00:00.123456788Z', at('2020-01-01T00:00:00.123456789Z'), false],
    ['<=', 'creationTimestamp <= 2020-01-01T00:00:00Z', at('2020-01-01T00:00:00Z'), true],
    ['>=', 'creationTimestamp >= 2020-01-01T00:00:00Z', at('2019-12-31T23:59:59.999Z'), false],
    ['!=', 'creationTimestamp != 2020-01-01T00:00:00Z', at('2020-01-01T00:00:00Z'), false],
    [':', 'creationTimestamp:2020-01-01T00:00:00Z', at('2020-01-01T00:00:00Z'), true],
    ['quoted', 'creationTimestamp = "2020-01-01T00:00:00Z"', at('2020-01-01T00:00:00Z'), true],
    ['small letters', 'creationTimestamp = 2020-01-01t00:00:00z', at('2020-01-01T00:00:00Z'), true],
    ['leap day', 'creationTimestamp < 2024-03-01T00:00:00Z', at('2024-02-29T23:59:59.000+00:00'), true],
    ['leap second', 'creationTimestamp = 2017-01-01T00:00:00Z', at('2016-12-31T23:59:60Z'), true],
    ['leap second elsewhere', 'creationTimestamp = 2017-01-01T00:00:00+01:00', at('2017-01-01T00:59:60+01:00'), false],
    ['old', 'creationTimestamp < 1970-01-01T00:00:00Z', at('1969-12-31T23:59:59.999-00:00'), true],
    ['an invalid timestamp is unset', 'creationTimestamp != 2020-01-01T00:00:00Z', at('yesterday'), true],
    [
      'what is not a timestamp is unset',
      'creationTimestamp < 2020-01-01T00:00:00Z',
      at('2019-13-01T00:00:00.000-08:00'),
      false,
    ],
    [
      'text that is too long for one is unset',
      'creationTimestamp != 2020-01-01T00:00:00Z',
      at('2020-01-01T00:00:00Z'.padEnd(60)),
      true,
    ],
    ['a number is unset', 'creationTimestamp < 2020-01-01T00:00:00Z', at(0), false],
    [
      'inside a message',
      'deprecated.deleted < 2020-01-01T00:00:00Z',
      { deprecated: { deleted: '2019-01-01T00:00:00Z' } },
      true,
    ],
  ])
  const help = 'write date, time and offset, as in `2025-01-31T12:00:00Z` or `2025-01-31T12:00:00.000-08:00`'
  const invalid = (value: string) => `\`${value}\` is not a timestamp`
  expectRejections(
    [
      ...['2021-02-30T00:00:00Z', '2021-13-01T00:00:00Z', '2021-01-01T24:00:00Z', '2021-01-01T00:60:00Z'],
      ...[
        '2021-01-01T00:00:61Z',
        '2021-01-01T00:00:00+24:00',
        '2021-01-01T00:00:00+00:60',
        '2100-02-29T00:00:00Z',
        '2021-00-01T00:00:00Z',
        '2021-04-31T00:00:00Z',
      ],
      ...[
        '2021-01-00T00:00:00Z',
        '2021-01-01T00:00:00.1234567890Z',
        '-P',
        '2021*',
        '2021-02-30',
        '2021-01-01T00:00:60Z',
      ],
    ].map((value) => ['form', `creationTimestamp > <|${value}|>`, 'invalid-timestamp', invalid(value), help] as const),
  )
})

const policies = {
  resource: 'Policy',
  fields: {
    items: {
      type: 'map',
      value: {
        type: 'message',
        fields: {
          state: { type: 'string' },
          hits: { type: 'uint32' },
          names: { type: 'string', repeated: true },
          labels: { type: 'map', value: 'string' },
          inner: { type: 'message', fields: { on: { type: 'boolean' } } },
        },
      },
    },
  },
} as const satisfies Schema

describe('section 4: maps of messages', () => {
  const resource = {
    items: {
      a: { state: 'READY', hits: 5, names: ['x'], labels: { env: 'prod' }, inner: { on: true } },
      b: {},
      c: null,
      d: 'x',
    },
  }
  expectMatches(
    [
      ['a field under a key', 'items.a.state = READY', resource, true],
      ['a field under a key', 'items.a.hits > 4', resource, true],
      ['an unset field under a key', 'items.b.state != READY', resource, true],
      ['an unset field under a key', 'items.b.hits = 0', resource, true],
      ['an absent key', 'items.x.state != READY', resource, false],
      ['an absent key', 'NOT items.x.state = READY', resource, true],
      ['an unset message', 'items.c.state != READY', resource, false],
      ['a value that does not fit', 'items.d.state != READY', resource, false],
      ['a repeated field under a key', 'items.a.names:x', resource, true],
      ['a map under a key', 'items.a.labels.env = prod', resource, true],
      ['a message under a key', 'items.a.inner.on = true', resource, true],
      ['presence of a message', 'items.a:*', resource, true],
      ['presence of an empty message', 'items.b:*', resource, true],
      ['presence of null', 'items.c:*', resource, false],
      ['presence of a value that does not fit', 'items.d:*', resource, false],
      ['presence of a key', 'items:a', resource, true],
      ['presence of a key', 'items:x', resource, false],
      ['presence of a field', 'items.a:state', resource, true],
      ['presence of a field', 'items.b:state', resource, false],
      ['presence of any', 'items:*', resource, true],
      ['presence of any', 'items:*', { items: { c: null, d: 'x' } }, false],
      ['a pattern', 'items.a.state eq R.*', resource, true],
      ['a pattern', 'items.x.state ne R.*', resource, true],
    ],
    { schema: policies },
  )
  expectRejections(
    [
      ['a field that is not there', 'items.a.<|nme|> = x', 'unknown-field', 'unknown field `nme` of `items.a`'],
      [
        'a message is not compared',
        'items.a <|=|> x',
        'comparator-type',
        '`=` cannot be used with a message',
        'name a field inside it: `items.a.names:x`',
      ],
    ],
    { schema: policies },
  )
})

describe('section 4: messages, maps and repeated fields', () => {
  expectRejections([
    [
      'message with =',
      'deprecated <|=|> x',
      'comparator-type',
      '`=` cannot be used with a message',
      'name a field inside it, for example `deprecated.state`',
    ],
    [
      'map with !=',
      'labels <|!=|> x',
      'comparator-type',
      '`!=` cannot be used with a map',
      'to test for a key, write `labels:x`; to test the value of a key, write `labels.KEY != x`',
    ],
    [
      'repeated with =',
      '<|licenses|> = x',
      'repeated-needs-has',
      '`licenses` is a list and cannot be compared with `=`',
      'use `:`, which tests all elements: `licenses:x`',
    ],
    [
      'repeated with >',
      '<|licenseCodes|> > 5',
      'repeated-needs-has',
      '`licenseCodes` is a list and cannot be compared with `>`',
      'use `:`, which tests all elements for equality: `licenseCodes:VALUE`',
    ],
    [
      'repeated message with =',
      '<|guestOsFeatures|> = x',
      'repeated-needs-has',
      '`guestOsFeatures` is a list and cannot be compared with `=`',
      'name a field inside it: `guestOsFeatures.type:x`',
    ],
    [
      'through a repeated message with =',
      '<|guestOsFeatures.type|> = GVNIC',
      'repeated-needs-has',
      '`guestOsFeatures.type` is a list and cannot be compared with `=`',
      'use `:`, which tests all elements: `guestOsFeatures.type:GVNIC`',
    ],
  ])
})

describe('section 4: the regular-expression dialect', () => {
  expectMatches([
    ['string', 'name eq (?i)ABC', { name: 'abc' }, true],
    ['case-sensitive', 'name eq ABC', { name: 'abc' }, false],
    ['enum', 'status eq "READY|PENDING"', { status: 'READY' }, true],
    ['enum, case-sensitive', 'status eq ready', { status: 'READY' }, false],
    ['label', 'labels.env eq pr.*', { labels: { env: 'prod' } }, true],
    ['timestamp as text', 'creationTimestamp eq 2020-.*', { creationTimestamp: '2020-01-01T00:00:00Z' }, true],
    ['number by value', 'diskSizeGb eq 010', { diskSizeGb: '10' }, true],
  ])
  expectRejections([
    [
      'map',
      '<|labels|> eq x',
      'not-atomic',
      '`labels` is a map, so it cannot be matched by a pattern',
      'match the value of a key: `labels.KEY eq PATTERN`, or test for any key with `labels:*`',
    ],
    [
      'message',
      '<|deprecated|> eq x',
      'not-atomic',
      '`deprecated` is a message, so it cannot be matched by a pattern',
      'use `:`, for example `deprecated:*`',
    ],
    [
      'repeated',
      '<|licenses|> eq x',
      'not-atomic',
      '`licenses` is a list, so it cannot be matched by a pattern',
      'use `:`, which tests all elements: `licenses:x`',
    ],
    [
      'repeated message',
      '<|guestOsFeatures|> eq x',
      'not-atomic',
      '`guestOsFeatures` is a list, so it cannot be matched by a pattern',
      'use `:`, for example `guestOsFeatures:*`',
    ],
    [
      'pattern',
      'name eq <|*a|>',
      'invalid-pattern',
      'invalid pattern: no argument for repetition operator: *',
      'to match any characters, write `.*`',
    ],
    [
      'pattern that only anchors make one',
      'name eq <|a)|(b|>',
      'invalid-pattern',
      'invalid pattern: unexpected ): a)|(b',
      undefined,
    ],
    [
      'lookahead',
      'name eq <|(?=a)|>',
      'invalid-pattern',
      'invalid pattern: invalid perl operator: (?=',
      'RE2 does not support lookaround or backreferences',
    ],
    ['pattern of a label', 'labels.env eq <|(|>', 'invalid-pattern', 'invalid pattern: missing ): (', undefined],
    [
      'control characters in it',
      'name eq <|"(\n\x1b[31m"|>',
      'invalid-pattern',
      'invalid pattern: missing ]: [31m',
      undefined,
    ],
    ['a newline in it', 'name eq <|"(\n"|>', 'invalid-pattern', 'invalid pattern: missing ): (\\n', undefined],
    [
      'a group named in the new spelling',
      'name eq <|"(?<n"|>',
      'invalid-pattern',
      'invalid pattern: invalid named capture group: (?<n',
      undefined,
    ],
    [
      'a group named in the old spelling',
      'name eq <|"(?P<n"|>',
      'invalid-pattern',
      'invalid pattern: invalid named capture group: (?P<n',
      undefined,
    ],
    [
      'a wildcard compared with a map',
      'labels <|=|> *',
      'comparator-type',
      '`=` cannot be used with a map',
      'to test whether it is set, write `labels:*`',
    ],
    [
      'lone surrogate',
      'name eq <|\ud800|>',
      'invalid-pattern',
      'invalid pattern: a lone surrogate is not a character',
      undefined,
    ],
  ])
  it('skips the pattern of an unknown or unfit field', () => {
    expect(validate('nme eq (').map(({ code }) => code)).toEqual(['unknown-field'])
    expect(validate('licenses eq (').map(({ code }) => code)).toEqual(['not-atomic'])
  })
})

describe('section 4: another schema', () => {
  const schema = {
    resource: 'Instance',
    fields: {
      cpuPlatform: { type: 'string' },
      scheduling: { type: 'message', fields: { automaticRestart: { type: 'boolean' } } },
      name: { type: 'string' },
      labels: { type: 'map', value: 'string' },
    },
  } as const satisfies Schema

  // The examples of the official description.
  expectMatches(
    [
      ['name != example-instance', 'name != example-instance', { name: 'a' }, true],
      ['nested field', 'scheduling.automaticRestart = false', { scheduling: { automaticRestart: false } }, true],
      ['label', 'labels.owner:*', { labels: { owner: '' } }, true],
      [
        'parenthesised',
        '(scheduling.automaticRestart = true) (cpuPlatform = "Intel Skylake")',
        { scheduling: { automaticRestart: true }, cpuPlatform: 'Intel Skylake' },
        true,
      ],
      [
        'OR and AND',
        '(cpuPlatform = "Intel Skylake") OR (cpuPlatform = "Intel Broadwell") AND (scheduling.automaticRestart = true)',
        { cpuPlatform: 'Intel Skylake' },
        false,
      ],
      [
        'OR and AND',
        '(cpuPlatform = "Intel Skylake") OR (cpuPlatform = "Intel Broadwell") AND (scheduling.automaticRestart = true)',
        { cpuPlatform: 'Intel Broadwell', scheduling: { automaticRestart: true } },
        true,
      ],
      [
        'lines',
        '(cpuPlatform = "Intel Skylake")\n  AND\n  (scheduling.automaticRestart = true)',
        { cpuPlatform: 'Intel Skylake', scheduling: { automaticRestart: true } },
        true,
      ],
      ['unquoted literal', 'name eq literal', { name: 'literal' }, true],
      ['single quoted literal', "name eq 'single quoted literal'", { name: 'single quoted literal' }, true],
      ['double quoted literal', 'name eq "double quoted literal"', { name: 'double quoted literal' }, true],
      ['ne', 'name ne .*instance', { name: 'my-instance' }, false],
    ],
    { schema },
  )
  expectRejections(
    [
      [
        'several fields',
        '(name eq literal) (<|cpuPlatform|> ne "literal")',
        'multiple-fields',
        'regular expressions may test only one field, not both `name` and `cpuPlatform`',
        'filter one field, use the comparators `=` and `:`, or allow several fields with the profile switch `multipleFields: "and"`, as the live API does',
      ],
      ['its name is in the messages', '<|x|> = 1', 'unknown-field', 'unknown field `x` of `Instance`', undefined],
    ],
    { schema },
  )
  expectAccepted([['several fields as observed', '(name eq literal) (cpuPlatform ne "literal")']], {
    schema,
    profile: observed,
  })

  it('folds the case of enum values that are not upper case', () => {
    const states = { resource: 'X', fields: { state: { type: 'enum', values: ['Ready', 'gone'] } } } as const
    for (const value of ['Ready', 'ready', 'READY']) {
      expect(compile(`state = ${value}`, { schema: states, profile: observed })({ state: 'Ready' })).toBe(true)
    }
    expect(validate('state = ready', { schema: states })).toMatchObject([{ code: 'unknown-enum-value' }])
  })

  it('infers the type of the resource', () => {
    const matcher = compile('cpuPlatform = x', { schema })
    expect(matcher({ cpuPlatform: 'x' })).toBe(true)
  })
})
