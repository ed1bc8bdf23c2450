import { describe } from 'vitest'
import { documented, observed } from '../../src/index.ts'
import { expectMatches, expectRejections } from './tables.ts'

const license = (...licenses: unknown[]) => ({ licenses })
const features = (...guestOsFeatures: unknown[]) => ({ guestOsFeatures })

describe('section 5: presence', () => {
  expectMatches([
    ['map not empty', 'labels:*', { labels: { a: '' } }, true],
    ['map empty', 'labels:*', { labels: {} }, false],
    ['map with nothing but null', 'labels:*', { labels: { a: null } }, false],
    ['map absent', 'labels:*', {}, false],
    ['list in place of a map', 'labels:*', { labels: ['a'] }, false],
    ['repeated not empty', 'licenses:*', license(''), true],
    ['repeated empty', 'licenses:*', license(), false],
    ['repeated with nothing but null', 'licenses:*', license(null), false],
    ['text in place of a list', 'licenses:*', { licenses: 'a' }, false],
    ['repeated message not empty', 'guestOsFeatures:*', features({}), true],
    ['list of texts in place of messages', 'guestOsFeatures:*', features('GVNIC'), false],
    ['message set', 'deprecated:*', { deprecated: {} }, true],
    ['message null', 'deprecated:*', { deprecated: null }, false],
    ['text in place of a message', 'deprecated:*', { deprecated: 'DEPRECATED' }, false],
    ['key, whatever its value', 'labels.owner:*', { labels: { owner: '' } }, true],
    ['key absent', 'labels.owner:*', { labels: {} }, false],
    ['key null', 'labels.owner:*', { labels: { owner: null } }, false],
    ['key by name', 'labels:owner', { labels: { owner: '' } }, true],
    ['key by name absent', 'labels:owner', { labels: { other: 'owner' } }, false],
    ['key by quoted name', 'labels:"a.b"', { labels: { 'a.b': 'x' } }, true],
    ['negated', '-labels.owner:*', { labels: {} }, true],
    ['field of a message', 'deprecated:state', { deprecated: { state: 'ACTIVE' } }, true],
    ['field of a message unset', 'deprecated:state', { deprecated: {} }, false],
    ['field of a message default', 'deprecated:replacement', { deprecated: { replacement: '' } }, false],
    ['field of a message in snake_case', 'raw_disk:container_type', { rawDisk: { containerType: 'TAR' } }, true],
    ['field of a repeated message', 'guestOsFeatures:type', features({}, { type: 'GVNIC' }), true],
    ['string set', 'family:*', { family: 'a' }, true],
    ['string default', 'family:*', { family: '' }, false],
    ['string unset', 'family:*', {}, false],
    ['quoted', 'family:"*"', { family: 'a' }, true],
    ['two asterisks', 'family:**', { family: 'a' }, true],
    ['number set', 'diskSizeGb:*', { diskSizeGb: '10' }, true],
    ['number default', 'diskSizeGb:*', { diskSizeGb: '0' }, false],
    ['boolean set', 'enableConfidentialCompute:*', { enableConfidentialCompute: true }, true],
    ['boolean default', 'enableConfidentialCompute:*', { enableConfidentialCompute: false }, false],
    ['enum set', 'architecture:*', { architecture: 'ARM64' }, true],
    ['enum empty', 'architecture:*', { architecture: '' }, false],
    ['timestamp set', 'creationTimestamp:*', { creationTimestamp: '2020-01-01T00:00:00Z' }, true],
    ['invalid timestamp', 'creationTimestamp:*', { creationTimestamp: 'x' }, false],
    ['through repeated', 'guestOsFeatures.type:*', features({}, { type: 'GVNIC' }), true],
    ['through repeated unset', 'guestOsFeatures.type:*', features({}, null, 5), false],
    [
      'deep',
      'shieldedInstanceInitialState.dbs.content:*',
      { shieldedInstanceInitialState: { dbs: [{ content: 'x' }] } },
      true,
    ],
    ['repeated inside', 'shieldedInstanceInitialState.dbs:*', { shieldedInstanceInitialState: { dbs: [{}] } }, true],
    [
      'repeated inside, empty',
      'shieldedInstanceInitialState.dbs:*',
      { shieldedInstanceInitialState: { dbs: [] } },
      false,
    ],
    ['deep unset', 'shieldedInstanceInitialState.dbs.content:*', { shieldedInstanceInitialState: {} }, false],
    [
      'deep, no arrays',
      'shieldedInstanceInitialState.pk.content:*',
      { shieldedInstanceInitialState: { pk: { content: 'x' } } },
      true,
    ],
    [
      'deep, no arrays, unset',
      'shieldedInstanceInitialState.pk.content:*',
      { shieldedInstanceInitialState: {} },
      false,
    ],
  ])
  expectRejections([
    ['wildcard as a key', 'labels:<|o*|>', 'literal-type', '`o*` is not a key', 'name one key, or write `*` for any'],
    [
      'wildcard as a field',
      'deprecated:<|st*|>',
      'literal-type',
      '`st*` is not a field',
      'name one field, or write `*` for any',
    ],
    [
      'unknown field',
      'deprecated:<|stat|>',
      'unknown-field',
      'unknown field `stat` of `deprecated`',
      'did you mean `state`?',
    ],
    [
      'index',
      'guestOsFeatures:<|0|>',
      'indexing',
      'elements of `guestOsFeatures` cannot be selected by index',
      '`guestOsFeatures.FIELD:VALUE` tests all elements',
    ],
  ])
})

