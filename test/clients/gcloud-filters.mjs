// Filters for gcloud, and their meaning in gcloud's language. gcloud sends the parts of a filter that it can translate
// as clauses with `eq` and `ne`, and filters the answer again by itself: a server must not exclude an image that gcloud
// matches.

const unset = undefined
const isDebian = ({ name }) => name.startsWith('debian')
const size = ({ diskSizeGb }) => Number(diskSizeGb)
const state = ({ deprecated }) => deprecated?.state
const env = ({ labels }) => labels?.env
const says =
  (word) =>
  ({ description = '' }) =>
    description.toLowerCase().split(/\W+/).includes(word)

/** Each filter with the test that an image has to pass. */
export const rightFilters = [
  ['name=debian-0000', ({ name }) => name === 'debian-0000'],
  ['name="debian-0000"', ({ name }) => name === 'debian-0000'],
  ['name=DEBIAN-0000 OR name=nothing', ({ name }) => name === 'debian-0000'],
  ['name!=debian-0000', ({ name }) => name !== 'debian-0000'],
  ['name:debian', isDebian],
  ['name:debian*', isDebian],
  ['name=debian*', () => false],
  ['NOT name:debian', (image) => !isDebian(image)],
  ['-name:debian', (image) => !isDebian(image)],
  ['name~^debian-.*0$', ({ name }) => /^debian-.*0$/.test(name)],
  ['name ~ 0$', ({ name }) => /0$/.test(name)],
  ['name!~^debian', (image) => !isDebian(image)],
  ['name:(debian-0000 ubuntu-0007)', ({ name }) => ['debian-0000', 'ubuntu-0007'].includes(name)],
  ['name=(debian-0000,ubuntu-0007)', ({ name }) => ['debian-0000', 'ubuntu-0007'].includes(name)],
  ['name=debian-0000 OR name=ubuntu-0007', ({ name }) => ['debian-0000', 'ubuntu-0007'].includes(name)],
  ['family=debian-12', ({ family }) => family === 'debian-12'],
  ['family:debian', ({ family }) => family.startsWith('debian')],
  ['family:(debian-12 ubuntu-2404)', () => true],
  ['family~^debian AND status=READY', (image) => isDebian(image) && image.status === 'READY'],
  ['name:debian AND family:debian-12', isDebian],
  ['status=READY', ({ status }) => status === 'READY'],
  ['status!=READY', ({ status }) => status !== 'READY'],
  ['status=READY AND architecture=ARM64', ({ status, architecture }) => status === 'READY' && architecture === 'ARM64'],
  ['architecture=ARM64 OR architecture=X86_64', ({ architecture }) => architecture !== unset],
  ['architecture:*', ({ architecture }) => architecture !== unset],
  ['NOT architecture:*', ({ architecture }) => architecture === unset],
  [
    'status=READY architecture=ARM64 name:debian',
    (image) => isDebian(image) && image.status === 'READY' && image.architecture === 'ARM64',
  ],
  ['sourceType=RAW', () => true],
  ['diskSizeGb>50', (image) => size(image) > 50],
  ['diskSizeGb>=50', (image) => size(image) >= 50],
  ['diskSizeGb<10', (image) => size(image) < 10],
  ['diskSizeGb=10', (image) => size(image) === 10],
  ['diskSizeGb!=10', (image) => size(image) !== 10],
  ['diskSizeGb>50 AND diskSizeGb<=52', (image) => size(image) > 50 && size(image) <= 52],
  ['name:debian AND diskSizeGb>50', (image) => isDebian(image) && size(image) > 50],
  ['labels.env=prod', (image) => env(image) === 'prod'],
  ['labels.env:prod', (image) => env(image) === 'prod'],
  ['labels.env:*', (image) => env(image) !== unset],
  ['labels.env!=prod', (image) => env(image) !== 'prod'],
  ['NOT labels.env=prod', (image) => env(image) !== 'prod'],
  ['creationTimestamp>2024-06-01T12:00:00Z', ({ creationTimestamp }) => creationTimestamp > '2024-06-01T12'],
  ['creationTimestamp<2024-02-01T12:00:00Z', ({ creationTimestamp }) => creationTimestamp < '2024-02-01T12'],
  ['deprecated.state=DEPRECATED', (image) => state(image) === 'DEPRECATED'],
  ['deprecated.state:DEPRECATED', (image) => state(image) === 'DEPRECATED'],
  ['NOT deprecated.state:DEPRECATED', (image) => state(image) !== 'DEPRECATED'],
  ['description:Hello', says('hello')],
  ['deprecated.state:*', (image) => state(image) !== unset],
  ['NOT deprecated.state:*', (image) => state(image) === unset],
  ['description~World', ({ description = '' }) => description.includes('World')],
  ['description:*', ({ description }) => description !== unset],
  ['id=1005', ({ id }) => id === '1005'],
  [
    '(name:debian AND diskSizeGb>50) OR labels.env=test',
    (image) => (isDebian(image) && size(image) > 50) || env(image) === 'test',
  ],
  ['name~debian AND NOT family:ubuntu', isDebian],
  ['hello', ({ description = '' }) => /hello/i.test(description)],
]

/** Those that fail under both profiles, as `src/list/README.md` explains. */
export const wrongFilters = [
  ['deprecated:*', (image) => state(image) !== unset],
  ['-deprecated:*', (image) => state(image) === unset],
  ['licenses:debian', isDebian],
  ['storageLocations:us', () => true],
  ['storageLocations=us', () => true],
  ['guestOsFeatures.type=GVNIC', isDebian],
  ['name=DEBIAN-0000', ({ name }) => name === 'debian-0000'],
  ['description:hello', says('hello')],
  ['status:ready', ({ status }) => status === 'READY'],
  ['sourceType:raw', () => true],
]
