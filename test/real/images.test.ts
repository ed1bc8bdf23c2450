import { describe, expect, it } from 'vitest'
import { createCollection } from '../../src/collection/index.ts'
import { compile, documented, type Image, observed, type Profile } from '../../src/index.ts'
import { isThere, readLines } from './shared.ts'

const images = readLines('images.ndjson') as readonly Image[]
const byDefault: Profile = { ...documented, unsetParent: 'default' }
const at = Date.parse

const has = (image: Image, feature: string): boolean =>
  image.guestOsFeatures?.some((one) => one.type === feature) === true
const license = (image: Image, part: string): boolean => image.licenses?.some((one) => one.includes(part)) === true
const size = (image: Image): number => Number(image.diskSizeGb ?? 0)
// Two of them have no offset, so they are not instants.
const created = ({ creationTimestamp }: Image): number =>
  /[+-]\d\d:\d\d$/.test(String(creationTimestamp)) ? at(String(creationTimestamp)) : NaN

type Row = readonly [filter: string, count: number, predicate: (image: Image) => boolean, profile?: Profile]

/** Filters for 2,205 public images, and the same predicates written by hand. */
const rows: readonly Row[] = [
  ['', 2205, () => true],
  ['name = debian-8-*', 56, ({ name }) => name?.startsWith('debian-8-') === true],
  ['name = *-v2017*', 549, ({ name = '' }) => name?.includes('-v2017') === true],
  ['name = "ubuntu*trusty*"', 72, ({ name }) => /^ubuntu.*trusty/.test(name ?? '')],
  ['name != debian-*', 2053, ({ name }) => name?.startsWith('debian-') !== true],
  ['NOT name = debian-*', 2053, ({ name }) => name?.startsWith('debian-') !== true],
  ['name:fedora', 500, ({ name }) => name?.includes('fedora') === true, observed],
  ['name:fedora', 0, ({ name }) => name === 'fedora'],
  ['name >= ubuntu', 443, ({ name }) => (name ?? '') >= 'ubuntu'],
  ['name < cos', 352, ({ name }) => (name ?? '') < 'cos'],
  ['family:*', 1749, ({ family }) => family !== undefined && family !== ''],
  ['-family:*', 456, ({ family }) => family === undefined || family === ''],
  ['family = ""', 456, ({ family }) => family === undefined || family === ''],
  [
    'family = (debian-8 OR centos-6 OR rhel-6)',
    131,
    ({ family }) => ['debian-8', 'centos-6', 'rhel-6'].includes(family ?? ''),
  ],
  ['family != debian-8', 2159, ({ family }) => family !== 'debian-8'],
  [
    'family = cos-* AND NOT family = cos-stable',
    121,
    ({ family }) => family?.startsWith('cos-') === true && family !== 'cos-stable',
  ],
  ['diskSizeGb = 10', 1014, (image) => size(image) === 10],
  ['diskSizeGb = "10"', 1014, (image) => size(image) === 10],
  ['diskSizeGb > 9', 1586, (image) => image.diskSizeGb !== undefined && size(image) > 9],
  ['diskSizeGb <= 9', 594, (image) => image.diskSizeGb !== undefined && size(image) <= 9],
  ['diskSizeGb < 100 AND diskSizeGb > 30', 548, (image) => size(image) > 30 && size(image) < 100],
  ['diskSizeGb = 0', 25, (image) => size(image) === 0],
  ['disk_size_gb != 10', 1191, (image) => size(image) !== 10],
  ['archiveSizeBytes > 10000000000', 844, ({ archiveSizeBytes }) => Number(archiveSizeBytes) > 10_000_000_000],
  [
    'id > 9007199254740993 AND id < 1000000000000000000',
    224,
    ({ id }) => BigInt(id ?? 0) > 9_007_199_254_740_993n && BigInt(id ?? 0) < 10n ** 18n,
  ],
  ['id = 3760069348251679990', 1, ({ id }) => id === '3760069348251679990'],
  ['id = 3760069348251679991', 0, ({ id }) => id === '3760069348251679991'],
  ['id >= 9223372036854775807', 127, ({ id }) => BigInt(id ?? 0) >= 9_223_372_036_854_775_807n],
  ['creationTimestamp > 2018-01-01T00:00:00Z', 907, (image) => created(image) > at('2018-01-01T00:00:00Z')],
  ['creationTimestamp < "2014-06-01T00:00:00+02:00"', 61, (image) => created(image) < at('2014-05-31T22:00:00Z')],
  [
    'creationTimestamp >= 2016-12-31T23:59:59.999-08:00 creationTimestamp < 2017-07-01T00:00:00Z',
    324,
    (image) => created(image) >= at('2017-01-01T07:59:59.999Z') && created(image) < at('2017-07-01T00:00:00Z'),
  ],
  [
    'creationTimestamp = 2016-09-05T14:32:57.152Z',
    1,
    (image) => created(image) === at('2016-09-05T07:32:57.152-07:00'),
  ],
  ['creationTimestamp eq 2016-.*', 285, ({ creationTimestamp }) => String(creationTimestamp).startsWith('2016-')],
  ['deprecated.state != DEPRECATED', 26, ({ deprecated }) => deprecated != null && deprecated.state !== 'DEPRECATED'],
  ['NOT deprecated.state = DEPRECATED', 200, ({ deprecated }) => deprecated?.state !== 'DEPRECATED'],
  ['deprecated.state != DEPRECATED', 200, ({ deprecated }) => deprecated?.state !== 'DEPRECATED', byDefault],
  ['deprecated.state ne DEPRECATED', 200, ({ deprecated }) => deprecated?.state !== 'DEPRECATED'],
  ['deprecated:*', 2031, ({ deprecated }) => deprecated != null],
  ['deprecated.state = obsolete', 25, ({ deprecated }) => deprecated?.state === 'OBSOLETE', observed],
  ['deprecated:replacement', 1645, ({ deprecated }) => Boolean(deprecated?.replacement)],
  [
    'deprecated.replacement ne .*debian.*',
    1999,
    ({ deprecated }) => deprecated?.replacement?.includes('debian') !== true,
  ],
  ['licenses:*debian*', 74, (image) => license(image, 'debian')],
  ['licenses:*', 1819, ({ licenses }) => (licenses?.length ?? 0) > 0],
  ['licenseCodes:1000201', 47, ({ licenseCodes }) => licenseCodes?.includes('1000201') === true],
  ['guestOsFeatures.type:UEFI_COMPATIBLE', 560, (image) => has(image, 'UEFI_COMPATIBLE')],
  [
    'guestOsFeatures.type:WINDOWS AND -guestOsFeatures.type:MULTI_IP_SUBNET',
    82,
    (image) => has(image, 'WINDOWS') && !has(image, 'MULTI_IP_SUBNET'),
  ],
  ['storageLocations:eu', 554, ({ storageLocations }) => storageLocations?.includes('eu') === true],
  ['labels:*', 4, ({ labels }) => Object.keys(labels ?? {}).length > 0],
  ['labels.org = engineering', 2, ({ labels }) => labels?.org === 'engineering'],
  ['labels:test_label', 2, ({ labels }) => labels?.test_label !== undefined],
  ['labels.env != dev', 0, ({ labels }) => labels?.env !== undefined && labels.env !== 'dev'],
  ['labels.env ne dev', 2204, ({ labels }) => labels?.env !== 'dev'],
  ['labels.env != dev', 2204, ({ labels }) => labels?.env !== 'dev', byDefault],
  ['architecture = X86_64', 6, ({ architecture }) => architecture === 'X86_64'],
  ['architecture != ARM64', 2205, ({ architecture }) => architecture !== 'ARM64'],
  ['status = READY OR family:*', 2199, ({ status, family }) => status === 'READY' || Boolean(family)],
  ['name eq (debian|ubuntu)-.*', 449, ({ name }) => /^(?:debian|ubuntu)-/.test(name ?? '')],
  [
    '(name eq .*-v2017.*)(name ne .*windows.*)',
    295,
    ({ name = '' }) => (name ?? '').includes('-v2017') && !(name ?? '').includes('windows'),
  ],
  ['name eq ".*\\bserver\\b.*"', 150, ({ name }) => /\bserver\b/.test(name ?? '')],
  ['name eq (?i)COREOS-STABLE-.*', 26, ({ name }) => /^coreos-stable-/i.test(name ?? '')],
  [
    '(family eq cos-.*)(status eq READY)',
    163,
    ({ family, status }) => family?.startsWith('cos-') === true && status === 'READY',
    observed,
  ],
  ['diskSizeGb eq 50', 446, (image) => size(image) === 50],
  ['description:""', 66, ({ description }) => description === ''],
  ['selfLink:*fedora-coreos-cloud*', 500, ({ selfLink }) => selfLink?.includes('fedora-coreos-cloud') === true],
]

describe.runIf(isThere)('filters over real images', () => {
  const collection = createCollection(images)

  for (const [filter, count, predicate, profile = documented] of rows) {
    it(`${filter}: ${String(count)}`, () => {
      const found = images.filter(compile(filter, { profile }))
      expect(found).toEqual(images.filter(predicate))
      expect(found).toHaveLength(count)
      expect(collection.filter(filter, { profile })).toEqual(found)
    })
  }

  it('are selective: most match some images and not all', () => {
    expect(images).toHaveLength(2205)
    const telling = rows.filter(([, count]) => count > 0 && count < images.length)
    expect(telling.length).toBeGreaterThan(50)
  })
})

describe.runIf(!isThere)('filters over real images', () => {
  it('are not available', () => {
    expect(images).toEqual([])
  })
})
