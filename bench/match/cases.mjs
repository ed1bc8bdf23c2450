/*
 * What each case stands for, as a filter, as the predicate that a good programmer would write by hand for this very
 * question, and in the languages of the peers that can ask it.
 */

const debian = /^(?:debian-12-.*)$/u
const word = /^(?:.*\bweb\b.*)$/u
const june = Date.parse('2024-06-01T00:00:00Z')

export const cases = [
  {
    name: 'equality',
    filter: 'status = READY',
    predicate: (image) => image.status === 'READY',
    mongo: { status: 'READY' },
    jmespath: "status == 'READY'",
    jsonata: "status = 'READY'",
    liqe: 'status:/^READY$/',
    filtrex: 'status == "READY"',
    cel: "image.status == 'READY'",
  },
  {
    name: 'prefix wildcard',
    filter: 'name = debian-12*',
    predicate: (image) => image.name.startsWith('debian-12'),
    mongo: { name: /^debian-12/ },
    jmespath: "starts_with(name, 'debian-12')",
    jsonata: '$contains(name, /^debian-12/)',
    liqe: 'name:/^debian-12/',
    filtrex: 'name ~= "^debian-12"',
    cel: "image.name.startsWith('debian-12')",
  },
  {
    name: 'three conditions',
    filter: 'labels.env = prod AND diskSizeGb > 50 AND NOT deprecated.state = OBSOLETE',
    predicate: (image) =>
      image.labels?.env === 'prod' && Number(image.diskSizeGb) > 50 && image.deprecated?.state !== 'OBSOLETE',
    mingo: {
      'labels.env': 'prod',
      $expr: { $gt: [{ $toInt: '$diskSizeGb' }, 50] },
      'deprecated.state': { $ne: 'OBSOLETE' },
    },
    jmespath: "labels.env == 'prod' && to_number(diskSizeGb) > `50` && deprecated.state != 'OBSOLETE'",
    jsonata: "labels.env = 'prod' and $number(diskSizeGb) > 50 and $not(deprecated.state = 'OBSOLETE')",
  },
  {
    name: 'number',
    filter: 'diskSizeGb >= 100',
    predicate: (image) => Number(image.diskSizeGb) >= 100,
    mingo: { $expr: { $gte: [{ $toInt: '$diskSizeGb' }, 100] } },
    jmespath: 'to_number(diskSizeGb) >= `100`',
    jsonata: '$number(diskSizeGb) >= 100',
    cel: 'int(image.diskSizeGb) >= 100',
  },
  {
    name: 'timestamp',
    filter: 'creationTimestamp > 2024-06-01T00:00:00Z',
    predicate: (image) => Date.parse(image.creationTimestamp) > june,
    jsonata: '$toMillis(creationTimestamp) > 1717200000000',
    cel: "timestamp(image.creationTimestamp) > timestamp('2024-06-01T00:00:00Z')",
  },
  {
    name: 'label is there',
    filter: 'labels.owner:*',
    predicate: (image) => image.labels?.owner !== undefined,
    mongo: { 'labels.owner': { $exists: true } },
    jmespath: 'labels.owner != `null`',
    jsonata: '$exists(labels.owner)',
  },
  {
    name: 'label is not there',
    filter: '-labels.owner:*',
    predicate: (image) => image.labels?.owner === undefined,
    mongo: { 'labels.owner': { $exists: false } },
    jmespath: 'labels.owner == `null`',
    jsonata: '$not($exists(labels.owner))',
  },
  {
    name: 'OR and AND',
    filter: 'architecture = ARM64 OR labels.env = dev AND status = READY',
    predicate: (image) => (image.architecture === 'ARM64' || image.labels?.env === 'dev') && image.status === 'READY',
    mongo: { $or: [{ architecture: 'ARM64' }, { 'labels.env': 'dev' }], status: 'READY' },
    jmespath: "(architecture == 'ARM64' || labels.env == 'dev') && status == 'READY'",
    jsonata: "(architecture = 'ARM64' or labels.env = 'dev') and status = 'READY'",
  },
  {
    name: 'repeated message',
    filter: 'guestOsFeatures.type:UEFI_COMPATIBLE',
    predicate: (image) => image.guestOsFeatures?.some(({ type }) => type === 'UEFI_COMPATIBLE') === true,
    mongo: { 'guestOsFeatures.type': 'UEFI_COMPATIBLE' },
    jmespath: "contains(guestOsFeatures[].type || `[]`, 'UEFI_COMPATIBLE')",
    jsonata: "'UEFI_COMPATIBLE' in guestOsFeatures.type",
  },
  {
    name: 'repeated string, wildcards',
    filter: 'licenses:*debian*',
    predicate: (image) => image.licenses?.some((license) => license.includes('debian')) === true,
    mongo: { licenses: /debian/ },
    jmespath: "length(licenses[?contains(@, 'debian')] || `[]`) > `0`",
  },
  {
    name: 'pattern, prefix',
    filter: 'name eq debian-12-.*',
    predicate: (image) => debian.test(image.name),
    mongo: { name: debian },
    jsonata: '$contains(name, /^(?:debian-12-.*)$/)',
    liqe: 'name:/^(?:debian-12-.*)$/',
    filtrex: 'name ~= "^(?:debian-12-.*)$"',
    cel: "image.name.matches('^(?:debian-12-.*)$')",
  },
  {
    name: 'pattern, whole word',
    filter: 'name eq ".*\\bweb\\b.*"',
    predicate: (image) => word.test(image.name),
    mongo: { name: word },
    jsonata: '$contains(name, /^(?:.*\\bweb\\b.*)$/)',
    liqe: 'name:/^(?:.*\\bweb\\b.*)$/',
    cel: String.raw`image.name.matches(r'^(?:.*\bweb\b.*)$')`,
  },
  {
    name: 'two numbers',
    filter: 'archiveSizeBytes < 5000000000 AND diskSizeGb = 10',
    predicate: (image) => Number(image.archiveSizeBytes) < 5_000_000_000 && Number(image.diskSizeGb) === 10,
    jmespath: 'to_number(archiveSizeBytes) < `5000000000` && to_number(diskSizeGb) == `10`',
    jsonata: '$number(archiveSizeBytes) < 5000000000 and $number(diskSizeGb) = 10',
    cel: 'int(image.archiveSizeBytes) < 5000000000 && int(image.diskSizeGb) == 10',
  },
  {
    name: 'one of several',
    filter: 'family = (debian-12 OR debian-11 OR ubuntu-12)',
    predicate: (image) => image.family === 'debian-12' || image.family === 'debian-11' || image.family === 'ubuntu-12',
    mongo: { family: { $in: ['debian-12', 'debian-11', 'ubuntu-12'] } },
    jmespath: 'contains(`["debian-12","debian-11","ubuntu-12"]`, family || \'\')',
    jsonata: "family in ['debian-12', 'debian-11', 'ubuntu-12']",
  },
  {
    name: 'boolean and unequal',
    filter: 'enableConfidentialCompute = true OR labels.env != prod',
    predicate: (image) =>
      image.enableConfidentialCompute === true || (image.labels?.env !== undefined && image.labels.env !== 'prod'),
    mongo: { $or: [{ enableConfidentialCompute: true }, { 'labels.env': { $exists: true, $ne: 'prod' } }] },
    jsonata: "enableConfidentialCompute = true or labels.env != 'prod'",
  },
]