describe('section 5: values', () => {
  expectMatches([
    ['element', 'licenses:a', license('b', 'a'), true],
    ['no element', 'licenses:a', license('b', 'ab'), false],
    ['element by wildcard', 'licenses:*debian*', license('x/debian/y'), true],
    ['number', 'licenseCodes:1000201', { licenseCodes: ['1', '1000201'] }, true],
    ['element among others that do not fit', 'licenses:a', license(null, 5, {}, 'a'), true],
    [
      'through repeated',
      'guestOsFeatures.type:UEFI_COMPATIBLE',
      features({ type: 'GVNIC' }, { type: 'UEFI_COMPATIBLE' }),
      true,
    ],
    ['through repeated, none', 'guestOsFeatures.type:UEFI_COMPATIBLE', features({ type: 'GVNIC' }), false],
    ['inherited element', 'guestOsFeatures.type:GVNIC', features(Object.create({ type: 'GVNIC' })), false],
    ['wildcard', 'name:deb*', { name: 'debian' }, true],
    ['wildcard of a label', 'labels.env:pr*', { labels: { env: 'prod' } }, true],
    ['number as =', 'diskSizeGb:10', { diskSizeGb: '10' }, true],
    ['zero that is set', 'diskSizeGb:0', { diskSizeGb: '0' }, true],
    ['enum as =', 'status:READY', { status: 'READY' }, true],
    ['boolean as =', 'enableConfidentialCompute:false', { enableConfidentialCompute: false }, true],
    ['empty string that is set', 'description:""', { description: '' }, true],
    [
      'deep through repeated',
      'shieldedInstanceInitialState.dbs.content:x',
      { shieldedInstanceInitialState: { dbs: [null, { content: 'x' }] } },
      true,
    ],
  ])
})

describe.each([
  ['documented', documented, false],
  ['observed', observed, true],
] as const)('section 5: hasOnString, %s', (_, profile, contains) => {
  expectMatches(
    [
      ['part of a string', 'name:deb', { name: 'debian' }, contains],
      ['the string', 'name:deb', { name: 'deb' }, true],
      ['part of a label', 'labels.env:prod', { labels: { env: 'preprod' } }, contains],
      ['part in another case', 'name:DEB', { name: 'debian' }, false],
      ['nothing is part of a string that is set', 'name:""', { name: 'a' }, contains],
      ['nothing is part of one that is not', 'name:""', {}, false],
      ['elements are equal', 'licenses:a', license('ab'), false],
      [
        'a field of elements is a string',
        'shieldedInstanceInitialState.dbs.content:x',
        { shieldedInstanceInitialState: { dbs: [{ content: 'xy' }] } },
        contains,
      ],
    ],
    { profile },
  )
})
